import ast
t = ast.parse('x = 1 + y\ndef f(a, *, b=2): return a.c[b]\n')
print(repr(t)); print(repr(t.body[0])); print(repr(t.body[0].value)); print(ast.dump(t)); print(ast.dump(t, indent=2)); print(ast.dump(t, include_attributes=True)[:300]); print(ast.dump(t, annotate_fields=False)); print(ast.dump(t, show_empty=True)[:400])
print(repr(ast.parse('f(a,b,c,d,"' + 'x'*100 + '")')))
import warnings
warnings.simplefilter('always')
def t_(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t_(lambda: ast.Name()); t_(lambda: ast.dump(ast.Name('a'))); t_(lambda: ast.Name(id='a', foo=1)); t_(lambda: ast.Name('a', ast.Load(), 5)); t_(lambda: ast.Name('a', id='b')); t_(lambda: ast.dump(ast.Module()));  t_(lambda: ast.dump(ast.FunctionDef('f')))
t_(lambda: ast.literal_eval(ast.parse('foo', mode='eval'))); t_(lambda: ast.literal_eval(ast.Name('foo'))); t_(lambda: ast.literal_eval('foo(1)')); t_(lambda: ast.literal_eval(5)); t_(lambda: ast.literal_eval('[1, f()]'))
t_(lambda: ast.parse('x ='))
print(ast.Name._fields, ast.Name._attributes, ast.Name.__mro__, ast.FunctionDef._fields, ast.FunctionDef.__match_args__, ast.Name.__module__)
class T(ast.NodeTransformer):
    def visit_Name(self, node): return ast.copy_location(ast.Constant(5), node)
    def visit_Return(self, node): return None
n = T().visit(t); ast.fix_missing_locations(n); print(ast.unparse(n))
class V(ast.NodeVisitor):
    def visit_Constant(self, n): print('const', n.value)
    def generic_visit(self, n): print(type(n).__name__); super().generic_visit(n)
V().visit(ast.parse('a(1, [2])'))
print([type(x).__name__ for x in ast.walk(t)])
print(ast.get_docstring(ast.parse('"""doc\n   x"""')))
print(ast.get_source_segment('x = (1 +\n 2)', ast.parse('x = (1 +\n 2)').body[0].value))
print(eval(compile(ast.Expression(ast.fix_missing_locations(ast.BinOp(ast.Constant(2), ast.Mult(), ast.Constant(21)))), '', 'eval')))
print(ast.compare(ast.parse('a'), ast.parse('a')))
print(ast.parse('a').body[0].lineno, ast.parse('a').body[0].value.col_offset, ast.increment_lineno(ast.parse('a'), 3).body[0].lineno)
print(ast.Constant(5).kind, ast.Constant(5).value, ast.Load() , ast.Load() is ast.Load())
import copy, pickle
print(ast.dump(copy.deepcopy(t)) == ast.dump(t), ast.dump(pickle.loads(pickle.dumps(t))) == ast.dump(t))
print(isinstance(ast.parse('1').body[0].value, ast.Constant), ast.parse('x:int=1', mode='exec').body[0].simple)
print(ast.dump(ast.parse('x', mode='single')))
for k in list(ast.iter_fields(t.body[0])): print(k)
