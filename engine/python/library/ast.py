"""ast: syntax trees as objects. The engine writes its own tree as text (compile() with PyCF_ONLY_AST), and that is evaluated with these
classes; what unparse writes of a tree is what compile() compiles."""
import warnings

PyCF_ONLY_AST, PyCF_TYPE_COMMENTS, PyCF_ALLOW_TOP_LEVEL_AWAIT, PyCF_OPTIMIZED_AST = 0x400, 0x1000, 0x2000, 0x8400

# The classes below the name in the first column, each with its fields: ? may be None, * is a list.
_NODES = '''
mod: Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body)
mod: FunctionType(expr* argtypes, expr returns)
stmt: FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
stmt: AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)
stmt: ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)
stmt: Return(expr? value) | Delete(expr* targets) | Assign(expr* targets, expr value, string? type_comment)
stmt: TypeAlias(expr name, type_param* type_params, expr value) | AugAssign(expr target, operator op, expr value)
stmt: AnnAssign(expr target, expr annotation, expr? value, int simple)
stmt: For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
stmt: AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | While(expr test, stmt* body, stmt* orelse)
stmt: If(expr test, stmt* body, stmt* orelse) | With(withitem* items, stmt* body, string? type_comment)
stmt: AsyncWith(withitem* items, stmt* body, string? type_comment) | Match(expr subject, match_case* cases)
stmt: Raise(expr? exc, expr? cause) | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
stmt: TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | Assert(expr test, expr? msg) | Import(alias* names)
stmt: ImportFrom(identifier? module, alias* names, int? level) | Global(identifier* names) | Nonlocal(identifier* names)
stmt: Expr(expr value) | Pass | Break | Continue
expr: BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value) | BinOp(expr left, operator op, expr right)
expr: UnaryOp(unaryop op, expr operand) | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse)
expr: Dict(expr?* keys, expr* values) | Set(expr* elts) | ListComp(expr elt, comprehension* generators)
expr: SetComp(expr elt, comprehension* generators) | DictComp(expr key, expr value, comprehension* generators)
expr: GeneratorExp(expr elt, comprehension* generators) | Await(expr value) | Yield(expr? value) | YieldFrom(expr value)
expr: Compare(expr left, cmpop* ops, expr* comparators) | Call(expr func, expr* args, keyword* keywords)
expr: FormattedValue(expr value, int conversion, expr? format_spec)
expr: Interpolation(expr value, constant str, int conversion, expr? format_spec) | JoinedStr(expr* values) | TemplateStr(expr* values)
expr: Constant(constant value, string? kind) | Attribute(expr value, identifier attr, expr_context ctx)
expr: Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx)
expr: Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx) | Tuple(expr* elts, expr_context ctx)
expr: Slice(expr? lower, expr? upper, expr? step)
expr_context: Load | Store | Del
boolop: And | Or
operator: Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop: Invert | Not | UAdd | USub
cmpop: Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
excepthandler: ExceptHandler(expr? type, identifier? name, stmt* body)
pattern: MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* patterns)
pattern: MatchMapping(expr* keys, pattern* patterns, identifier? rest)
pattern: MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) | MatchStar(identifier? name)
pattern: MatchAs(pattern? pattern, identifier? name) | MatchOr(pattern* patterns)
type_ignore: TypeIgnore(int lineno, string tag)
type_param: TypeVar(identifier name, expr? bound, expr? default_value) | ParamSpec(identifier name, expr? default_value)
type_param: TypeVarTuple(identifier name, expr? default_value)
AST: comprehension(expr target, expr iter, expr* ifs, int is_async)
AST: arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
AST: withitem(expr context_expr, expr? optional_vars) | match_case(pattern pattern, expr? guard, stmt* body)
placed AST: arg(identifier arg, expr? annotation, string? type_comment) | keyword(identifier? arg, expr value)
placed AST: alias(identifier name, identifier? asname)
'''
_PLACE = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')


class AST:
    _fields = _attributes = __match_args__ = ()
    _lists, _kinds = frozenset(), {}

    def __init__(self, *args, **kwargs):
        cls = type(self)
        if len(args) > len(self._fields):
            raise TypeError(f"{cls.__name__} constructor takes at most {len(self._fields)} positional argument"
                            f"{'' if len(self._fields) == 1 else 's'}")
        for name, value in zip(self._fields, args):
            if name in kwargs:
                raise TypeError(f"{cls.__name__} got multiple values for argument '{name}'")
            setattr(self, name, value)
        for name in self._fields[len(args):]:
            if name not in kwargs:
                self._default(name)
        for name, value in kwargs.items():
            if name not in self._fields and name not in self._attributes:
                warnings.warn(f"{cls.__name__}.__init__ got an unexpected keyword argument '{name}'. Support for arbitrary keyword "
                              'arguments is deprecated and will be removed in Python 3.15.', DeprecationWarning, stacklevel=2)
            setattr(self, name, value)

    def _default(self, name):
        if name in self._lists:
            setattr(self, name, [])
        elif name == 'ctx':
            self.ctx = Load()
        elif not hasattr(type(self), name):
            warnings.warn(f"{type(self).__name__}.__init__ missing 1 required positional argument: '{name}'. This will become an error "
                          'in Python 3.15.', DeprecationWarning, stacklevel=3)

    def __repr__(self):
        return _shown(self, 3)

    def __replace__(self, **changes):
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        for name in changes:
            if name not in self._fields and name not in self._attributes:
                raise TypeError(f"{type(self).__name__}.__replace__ got an unexpected keyword argument '{name}'.")
        made.__dict__.update(changes)
        return made


def _shown(value, depth):
    if isinstance(value, list):
        items = [_shown(item, depth) for item in (value if len(value) < 3 else (value[0], value[-1]))]
        return f"[{', '.join(items if len(value) < 3 else (items[0], '...', items[1]))}]"
    if not isinstance(value, AST):
        return repr(value)
    name = type(value).__name__
    if depth <= 0:
        return f'{name}(...)'
    return f"{name}({', '.join([f'{field}={_shown(getattr(value, field), depth - 1)}' for field in value._fields])})"


class _FieldTypes:
    """_field_types of a class: made when somebody asks."""

    def __get__(self, node, cls):
        kinds = {'identifier': str, 'string': str, 'int': int, 'constant': object}
        types = {name: (kinds.get(kind) or _NAMES[kind], mark) for name, (kind, mark) in cls._kinds.items()}
        return {name: list[kind] if mark.endswith('*') else kind | None if mark else kind for name, (kind, mark) in types.items()}


def _make_classes():
    def make(name, base, fields, placed, doc=None):
        kinds = {}
        for field in fields:
            kind, field = field.split()
            bare = kind.rstrip('?*')
            kinds[field] = bare, kind[len(bare):]
        names = tuple(kinds)
        body = {'_fields': names, '__match_args__': names, '__module__': 'ast', '_kinds': kinds, '__doc__': doc,
                '_lists': frozenset([field for field, (_, mark) in kinds.items() if mark.endswith('*')]),
                **{field: None for field, (_, mark) in kinds.items() if mark == '?'}}
        if placed:
            body |= {'_attributes': placed, **{name: None for name in placed[2:]}}
        globals()[name] = type(name, (base,), body)

    docs = {}
    for line in _NODES.strip().split('\n'):
        base, _, rest = line.partition(': ')
        docs.setdefault(base, []).extend(rest.split(' | '))
    for base, entries in docs.items():
        placed = _PLACE if base in ('stmt', 'expr', 'excepthandler', 'pattern', 'type_param', 'placed AST') else ()
        parent = base.removeprefix('placed ')
        if parent not in globals():
            between = ' | ' if '(' not in ''.join(entries) else '\n' + ' ' * len(parent) + ' | '
            make(parent, AST, (), placed if parent not in ('pattern', 'type_param') else (), f'{parent} = {between.join(entries)}')
            if parent in ('pattern', 'type_param'):
                globals()[parent]._attributes = _PLACE
        if parent in ('pattern', 'type_param'):
            placed = ()
        for one in entries:
            name, _, fields = one.rstrip(')').partition('(')
            make(name, globals()[parent], fields.split(', ') if fields else (), placed, one)


_make_classes()
del _make_classes
AST._field_types = _FieldTypes()
_NAMES = {name: cls for name, cls in globals().items() if isinstance(cls, type) and issubclass(cls, AST)}


def _call(func, args=(), keywords=(), **place):
    if isinstance(func, Name) and func.id == '<template>':
        return TemplateStr([each for each in args if not isinstance(each, Constant) or each.value], **place)
    if isinstance(func, Name) and func.id == '<interpolation>':
        value, source, conversion, spec = args
        return Interpolation(value, source.value, ord(conversion.value) if conversion.value else -1,
                             spec if isinstance(spec, JoinedStr) else None, **place)
    return Call(func, list(args), list(keywords), **place)


def _tree(text, mode):
    """The tree that the engine has written."""
    inf = float('inf')
    made = eval(text, {**_NAMES, 'Call': _call, 'inf': inf, 'infj': complex(0, inf), '__builtins__': {'Ellipsis': ...}})
    return Interactive(made.body) if mode == 'single' else made


def _source_of(node, mode):
    """The text that compile() compiles for a tree; None: it is no tree."""
    if not isinstance(node, AST):
        return None
    wanted = {'exec': Module, 'eval': Expression, 'single': Interactive}.get(mode)
    if wanted is not None and not isinstance(node, wanted):
        raise TypeError(f'expected {wanted.__name__} node, got {type(node).__name__}')
    from _check_tree import check
    from _unparse import Unparser
    check(node)
    return Unparser(True).whole(node)


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1):
    """Parse the source into an AST node."""
    return compile(source, filename, mode, PyCF_ONLY_AST)


def unparse(ast_obj):
    from _unparse import Unparser
    return Unparser(False).whole(ast_obj)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """Return a formatted dump of the tree in node."""
    def block(level):
        return ('', ', ') if indent is None else ('\n' + indent * level, ',\n' + indent * level)

    def node_text(node, level):
        cls, args, waiting = type(node), [], []
        simple, by_name = True, annotate_fields
        for name in node._fields:
            value = getattr(node, name, cls)
            if value is cls or value is None and getattr(cls, name, cls) is None:
                by_name = True
                continue
            if not show_empty and value == [] and name in cls._lists:
                if not by_name:
                    waiting.append('[]')
                continue
            if not by_name:
                args += waiting
                waiting = []
            text, is_simple = write(value, level)
            simple = simple and is_simple
            args.append(f'{name}={text}' if by_name else text)
        if include_attributes:
            for name in node._attributes:
                value = getattr(node, name, None)
                if value is not None:
                    text, is_simple = write(value, level)
                    simple = simple and is_simple
                    args.append(f'{name}={text}')
        if simple and len(args) <= 3:
            return f"{cls.__name__}({', '.join(args)})", not args
        before, between = block(level)
        return f'{cls.__name__}({before}{between.join(args)})', False

    def write(node, level):
        level += 1
        if isinstance(node, AST):
            return node_text(node, level)
        if isinstance(node, list):
            if not node:
                return '[]', True
            before, between = block(level)
            return f'[{before}{between.join([write(item, level)[0] for item in node])}]', False
        return repr(node), True

    if not isinstance(node, AST):
        raise TypeError(f'expected AST, got {type(node).__name__!r}')
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    return write(node, 0)[0]


def iter_fields(node):
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            yield from [item for item in value if isinstance(item, AST)]


def walk(node):
    """All nodes below this one and itself, those that are further up first."""
    waiting = [node]
    for node in waiting:
        waiting += iter_child_nodes(node)
        yield node


class NodeVisitor:
    def visit(self, node):
        """Visit a node."""
        return getattr(self, 'visit_' + type(node).__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        """Called if no explicit visitor function exists for a node."""
        for _, value in iter_fields(node):
            for item in value if isinstance(value, list) else (value,):
                if isinstance(item, AST):
                    self.visit(item)


class NodeTransformer(NodeVisitor):
    def generic_visit(self, node):
        for field, old in iter_fields(node):
            if isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, field)
                else:
                    setattr(node, field, new)
            elif isinstance(old, list):
                items = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            items.extend(item)
                            continue
                    items.append(item)
                old[:] = items
        return node


def copy_location(new_node, old_node):
    for name in _PLACE:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or (hasattr(old_node, name) and name.startswith('end_')):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    def fix(node, place):
        place = list(place)
        for i, name in enumerate(_PLACE):
            if name in node._attributes:
                if getattr(node, name, None) is None:
                    setattr(node, name, place[i])
                else:
                    place[i] = getattr(node, name)
        for child in iter_child_nodes(node):
            fix(child, place)
    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and (end := getattr(child, 'end_lineno', 0)) is not None:
            child.end_lineno = end + n
    return node


def get_docstring(node, clean=True):
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
    first = node.body[0] if node.body else None
    if not (isinstance(first, Expr) and isinstance(first.value, Constant) and isinstance(first.value.value, str)):
        return None
    if not clean:
        return first.value.value
    import inspect
    return inspect.cleandoc(first.value.value)


def _source_lines(source):
    """As bytes, with their ends: those that a program's lines have, of which a form feed is none."""
    lines, begun = [], ''
    for piece in source.splitlines(True):
        begun += piece
        if piece.endswith(('\n', '\r')):
            lines.append(begun.encode())
            begun = ''
    return lines + [begun.encode()] if begun else lines


def get_source_segment(source, node, *, padded=False):
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, start, last, end = node.lineno - 1, node.col_offset, node.end_lineno - 1, node.end_col_offset
    except AttributeError:
        return None
    lines = _source_lines(source)[first:last + 1]
    lines[-1] = lines[-1][:end]
    before, lines[0] = lines[0][:start], lines[0][start:]
    padding = ''.join([c if c in '\f\t' else ' ' for c in before.decode()]) if padded and first != last else ''
    return padding + b''.join(lines).decode()


def compare(a, b, /, *, compare_attributes=False):
    """Recursively compares two ASTs."""
    if type(a) is not type(b):
        return False
    if isinstance(a, list):
        return len(a) == len(b) and all(compare(x, y, compare_attributes=compare_attributes) for x, y in zip(a, b))
    if not isinstance(a, AST):
        return a == b
    names = a._fields + (a._attributes if compare_attributes else ())
    return all(compare(getattr(a, name, AST), getattr(b, name, AST), compare_attributes=compare_attributes) for name in names)


def _number(node, real=False):
    if not isinstance(node, Constant) or type(node.value) not in ((int, float) if real else (int, float, complex)):
        _malformed(node)
    return node.value


def _malformed(node):
    line = getattr(node, 'lineno', None)
    raise ValueError(f"malformed node or string{f' on line {line}' if line else ''}: {node!r}")


def _signed(node, real=False):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        value = _number(node.operand, real)
        return +value if isinstance(node.op, UAdd) else -value
    return _number(node, real)


def _value_of(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, (Tuple, List, Set)):
        return {Tuple: tuple, List: list, Set: set}[type(node)](map(_value_of, node.elts))
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == 'set' and not node.args and not node.keywords:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _malformed(node)
        return dict(zip(map(_value_of, node.keys), map(_value_of, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _signed(node.left, True), _number(node.right)
        if isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
        _malformed(node)
    return _signed(node)


def literal_eval(node_or_string):
    """The value of a literal, or of a container of literals."""
    if isinstance(node_or_string, (bytes, bytearray)):
        node_or_string = bytes(node_or_string).decode()
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(' \t'), mode='eval')
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _value_of(node_or_string)
