import sys
x = 'global'
def a():
    x = 'local'
    exec("x = 'exec'; y = 1")
    print(x)
    exec("print(x)")
    print(eval("x"))
    exec("x = 2", globals(), sys._getframe().f_locals)
    print(x)
    exec("x = 3", {}, sys._getframe().f_locals)
    print(x)
    exec("x = 4", locals=locals()); print(x)
    exec("x = 4", locals=sys._getframe().f_locals); print(x)
    d = locals(); d['x'] = 9; print(x, locals()['x'], d is locals())
    print(eval("[x for _ in range(2)]"))
    exec("zz = 5"); print('zz' in locals())
    try: exec("print(zz)")
    except NameError as e: print(e)
    print(sorted(vars()), dir())
    exec("del x", globals(), d); print('x' in d)
    try: exec("del x", locals=sys._getframe().f_locals)
    except Exception as e: print(type(e).__name__, e)
a()
def b():
    ns = {}
    exec("def f(): return x", ns)
    try: ns['f']()
    except NameError as e: print(e)
    exec("def f(): return x", globals(), ns)
    print(ns['f'](), list(ns))
    exec("class Q:\n  y = 1\n  print(sorted(locals()))", ns)
    print(eval('locals() is globals()', {}), eval('sorted(locals())', {}, {'a': 1}))
    exec('a = 1; print(sorted(locals()))')
    print(eval('sorted(globals())', {'q': 1}))
b()
print(eval('x', None, {'x': 5}), eval('x', globals=None), eval('y', locals={'y': 2}))
def c():
    y = 1
    print([locals() for z in range(1)])
    print([sorted(sys._getframe().f_locals) for z in range(1)])
    print(list(sorted(locals()) for z in range(1)))
    print((lambda q: locals())(4))
c()
class D:
    y = 1
    l = [sorted(k for k in locals() if k[0] != '_') for z in range(1)]
    print(l)
def e():
    def inner(): return free
    free = 10
    exec("free = 11", globals(), sys._getframe().f_locals); print(inner(), free)
    return inner
i = e()
def cl():
    v = 1
    def w():
        nonlocal v
        v += 1
        return v
    return w
w = cl()
code = w.__code__
import types
try: exec(code)
except TypeError as e: print(e)
try: exec(code, closure=())
except TypeError as e: print(e)
exec(code, closure=(types.CellType(5),))
c5 = types.CellType(5)
exec(code, closure=(c5,)); print(c5.cell_contents)
try: exec('1', closure=(c5,))
except TypeError as e: print(e)
try: exec(compile('1', '', 'exec'), closure=(c5,))
except TypeError as e: print(e)
try: eval(code)
except TypeError as e: print(e)
try: exec(code, closure=(1,))
except TypeError as e: print(e)
def gg():
    a = 1
    yield sorted(locals())
    b = 2
    yield sorted(locals())
print(list(gg()))
print([sorted(locals()) for zz in range(1)])
print([sorted(sys._getframe().f_locals) for zz in range(1)], [type(sys._getframe().f_locals) for zz in range(1)])
class E:
    y = 1
    l = [(sorted(locals()), type(sys._getframe().f_locals).__name__) for z in range(1)]
    print(l)
def outerfree():
    fv = 5
    class G:
        y = fv
        print([k for k in locals() if k[0] != '_'])
        print([sorted(locals()) for z in range(1)])
outerfree()
