# ast.unparse and ast.dump of every kind of node; what is unparsed compiles to the same tree.
import ast

SOURCE = '''
"""A docstring with \\\\ and 'quotes'."""
from __future__ import annotations
import os.path as path, sys
from . import x as y
from ..a.b import *
@decorator(1)
def f(a, b: int = 2, /, c=3, *args: str, d, e=5, **kw) -> None:
    """Says."""
    global g, h
    return (1, 2)
async def co(*, a):
    async with a as b, c: pass
    async for i, j in k: await i
    else: continue
    return [x async for x in y if x if not z]
class C[T: int = str, *Ts, **P](Base, metaclass=M, **kw):
    x: int = 1
    (y): str
    a.b: float
type Alias[T] = list[T]
def gen():
    x = yield
    y = yield from z
    yield 1, 2
    nonlocal_ = lambda *a, b=1: (yield)
a = b = c, *d = 1, *e
a[1:2, ::3], b[...], c[1,], d[1:] = 5
x += y if z else -w ** -v @ u
del a, b[0], c.d
assert x, 'message'
raise E(1) from None
raise
if a: pass
elif b or c and not d: pass
else:
    if e: pass
while (n := n - 1) > 0 < 5 is not None not in x: break
else: pass
for (i), in z: pass
try: pass
except (A, B) as e: pass
except: pass
else: pass
finally: pass
try: pass
except* V: pass
with (a as b, c as (d, e)): pass
match p, q:
    case [1, -2, *rest] | {'k': v, **others} if v: pass
    case Point(x=0, y=1.5) | Point(1) as whole: pass
    case None | True | 'text' | a.b | 1+2j: pass
    case (((1 | 2) as n), [*_]): pass
    case _: pass
f(*args, 1, k=2, **kw)(x for x in y)
{**a, 'b': {c}, **(d or e)}, {1, 2}, {k: v for k, v in w}, {s for s in t for u in s}, [], (), {}
f'{x!r:>{width}} {{}} {a["k"]} {"nested"}' f"it's {1 + 1=}" 'plain'
b'bytes', u'kind', 1j, 1e400, 0xFF, 10 ** 30, ..., 'line\\nbreak\\ttab\\x00'
not (a and b) or (c or d) and (not e), (a, b)[0], (yield_), (lambda: 0)(), (await_ if x else y).z, 5 .real, (-1) ** 2, 2 ** (-1), (a ** b) ** c, a ** b ** c
(a < b) < c, -(-x), ~(not y), a - (b - c), (a - b) - c, a << b | c & d ^ e, (x := 5), [y := 1], -1 .real, 1.5.real
'''
tree = ast.parse(SOURCE)
text = ast.unparse(tree)
print(text)
print(ast.compare(tree, ast.parse(text)), text == ast.unparse(ast.parse(text)))
for statement in tree.body:
    print(ast.dump(statement, include_attributes=isinstance(statement, ast.Expr)))
print(len([node for node in ast.walk(tree)]), sorted({type(node).__name__ for node in ast.walk(tree)}))


class Doubles(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node) if isinstance(node.value, int) else node


code = ast.parse('''
def total(items):
    result = 1
    for item in items: result += item * 3
    return result
print(total([1, 2, 3]))
''')
exec(compile(ast.fix_missing_locations(Doubles().visit(code)), 'doubled.py', 'exec'))
print(eval(compile(ast.parse('1 + 2 * 3', mode='eval'), '', 'eval')), compile('1', '', 'eval', ast.PyCF_ONLY_AST))
try:
    exec(compile(ast.parse('x = 1\n\nif x: y = 2; raise ValueError(y)\n'), 'failing.py', 'exec'))
except ValueError as error:
    print(error.__traceback__.tb_next.tb_lineno)
for wrong in (lambda: compile(ast.Expression(ast.Name('x', ast.Load())), '', 'eval'), lambda: compile(ast.parse('1'), '', 'eval'),
              lambda: compile(5, '', 'exec'), lambda: ast.parse('a b'), lambda: ast.dump(5), lambda: ast.get_docstring(ast.Name('a'))):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
