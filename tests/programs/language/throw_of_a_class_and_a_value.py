"""throw() with a class and a value: an instance of another class becomes the argument of a new one."""
import sys, warnings
warnings.simplefilter('ignore')
def f():
    while True:
        try:
            print((yield))
        except ValueError as v:
            print("caught ValueError (%s)" % (v))
g = f()
next(g)
g.throw(ValueError)
g.throw(ValueError("xyz"))
g.throw(ValueError, ValueError(1))
g.throw(ValueError, TypeError(1))
g.throw(ValueError, ValueError(1), None)
try: g.throw(ValueError(1), "foo")
except TypeError as e: print(e)
try: g.throw(ValueError, "foo", 23)
except TypeError as e: print(e)
def throw(g, exc):
    try:
        raise exc
    except:
        g.throw(*sys.exc_info())
throw(g, ValueError)
print(g.send(1))
