import symtable
SRC = {
'basic': '''
import os, sys as s
from a.b import c as d
x = 1
def f(a, b=x, *args, c, **kw):
    global g
    y = a + len(b)
    def inner():
        nonlocal y
        y = z
        return y, free
    free = 2
    z = 3
    del z
    for i in range(3): pass
    return lambda q: q + a
class C(Base, metaclass=M):
    k = 1
    def m(self): return self.k, __class__, super()
    def n(self): return k
    class D: pass
    __private = 1
    def p(self): return self.__private
print(x, C)
''',
'comp': '''
def f(n):
    a = [x for x in range(n) if x]
    b = {k: v for k, v in n}
    c = (y + n for y in a)
    d = {z for z in a}
    e = [(w := q) for q in a]
    return a
m = [x for x in y]
class K:
    l = [u for u in v]
''',
'ann': '''
x: int = 1
y: str
def f(a: int, b: "str" = 1) -> list:
    z: float = 2
    w: int
    return z
class C:
    attr: int = 3
    other: str
    def m(self, p: attr): pass
def g(a): pass
''',
'types': '''
type A = list[int]
type B[T] = dict[T, A]
def f[T](a: T) -> T: return a
class C[T: int, *Ts, **P](Base[T]):
    x: T
    def m(self): return T
''',
'misc': '''
async def co():
    async with a as b: await c
    async for d in e: yield d
    try: pass
    except E as err: print(err)
    with open(f) as g, h: pass
    match v:
        case [p, *q]: pass
        case {"k": r, **rest}: pass
        case Cls(attr=t) as u: pass
    (i, j), *k = l
    n.attr = 1
    o[0] = 2
    import p1.p2
    s += 1
    return f"{fs!r:{width}}"
@deco
def gg(): pass
lam = lambda a, /, b, *, c=dflt: a
''',
}
def dump(t, depth=0):
    print('  ' * depth, repr(t).replace('<SymbolTable', '<SymbolTable'), t.get_type(), t.get_name(), t.get_lineno(), t.is_optimized(), t.is_nested(), t.has_children(), type(t).__name__)
    if isinstance(t, symtable.Function): print('  ' * depth, ' F', t.get_parameters(), t.get_locals(), t.get_globals(), t.get_nonlocals(), t.get_frees())
    for s in t.get_symbols():
        print('  ' * depth, '  ', repr(s), s.is_referenced(), s.is_parameter(), s.is_global(), s.is_nonlocal(), s.is_declared_global(), s.is_local(), s.is_annotated(), s.is_free(), s.is_imported(), s.is_assigned(), s.is_namespace(), s.is_comp_iter(), s.is_type_parameter(), s.is_free_class())
    for c in t.get_children(): dump(c, depth + 1)
import sys
for name in sys.argv[1:] or SRC:
    if name not in SRC: continue
    print('=====', name)
    dump(symtable.symtable(SRC[name], 'file.py', 'exec'))
dump(symtable.symtable('a + b', 'e.py', 'eval'))
t = symtable.symtable('def f(): pass\ndef f(): pass\nx = 1', 'm', 'exec')
print(t.lookup('f').get_namespaces(), t.lookup('x').is_namespace())
for n in 'fx':
    try: t.lookup(n).get_namespace()
    except ValueError as e: print(e)
try: t.lookup('nope')
except KeyError as e: print('KeyError', e)
for bad in ('def f(: pass', 'def f(a, a): pass', 'def f():\n global x\n x: int', 'nonlocal x', 'def f():\n x = 1\n global x'):
    try: symtable.symtable(bad, 'bad.py', 'exec')
    except SyntaxError as e: print(e, e.filename, e.lineno)
try: symtable.symtable('x', 'm', 'nope')
except ValueError as e: print(e)
print(t.get_identifiers(), t.lookup('f').get_name())
