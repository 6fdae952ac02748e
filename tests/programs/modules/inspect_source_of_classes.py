import inspect

def deco(f): return f

class Outer:
  # before
    # before f
    def f(self):
      # odd
        # start f
        return 1
        # end f
       # less
    # after f

    @deco
    class Inner:
        x = 1

        def g(self): return 2
    # end of Outer
  # after Outer

if True:
    class Cond:
        a = 1
else:
    class Cond:
        a = 2

class Same:
    def one(self): pass
first = Same
class Same:
    def two(self): pass

def multi(a,
          b=(1,
             2)):
    """Doc
string"""
    return a

print(inspect.getsource(Outer)); print('--'); print(inspect.getsource(Outer.f)); print('--'); print(inspect.getsource(Outer.Inner)); print('--'); print(inspect.getsource(Cond)); print('--')
print(inspect.getsource(first)); print('--'); print(inspect.getsource(Same)); print('--'); print(inspect.getsource(multi)); print(inspect.getsource(multi.__code__)); print(inspect.getsourcelines(Outer.Inner)[1])
code = compile('x=1', '_made_up', 'exec')
for thing in (code, 5, int, type('Made', (), {}), eval('lambda: 0')):
    try: print(inspect.getsource(thing))
    except Exception as e: print(type(e).__name__, e)
