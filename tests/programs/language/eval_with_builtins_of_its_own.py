def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: eval('print', {'__builtins__': {}}))
t(lambda: eval('len([1])', {'__builtins__': {'len': lambda x: 'mine'}}))
t(lambda: eval('__import__("os")', {'__builtins__': None}))
t(lambda: exec('class A: pass', {'__builtins__': {}}))
t(lambda: exec('import os', {'__builtins__': {}}))
t(lambda: eval('[x for x in (1, 2)]', {'__builtins__': {}}))
t(lambda: eval('max(1, 2)', {'__builtins__': {'max': max}}))
t(lambda: eval('(lambda: abs(-1))()', {'__builtins__': {}}))
ns = {'__builtins__': {'print': print}}
exec('def f(): print("in f"); return len("x")', ns)
t(lambda: ns['f']())
t(lambda: eval('().__class__.__name__', {'__builtins__': {}}))
import builtins
t(lambda: eval('len("abc")', {'__builtins__': builtins}))
t(lambda: eval('x + 1', {'x': 1, '__builtins__': {}}, {'x': 5}))
g = {}
exec('', g); print(list(g), type(g['__builtins__']))
for _ in range(3): t(lambda: eval('sum([1])', {'__builtins__': {}}))
c = compile('sum([1])', '', 'eval')
t(lambda: eval(c)); t(lambda: eval(c, {'__builtins__': {}})); t(lambda: eval(c)); t(lambda: eval(c, {}))
t(lambda: exec('x', {}, 1)); t(lambda: eval('x', {}, 1)); t(lambda: eval('1', 1)); t(lambda: exec('1', []))
class Map(dict):
    def __missing__(self, k): return 'missing ' + k
t(lambda: (lambda: 1).__builtins__ is builtins.__dict__)
