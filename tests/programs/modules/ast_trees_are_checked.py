import ast
from ast import *
def attempt(node, mode='exec', fix=True):
    if mode == 'exec' and isinstance(node, expr): node = Expr(node)
    tree = Module([node], []) if isinstance(node, stmt) else node
    if fix: fix_missing_locations(tree)
    try:
        compile(tree, '<tree>', mode); print('fine', type(node).__name__)
    except Exception as e:
        print(type(e).__name__, str(e).split(' object at ')[0])
x, y = Name('x', Load()), Name('y', Store())
def X(): return Name('x', Load())
def Y(): return Name('y', Store())
none = arguments([], [], None, [], [], None, [])
attempt(Assign([X()], Constant(1))); attempt(Assign([], Constant(1))); attempt(Assign([Y()], Y())); attempt(Assign([None], Constant(1))); attempt(Assign([Y()], None))
attempt(Assign(Y(), Constant(1))); attempt(Assign([Y()], 'text')); attempt(Assign([Constant(1)], X())); attempt(Assign([Call(X(), [], [])], X()))
attempt(Name(3, Load())); attempt(Name('None', Load())); attempt(Name('x', Store())); attempt(Name('True', Store())); attempt(Constant([1])); attempt(Constant((1, [2]))); attempt(Constant({})); attempt(Constant((1, ('a', ...))))
attempt(BinOp(X(), Add(), None)); attempt(BinOp(X(), 'plus', X())); attempt(BoolOp(And(), [X()])); attempt(Compare(X(), [In()], [])); attempt(Compare(X(), [In()], [X(), X()])); attempt(Dict([X()], [])); attempt(Dict([None], [X()])); attempt(Dict([X()], [None]))
attempt(FunctionDef('f', none, [], [])); attempt(FunctionDef('f', none, [Pass()], [Y()])); attempt(FunctionDef('f', arguments([], [arg('a')], None, [], [], None, [X(), X()]), [Pass()], [])); attempt(FunctionDef('f', arguments([], [], None, [arg('k')], [], None, []), [Pass()], [])); attempt(FunctionDef(3, none, [Pass()], [])); attempt(FunctionDef('f', none, [None], []))
attempt(ClassDef('C', [], [], [], [])); attempt(Delete([])); attempt(Delete([X()])); attempt(Delete([Name('x', Del())])); attempt(For(X(), X(), [Pass()], [])); attempt(For(Y(), X(), [], [])); attempt(While(X(), [], [])); attempt(If(X(), [], [])); attempt(With([], [Pass()])); attempt(With([withitem(X(), X())], [Pass()]))
attempt(Raise(None, X())); attempt(Try([Pass()], [], [], [])); attempt(Try([Pass()], [], [Pass()], [Pass()])); attempt(Try([Pass()], [ExceptHandler(None, 'e', [])], [], [])); attempt(TryStar([Pass()], [], [], [])); attempt(Import([])); attempt(ImportFrom('m', [alias('x')], -1)); attempt(Global([])); attempt(Nonlocal([3])); attempt(Import([alias(None)]))
attempt(AnnAssign(Attribute(X(), 'a', Store()), X(), None, 1)); attempt(AugAssign(X(), Add(), X())); attempt(ListComp(X(), [])); attempt(ListComp(X(), [comprehension(X(), X(), [], 0)])); attempt(ListComp(Y(), [comprehension(Y(), X(), [], 0)])); attempt(Lambda(none, Y())); attempt(Starred(X(), Load())); attempt(Subscript(Y(), X(), Load())); attempt(Attribute(Y(), 'a', Load())); attempt(Call(X(), [None], [])); attempt(List([X()], Store())); attempt(NamedExpr(X(), X())); attempt(Tuple([Y()], Load()))
def m(p): attempt(Match(X(), [match_case(p, None, [Pass()])]))
m(MatchValue(Constant(None))); m(MatchValue(Constant(...))); m(MatchValue(X())); m(MatchValue(UnaryOp(USub(), Constant(1)))); m(MatchValue(BinOp(Constant(1), Add(), Constant(2j)))); m(MatchValue(BinOp(Constant(1), Add(), Constant(2)))); m(MatchSingleton(3)); m(MatchStar('a')); m(MatchSequence([MatchStar('_')])); m(MatchAs(MatchValue(Constant(1)), None)); m(MatchAs(None, '_')); m(MatchOr([MatchValue(Constant(1))])); m(MatchMapping([Constant(1)], [])); m(MatchMapping([X()], [MatchAs()])); m(MatchClass(Constant(1), [], [], [])); m(MatchClass(X(), [], ['a'], [])); m(MatchMapping([], [], 'None')); attempt(Match(X(), []))
attempt(Pass(lineno=1, col_offset=0, end_lineno=0)); attempt(Pass(lineno=1, col_offset=5, end_lineno=1, end_col_offset=1)); attempt(Pass(lineno=-1, col_offset=0, end_lineno=2)); attempt(Pass(lineno='a', col_offset=0)); attempt(Pass(), fix=False); attempt(Expr(Constant(1, lineno=1), lineno=1, col_offset=0), fix=False)
attempt(Expression(X()), 'eval'); attempt(Expression(Y()), 'eval'); attempt(Module([X()], []), fix=True); attempt(Module([expr()], [])); attempt(Module(Pass(), [])); attempt(Module([Pass()], None)); attempt(Expression(Pass()), 'eval'); attempt(Interactive([Pass()]), 'single'); attempt(Module([Pass()]))
attempt(ImportFrom('time', [alias('sleep')], None, lineno=None, col_offset=None), fix=False)
attempt(Module([Expr(expr())], []))
print(ast.operator.__doc__, ast.withitem.__doc__, ast.Name._field_types, ast.Dict._field_types, ast.ImportFrom._field_types)
t = parse('a = 1 # type: ignore\n'); print(increment_lineno(Module([], [TypeIgnore(3, 'x')]), 2).type_ignores[0].lineno)
