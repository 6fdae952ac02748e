"""symtable: which names a program's scopes have, and whose they are. The tree of the program is walked anew for it."""
import ast
import weakref
from enum import StrEnum

__all__ = ['symtable', 'SymbolTableType', 'SymbolTable', 'Class', 'Function', 'Symbol']

_FLAGS = {'USE': 16, 'DEF_GLOBAL': 1, 'DEF_NONLOCAL': 8, 'DEF_PARAM': 4, 'DEF_TYPE_PARAM': 512, 'DEF_FREE_CLASS': 64, 'DEF_IMPORT': 128,
          'DEF_BOUND': 2 | 4 | 128 | 512, 'DEF_ANNOT': 256, 'DEF_COMP_ITER': 1024, 'DEF_COMP_CELL': 2048, 'DEF_LOCAL': 2}
globals().update(_FLAGS)
_SHOWN = ('USE', 'DEF_GLOBAL', 'DEF_NONLOCAL', 'DEF_LOCAL', 'DEF_PARAM', 'DEF_TYPE_PARAM', 'DEF_FREE_CLASS', 'DEF_IMPORT', 'DEF_ANNOT',
          'DEF_COMP_ITER', 'DEF_COMP_CELL')
_NO_SCOPES = 'outside function', 'outside loop', 'not properly in loop', 'in async generator'  # ends of complaints that are not about names
_SCOPES = LOCAL, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, FREE, CELL = range(1, 6)
_SCOPE_NAMES = dict(zip(_SCOPES, ('LOCAL', 'GLOBAL_EXPLICIT', 'GLOBAL_IMPLICIT', 'FREE', 'CELL')))
_SCOPE_OFFSET = 12
_IN_CLASSES = '__class__', '__classdict__', '__conditional_annotations__'  # what a class has for the scopes in it


class SymbolTableType(StrEnum):
    MODULE = 'module'
    FUNCTION = 'function'
    CLASS = 'class'
    ANNOTATION = 'annotation'
    TYPE_ALIAS = 'type alias'
    TYPE_PARAMETERS = 'type parameters'
    TYPE_VARIABLE = 'type variable'


class _Block:
    """A scope while it is made."""

    def __init__(self, name, type, line, parent, sees_class=False, generator=False, comprehension=False):
        self.name, self.type, self.lineno, self.parent = name, type, line, parent
        self.symbols, self.children = {}, []
        self.nested = parent is not None and (parent.nested or parent.is_function())
        self.sees_class, self.generator, self.comprehension, self.annotations = sees_class, generator, comprehension, None
        self.private = parent.private if parent is not None else None
        self.in_target = False

    def __repr__(self):
        return f'<symtable entry {self.name}({id(self)}), line {self.lineno}>'

    def is_function(self):
        return self.type not in (SymbolTableType.MODULE, SymbolTableType.CLASS)

    def add(self, name, flag):
        name = self.mangled(name)
        if self.in_target:
            flag |= 1024
        self.symbols[name] = self.symbols.get(name, 0) | flag
        return name

    def mangled(self, name):
        if self.private and name.startswith('__') and not name.endswith('__') and '.' not in name and self.private.strip('_'):
            return f"_{self.private.lstrip('_')}{name}"
        return name


class _Walker(ast.NodeVisitor):
    def __init__(self):
        self.top = self.now = _Block('top', SymbolTableType.MODULE, 0, None)
        self.conditions = 0

    def enter(self, name, type, line, **how):
        block = _Block(name, type, line, self.now, **how)
        self.now.children.append(block)
        self.now = block
        return block

    def leave(self):
        self.now = self.now.parent

    def each(self, nodes):
        for node in nodes:
            if node is not None:
                self.visit(node)

    # ---- functions and classes

    def sees_class(self):
        return self.now.type == SymbolTableType.CLASS or self.now.sees_class and self.now.type == SymbolTableType.TYPE_PARAMETERS

    def annotating(self, name, type, line):
        """A scope that is asked for a value in one of several formats."""
        sees_class = self.sees_class()
        self.enter(name, type, line, sees_class=sees_class)
        self.now.add('.format', 4 | 16)
        if sees_class:
            self.now.add('__classdict__', 16)

    def function(self, node):
        args = node.args
        self.now.add(node.name, 2)
        self.each(args.defaults)
        self.each(args.kw_defaults)
        self.each(node.decorator_list)
        if node.type_params:
            self.type_parameters(node, args.defaults or args.args or args.posonlyargs, any(each is not None for each in args.kw_defaults))
        self.annotating('__annotate__', SymbolTableType.ANNOTATION, node.lineno)
        for each in (*args.posonlyargs, *args.args, *([args.vararg] if args.vararg else []), *([args.kwarg] if args.kwarg else []), *args.kwonlyargs):
            self.each([each.annotation])
        self.each([node.returns])
        self.leave()
        self.body(node.name, node, node.body)
        if node.type_params:
            self.leave()

    visit_FunctionDef = visit_AsyncFunctionDef = function

    def body(self, name, node, body):
        args = node.args
        self.enter(name, SymbolTableType.FUNCTION, node.lineno)
        for each in (*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg):
            if each is not None:
                self.now.add(each.arg, 4)
        before, self.conditions = self.conditions, 0
        self.each(body)
        self.conditions = before
        self.leave()

    def visit_Lambda(self, node):
        self.each(node.args.defaults)
        self.each(node.args.kw_defaults)
        self.body('lambda', node, [node.body])

    def visit_ClassDef(self, node):
        self.now.add(node.name, 2)
        self.each(node.decorator_list)
        if node.type_params:
            self.type_parameters(node)
        self.each(node.bases)
        self.each(node.keywords)
        self.enter(node.name, SymbolTableType.CLASS, node.lineno)
        self.now.private = node.name
        if node.type_params:
            self.now.add('__type_params__', 2)
            self.now.add('.type_params', 16)
        before, self.conditions = self.conditions, 0
        self.each(node.body)
        self.conditions = before
        self.leave()
        if node.type_params:
            self.leave()

    def type_parameters(self, node, defaults=False, kwdefaults=False):
        sees_class = self.now.type == SymbolTableType.CLASS
        name = node.name.id if isinstance(node, ast.TypeAlias) else node.name
        self.enter(name, SymbolTableType.TYPE_PARAMETERS, node.lineno, sees_class=sees_class)
        if sees_class:
            self.now.add('__classdict__', 16)
        if isinstance(node, ast.ClassDef):
            self.now.add('.type_params', 2 | 16)
            self.now.add('.generic_base', 2 | 16)
            self.now.private = node.name
        if defaults:
            self.now.add('.defaults', 4)
        if kwdefaults:
            self.now.add('.kwdefaults', 4)
        for each in node.type_params:
            self.now.add(each.name, 2 | 512)
            for value in (getattr(each, 'bound', None), each.default_value):
                if value is not None:
                    self.annotating(each.name, SymbolTableType.TYPE_VARIABLE, each.lineno)
                    self.visit(value)
                    self.leave()

    def visit_TypeAlias(self, node):
        self.visit(node.name)
        if node.type_params:
            self.type_parameters(node)
        self.annotating(node.name.id, SymbolTableType.TYPE_ALIAS, node.lineno)
        self.visit(node.value)
        self.leave()
        if node.type_params:
            self.leave()

    # ---- statements

    def visit_Assign(self, node):
        self.each(node.targets)
        self.visit(node.value)

    def visit_AnnAssign(self, node):
        if isinstance(node.target, ast.Name):
            self.now.add(node.target.id, 256 | 2 if node.simple or node.value else 2)
        else:
            self.visit(node.target)
        self.annotation(node)
        self.each([node.value])

    def annotation(self, node):
        block = self.now
        if block.type == SymbolTableType.MODULE or block.type == SymbolTableType.CLASS and self.conditions:
            block.add('__conditional_annotations__', 16)
        if block.annotations is None:
            self.annotating('__annotate__', SymbolTableType.ANNOTATION, node.annotation.lineno)
            block.annotations = self.now
        else:
            self.now = block.annotations
        if not block.is_function():
            self.visit(node.annotation)
        self.now = block

    def conditional(self, *parts):
        self.conditions += 1
        for part in parts:
            self.each(part)
        self.conditions -= 1

    def visit_If(self, node):
        self.visit(node.test)
        self.conditional(node.body, node.orelse)

    visit_While = visit_If

    def visit_For(self, node):
        self.visit(node.target)
        self.visit(node.iter)
        self.conditional(node.body, node.orelse)

    visit_AsyncFor = visit_For

    def visit_With(self, node):
        self.each(node.items)
        self.conditional(node.body)

    visit_AsyncWith = visit_With

    def visit_Try(self, node):
        self.conditional(node.body, node.orelse, node.handlers, node.finalbody)

    visit_TryStar = visit_Try

    def visit_ExceptHandler(self, node):
        self.each([node.type])
        if node.name:
            self.now.add(node.name, 2)
        self.each(node.body)

    def visit_Match(self, node):
        self.visit(node.subject)
        self.conditional(node.cases)

    def visit_Import(self, node):
        for alias in node.names:
            if alias.name != '*':
                self.now.add(alias.asname or alias.name.partition('.')[0], 128)

    visit_ImportFrom = visit_Import

    def visit_Global(self, node):
        for name in node.names:
            self.now.add(name, 1)
            self.top.symbols[name] = self.top.symbols.get(name, 0) | 1

    def visit_Nonlocal(self, node):
        for name in node.names:
            self.now.add(name, 8)

    # ---- expressions

    def visit_Name(self, node):
        self.now.add(node.id, 16 if isinstance(node.ctx, ast.Load) else 2)
        if node.id == 'super' and isinstance(node.ctx, ast.Load) and self.now.is_function():
            self.now.add('__class__', 16)

    def visit_NamedExpr(self, node):
        if self.now.comprehension:
            outer = self.now
            while outer.comprehension:
                outer = outer.parent
            in_function = outer.is_function()
            self.now.add(node.target.id, 8 if in_function and not outer.symbols.get(node.target.id, 0) & 1 else 1)
            outer.add(node.target.id, 2 if in_function else 1)
        self.visit(node.value)
        self.visit(node.target)

    def _named(self, node):
        if getattr(node, 'pattern', None) is not None:
            self.visit(node.pattern)
        if node.name:
            self.now.add(node.name, 2)

    visit_MatchAs = visit_MatchStar = _named

    def visit_MatchMapping(self, node):
        self.each(node.keys)
        self.each(node.patterns)
        if node.rest:
            self.now.add(node.rest, 2)

    def comprehension(self, node, name, *values):
        first, *others = node.generators
        self.visit(first.iter)
        self.enter(name, SymbolTableType.FUNCTION, node.lineno, comprehension=True, generator=name == 'genexpr',
                   sees_class=self.now.type == SymbolTableType.CLASS or self.now.sees_class)
        self.now.add('.0', 4)
        for i, each in enumerate(node.generators):
            self.now.in_target = True
            self.visit(each.target)
            self.now.in_target = False
            if i:
                self.visit(each.iter)
            self.each(each.ifs)
        self.each(values)
        self.leave()

    def visit_ListComp(self, node):
        self.comprehension(node, 'listcomp', node.elt)

    def visit_SetComp(self, node):
        self.comprehension(node, 'setcomp', node.elt)

    def visit_GeneratorExp(self, node):
        self.comprehension(node, 'genexpr', node.elt)

    def visit_DictComp(self, node):
        self.comprehension(node, 'dictcomp', node.value, node.key)


# ---- whose the names are

def _scope_of(name, flags, bound, local, free, known, within):
    if flags & 1:
        known.add(name)
        if bound is not None:
            bound.discard(name)
        return GLOBAL_EXPLICIT
    if flags & 8:
        free.add(name)
        return FREE
    if flags & _FLAGS['DEF_BOUND']:
        local.add(name)
        known.discard(name)
        return LOCAL
    if within is not None:
        there = within.symbols.get(name, 0)
        if there & 1:
            return GLOBAL_EXPLICIT
        if there & _FLAGS['DEF_BOUND'] and not there & 8:
            return GLOBAL_IMPLICIT
    if bound and name in bound:
        free.add(name)
        return FREE
    return GLOBAL_IMPLICIT


def _resolve(block, bound, known, within=None):
    """The names that are free in the block."""
    is_class, local, free, scopes = block.type == SymbolTableType.CLASS, set(), set(), {}
    inner_known, inner_bound = set(known), set(bound or ())
    for name, flags in block.symbols.items():
        scopes[name] = _scope_of(name, flags, set(bound) if bound is not None else None, local, free, known, within)
        if scopes[name] == GLOBAL_EXPLICIT:
            inner_bound.discard(name)
    if is_class:
        inner_bound.update(_IN_CLASSES)
    elif block.is_function():
        inner_bound |= local
    inlined, children = set(), []
    for child in block.children:
        inside = (block if is_class else within) if child.sees_class else None
        child_free = _resolve(child, set(inner_bound), set(inner_known), inside)
        if child.comprehension and not child.generator:
            _inline(block, child, scopes, child_free, inlined)
            children += child.children
        else:
            children.append(child)
        free |= child_free
    block.children = children
    if block.is_function():
        for name, scope in scopes.items():
            if scope == LOCAL and (name in free or name in inlined):
                scopes[name] = CELL
                free.discard(name)
    elif is_class:
        free -= set(_IN_CLASSES)
    _note(block, scopes, bound, free, is_class)
    return free


def _inline(block, child, scopes, child_free, inlined):
    for name, flags in child.symbols.items():
        if flags & 4:
            continue
        scope = flags >> _SCOPE_OFFSET
        flags &= (1 << _SCOPE_OFFSET) - 1
        if scope == CELL:
            inlined.add(name)
        if name not in block.symbols:
            block.symbols[name], scopes[name] = flags, LOCAL if scope == CELL else scope
        elif block.symbols[name] & _FLAGS['DEF_BOUND'] and block.is_function():
            if not any(name in (grand.symbols if grand.symbols.get(name, 0) >> _SCOPE_OFFSET == FREE else ()) for grand in child.children):
                child_free.discard(name)


def _note(block, scopes, bound, free, is_class):
    for name, flags in block.symbols.items():
        block.symbols[name] = flags | scopes[name] << _SCOPE_OFFSET
    for name in sorted(free):
        if name in block.symbols:
            if is_class and block.symbols[name] & (_FLAGS['DEF_BOUND'] | 1):
                block.symbols[name] |= 64
        elif bound is None or name in bound:
            block.symbols[name] = FREE << _SCOPE_OFFSET


def symtable(code, filename, compile_type):
    """The table of a program's outermost scope."""
    if compile_type not in ('exec', 'eval', 'single'):
        raise ValueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'")
    try:
        compile(code, filename, compile_type)
    except SyntaxError as error:
        if not error.msg.endswith(_NO_SCOPES):
            raise
    walker = _Walker()
    walker.visit(ast.parse(code, filename, compile_type))
    _resolve(walker.top, None, set())
    return _table(walker.top, filename)


# ---- what programs see

_made = weakref.WeakKeyDictionary()


def _table(block, filename):
    found = _made.get(block)
    if found is None:
        kind = {SymbolTableType.FUNCTION: Function, SymbolTableType.CLASS: Class}.get(block.type, SymbolTable)
        found = _made[block] = kind(block, filename)
    return found


class SymbolTable:
    def __init__(self, raw_table, filename):
        self._table, self._filename, self._symbols = raw_table, filename, {}

    def __repr__(self):
        kind = '' if type(self) is SymbolTable else f'{type(self).__name__} '
        if self._table.name == 'top':
            return f'<{kind}SymbolTable for module {self._filename}>'
        return f'<{kind}SymbolTable for {self._table.name} in {self._filename}>'

    def get_type(self):
        return self._table.type

    def get_id(self):
        return id(self._table)

    def get_name(self):
        return self._table.name

    def get_lineno(self):
        return self._table.lineno

    def is_optimized(self):
        return self._table.type == SymbolTableType.FUNCTION

    def is_nested(self):
        return self._table.nested

    def has_children(self):
        return bool(self._table.children)

    def get_identifiers(self):
        return self._table.symbols.keys()

    def lookup(self, name):
        if name not in self._symbols:
            flags = self._table.symbols[name]
            spaces = [_table(child, self._filename) for child in self._table.children if child.name == name]
            self._symbols[name] = Symbol(name, flags, spaces, module_scope=self._table.name == 'top')
        return self._symbols[name]

    def get_symbols(self):
        return [self.lookup(name) for name in self.get_identifiers()]

    def get_children(self):
        return [_table(child, self._filename) for child in self._table.children]


class Function(SymbolTable):
    def _matching(self, test):
        return tuple([name for name, flags in self._table.symbols.items() if test(flags, flags >> _SCOPE_OFFSET)])

    def get_parameters(self):
        return self._matching(lambda flags, scope: flags & 4)

    def get_locals(self):
        return self._matching(lambda flags, scope: scope in (LOCAL, CELL))

    def get_globals(self):
        return self._matching(lambda flags, scope: scope in (GLOBAL_IMPLICIT, GLOBAL_EXPLICIT))

    def get_nonlocals(self):
        return self._matching(lambda flags, scope: flags & 8)

    def get_frees(self):
        return self._matching(lambda flags, scope: scope == FREE)


class Class(SymbolTable):
    def get_methods(self):
        import warnings
        warnings.warn(f'{type(self).__module__}.{type(self).__name__}.get_methods() is deprecated and will be removed in Python 3.16.',
                      DeprecationWarning, stacklevel=2)
        found = {}
        for child in self._table.children:
            if self._table.symbols.get(child.name, 0) >> _SCOPE_OFFSET != LOCAL:
                continue
            inside = [each for each in child.children if each.name == child.name and each.type == SymbolTableType.FUNCTION]
            if child.type == SymbolTableType.FUNCTION and not child.comprehension or child.type == SymbolTableType.TYPE_PARAMETERS and inside:
                found[child.name] = 1
        return tuple(found)


class Symbol:
    def __init__(self, name, flags, namespaces=None, *, module_scope=False):
        self._name, self._flags, self._scope = name, flags, flags >> _SCOPE_OFFSET
        self._namespaces, self._module_scope = namespaces or (), module_scope

    def __repr__(self):
        return f"<symbol {self._name!r}: {self._scope_str()}, {'|'.join(self._flags_str())}>"

    def _scope_str(self):
        return _SCOPE_NAMES.get(self._scope) or str(self._scope)

    def _flags_str(self):
        return [name for name in _SHOWN if self._flags & _FLAGS[name] == _FLAGS[name]]

    def _bound_in_module(self):
        return self._module_scope and bool(self._flags & _FLAGS['DEF_BOUND'])

    def get_name(self):
        return self._name

    def is_referenced(self):
        return bool(self._flags & 16)

    def is_parameter(self):
        return bool(self._flags & 4)

    def is_type_parameter(self):
        return bool(self._flags & 512)

    def is_global(self):
        return self._scope in (GLOBAL_IMPLICIT, GLOBAL_EXPLICIT) or self._bound_in_module()

    def is_nonlocal(self):
        return bool(self._flags & 8)

    def is_declared_global(self):
        return self._scope == GLOBAL_EXPLICIT

    def is_local(self):
        return self._scope in (LOCAL, CELL) or self._bound_in_module()

    def is_annotated(self):
        return bool(self._flags & 256)

    def is_free(self):
        return self._scope == FREE

    def is_free_class(self):
        return bool(self._flags & 64)

    def is_imported(self):
        return bool(self._flags & 128)

    def is_assigned(self):
        return bool(self._flags & 2)

    def is_comp_iter(self):
        return bool(self._flags & 1024)

    def is_comp_cell(self):
        return bool(self._flags & 2048)

    def is_namespace(self):
        return bool(self._namespaces)

    def get_namespaces(self):
        return self._namespaces

    def get_namespace(self):
        if not self._namespaces:
            raise ValueError('name is not bound to any namespaces')
        if len(self._namespaces) > 1:
            raise ValueError('name is bound to multiple namespaces')
        return self._namespaces[0]
