"""_check_tree: what compile() looks at in a tree that a program has made, before it makes code of it: the types of all fields, then what
no source text could have."""
import ast

_TEXTS = {'identifier': 'identifier', 'string': 'string'}


# ---- types of fields

def _typed(node):
    """All fields of a node and of what is below it, as their types have it."""
    name = type(node).__name__
    for field, (kind, mark) in type(node)._kinds.items():
        value = getattr(node, field, _typed)
        if value is _typed:
            if mark != '*':
                raise TypeError(f'required field "{field}" missing from {name}')
            continue
        if mark.endswith('*'):
            if not isinstance(value, list):
                raise TypeError(f'{name} field "{field}" must be a list, not a {type(value).__name__}')
            for each in value:
                _typed_value(each, kind)
        else:
            _typed_value(value, kind)
            if value is None and not mark and kind != 'constant':
                raise ValueError(f"field '{field}' is required for {name}")


def _placed(node, kind):
    """lineno and its like are numbers; a node that is none, or of no class that counts, has none."""
    for field in getattr(ast, kind)._attributes:
        value = getattr(node, field, _typed)
        if value is _typed and not field.startswith('end_'):
            raise TypeError(f'required field "{field}" missing from {kind}')
        if value is not _typed and not isinstance(value, int) and not (value is None and field.startswith('end_')):
            raise ValueError(f'invalid integer value: {value!r}')


def _typed_value(value, kind):
    if value is None or kind == 'constant':
        return
    if kind in _TEXTS:
        if not isinstance(value, str):
            raise TypeError(f'AST {kind} must be of type str')
    elif kind == 'int':
        if not isinstance(value, int):
            raise ValueError(f'invalid integer value: {value!r}')
    else:
        if kind in _ABSTRACT:
            _placed(value, kind)
        if not isinstance(value, getattr(ast, kind)) or type(value) is getattr(ast, kind) and kind in _ABSTRACT:
            raise TypeError(f'expected some sort of {kind}, but got {value!r}')
        _typed(value)
        if kind not in _ABSTRACT:
            _placed(value, kind)


_ABSTRACT = {'mod', 'stmt', 'expr', 'expr_context', 'boolop', 'operator', 'unaryop', 'cmpop', 'excepthandler', 'pattern', 'type_ignore', 'type_param'}


# ---- what no source text has

def _place(node):
    line, column = node.lineno, node.col_offset
    last = line if getattr(node, 'end_lineno', None) is None else node.end_lineno
    end = column if getattr(node, 'end_col_offset', None) is None else node.end_col_offset
    if line > last:
        raise ValueError(f'AST node line range ({line}, {last}) is not valid')
    if line < 0 and last != line or column < 0 and column != end:
        raise ValueError(f'AST node column range ({column}, {end}) for line range ({line}, {last}) is not valid')
    if line == last and column > end:
        raise ValueError(f'line {line}, column {column}-{end} is not a valid range')


def _name(name):
    if name in ('None', 'True', 'False'):
        raise ValueError(f"identifier field can't represent {name!r} constant")


def _some(items, what, owner):
    if not items:
        raise ValueError(f'empty {what} on {owner}')


_LITERALS = (type(None), type(...), int, float, complex, bool, str, bytes)


def _constant(value):
    if type(value) in (tuple, frozenset):
        for each in value:
            _constant(each)
    elif type(value) not in _LITERALS:
        raise TypeError(f'got an invalid type in Constant: {type(value).__name__}')


def _exprs(nodes, context='Load', null=False):
    for node in nodes:
        if node is not None:
            _expr(node, context)
        elif not null:
            raise ValueError('None disallowed in expression list')


def _optional(node, context='Load'):
    if node is not None:
        _expr(node, context)


def _generators(generators):
    if not generators:
        raise ValueError('comprehension with no generators')
    for each in generators:
        _expr(each.target, 'Store')
        _expr(each.iter)
        _exprs(each.ifs)


def _arguments(args):
    placed = args.posonlyargs + args.args
    for each in [*placed, args.vararg, *args.kwonlyargs, args.kwarg]:
        if each is not None:
            _place(each)
            _optional(each.annotation)
    if len(args.defaults) > len(placed):
        raise ValueError('more positional defaults than args on arguments')
    if len(args.kw_defaults) != len(args.kwonlyargs):
        raise ValueError('length of kwonlyargs is not the same as kw_defaults on arguments')
    _exprs(args.defaults)
    _exprs(args.kw_defaults, null=True)


def _expr(node, context='Load'):
    _place(node)
    kind = type(node).__name__
    if 'ctx' in node._fields:
        if kind == 'Name':
            _name(node.id)
        found = type(node.ctx).__name__
        if found != context:
            raise ValueError(f'expression must have {context} context but has {found} instead')
    elif context != 'Load':
        raise ValueError(f"expression which can't be assigned to in {context} context")
    if kind in ('List', 'Tuple'):
        _exprs(node.elts, context)
    elif kind == 'Starred':
        _expr(node.value, context)
    elif kind in _OF_EXPR:
        _OF_EXPR[kind](node)
    else:
        _fields(node)


def _fields(node):
    """The expressions among the fields, in their order."""
    for field, (kind, mark) in type(node)._kinds.items():
        value = getattr(node, field)
        if kind == 'expr':
            _exprs(value) if mark == '*' else _optional(value)
        elif kind == 'comprehension':
            _generators(value)
        elif kind == 'keyword':
            _exprs([each.value for each in value])


def _bool_op(node):
    if len(node.values) < 2:
        raise ValueError('BoolOp with less than 2 values')
    _exprs(node.values)


def _dict(node):
    if len(node.keys) != len(node.values):
        raise ValueError("Dict doesn't have the same number of keys as values")
    _exprs(node.keys, null=True)
    _exprs(node.values)


def _compare(node):
    if not node.comparators:
        raise ValueError('Compare with no comparators')
    if len(node.comparators) != len(node.ops):
        raise ValueError('Compare has a different number of comparators and operands')
    _exprs(node.comparators)
    _expr(node.left)


def _lambda(node):
    _arguments(node.args)
    _expr(node.body)


def _comprehension(node):
    _generators(node.generators)
    _fields(node)


_OF_EXPR = {'BoolOp': _bool_op, 'Dict': _dict, 'Compare': _compare, 'Lambda': _lambda, 'Constant': lambda node: _constant(node.value),
            'ListComp': _comprehension, 'SetComp': _comprehension, 'DictComp': _comprehension, 'GeneratorExp': _comprehension,
            'NamedExpr': lambda node: _expr(node.value)}


def _body(node, owner):
    _some(node.body, 'body', owner)
    _stmts(node.body)


def _stmts(nodes):
    for node in nodes:
        if node is None:
            raise ValueError('None disallowed in statement list')
        _stmt(node)


def _type_params(params):
    for each in params:
        _place(each)
        _name(each.name)
        _optional(getattr(each, 'bound', None))
        _optional(each.default_value)


def _function(node, kind):
    _body(node, kind)
    _type_params(node.type_params)
    _arguments(node.args)
    _exprs(node.decorator_list)
    _optional(node.returns)


def _class(node, kind):
    _body(node, kind)
    _type_params(node.type_params)
    _exprs(node.bases)
    _exprs([each.value for each in node.keywords])
    _exprs(node.decorator_list)


def _targets(nodes, owner, context):
    _some(nodes, 'targets', owner)
    _exprs(nodes, context)


def _assign(node, kind):
    _targets(node.targets, kind, 'Store')
    _expr(node.value)


def _one_target(node, kind):
    if kind == 'AnnAssign' and not isinstance(node.target, ast.Name) and node.simple:
        raise TypeError('AnnAssign with simple non-Name target')
    _expr(node.target, 'Store')
    _optional(node.value)
    if kind == 'AnnAssign':
        _expr(node.annotation)


def _loop(node, kind):
    if kind == 'While':
        _expr(node.test)
    else:
        _expr(node.target, 'Store')
        _expr(node.iter)
    _body(node, kind)
    _stmts(node.orelse)


def _if(node, kind):
    _expr(node.test)
    _body(node, kind)
    _stmts(node.orelse)


def _with(node, kind):
    _some(node.items, 'items', kind)
    for each in node.items:
        _expr(each.context_expr)
        _optional(each.optional_vars, 'Store')
    _body(node, kind)


def _match(node, kind):
    _expr(node.subject)
    _some(node.cases, 'cases', kind)
    for each in node.cases:
        _pattern(each.pattern, False)
        _optional(each.guard)
        _body(each, 'match_case')


def _raise(node, kind):
    if node.exc is None and node.cause is not None:
        raise ValueError('Raise with cause but no exception')
    _optional(node.exc)
    _optional(node.cause)


def _try(node, kind):
    _body(node, kind)
    if not node.handlers and not node.finalbody:
        raise ValueError(f'{kind} has neither except handlers nor finalbody')
    if not node.handlers and node.orelse:
        raise ValueError(f'{kind} has orelse but no except handlers')
    for each in node.handlers:
        _place(each)
        _optional(each.type)
        _body(each, 'ExceptHandler')
    _stmts(node.finalbody)
    _stmts(node.orelse)


def _import(node, kind):
    if kind == 'ImportFrom' and (node.level or 0) < 0:
        raise ValueError('Negative ImportFrom level')
    _some(node.names, 'names', kind)


def _alias(node, kind):
    if not isinstance(node.name, ast.Name):
        raise TypeError('TypeAlias with non-Name name')
    _expr(node.name, 'Store')
    _type_params(node.type_params)
    _expr(node.value)


_OF_STMT = {'FunctionDef': _function, 'AsyncFunctionDef': _function, 'ClassDef': _class, 'Assign': _assign, 'AugAssign': _one_target,
            'AnnAssign': _one_target, 'Delete': lambda node, kind: _targets(node.targets, kind, 'Del'), 'For': _loop, 'AsyncFor': _loop,
            'While': _loop, 'If': _if, 'With': _with, 'AsyncWith': _with, 'Match': _match, 'Raise': _raise, 'Try': _try, 'TryStar': _try,
            'Import': _import, 'ImportFrom': _import, 'Global': _import, 'Nonlocal': _import, 'TypeAlias': _alias}


def _stmt(node):
    _place(node)
    kind = type(node).__name__
    if kind in _OF_STMT:
        _OF_STMT[kind](node, kind)
    else:
        _fields(node)


# ---- patterns

def _is_number(node, complex_too):
    """A literal number, perhaps negative."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    kinds = (complex,) if complex_too == 'only' else (int, float, complex) if complex_too else (int, float)
    return isinstance(node, ast.Constant) and type(node.value) in kinds


def _literal(node):
    _expr(node)
    if isinstance(node, ast.Constant):
        if type(node.value) not in (int, float, bytes, complex, str):
            raise ValueError('unexpected constant inside of a literal pattern')
    elif not (isinstance(node, (ast.Attribute, ast.JoinedStr, ast.TemplateStr)) or isinstance(node, ast.UnaryOp) and _is_number(node, True) or
              isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)) and _is_number(node.left, False) and
              isinstance(node.right, ast.Constant) and _is_number(node.right, 'only')):
        raise ValueError('patterns may only match literals and attribute lookups')


def _capture(name):
    if name == '_':
        raise ValueError("can't capture name '_' in patterns")
    _name(name)


def _patterns(nodes, star):
    for each in nodes:
        _pattern(each, star)


def _pattern(node, star):
    _place(node)
    _OF_PATTERN[type(node).__name__](node, star)


def _singleton(node, star):
    if not (node.value is None or node.value is True or node.value is False):
        raise ValueError('MatchSingleton can only contain True, False and None')


def _mapping(node, star):
    if len(node.keys) != len(node.patterns):
        raise ValueError("MatchMapping doesn't have the same number of keys as patterns")
    if node.rest is not None:
        _capture(node.rest)
    for key in node.keys:
        if not (isinstance(key, ast.Constant) and (key.value is None or type(key.value) is bool)):
            _literal(key)
    _patterns(node.patterns, False)


def _class_pattern(node, star):
    if len(node.kwd_attrs) != len(node.kwd_patterns):
        raise ValueError("MatchClass doesn't have the same number of keyword attributes as patterns")
    _expr(node.cls)
    cls = node.cls
    while isinstance(cls, ast.Attribute):
        cls = cls.value
    if not isinstance(cls, ast.Name):
        raise ValueError('MatchClass cls field can only contain Name or Attribute nodes.')
    for name in node.kwd_attrs:
        _name(name)
    _patterns(node.patterns, False)
    _patterns(node.kwd_patterns, False)


def _star(node, star):
    if not star:
        raise ValueError("can't use MatchStar here")
    if node.name is not None:
        _capture(node.name)


def _as(node, star):
    if node.name is not None:
        _capture(node.name)
    if node.pattern is not None and node.name is None:
        raise ValueError('MatchAs must specify a target name if a pattern is given')
    if node.pattern is not None:
        _pattern(node.pattern, False)


def _or(node, star):
    if len(node.patterns) < 2:
        raise ValueError('MatchOr requires at least 2 patterns')
    _patterns(node.patterns, False)


_OF_PATTERN = {'MatchValue': lambda node, star: _literal(node.value), 'MatchSingleton': _singleton,
               'MatchSequence': lambda node, star: _patterns(node.patterns, True), 'MatchMapping': _mapping, 'MatchClass': _class_pattern,
               'MatchStar': _star, 'MatchAs': _as, 'MatchOr': _or}


def check(tree):
    _typed(tree)
    if isinstance(tree, ast.Expression):
        _expr(tree.body)
    elif isinstance(tree, ast.FunctionType):
        _exprs(tree.argtypes)
        _expr(tree.returns)
    else:
        _stmts(tree.body)
