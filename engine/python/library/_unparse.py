"""Source text of syntax trees: ast.unparse, and what compile() makes of a tree."""
import ast

# How tightly an expression binds, from the loosest.
(NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, COMPARE, BIT_OR, BIT_XOR, BIT_AND, SHIFT, ARITHMETIC, TERM, FACTOR, POWER, AWAIT,
 ATOM) = range(18)
_BINARY = {'Add': ('+', ARITHMETIC), 'Sub': ('-', ARITHMETIC), 'Mult': ('*', TERM), 'MatMult': ('@', TERM), 'Div': ('/', TERM),
           'Mod': ('%', TERM), 'LShift': ('<<', SHIFT), 'RShift': ('>>', SHIFT), 'BitOr': ('|', BIT_OR), 'BitXor': ('^', BIT_XOR),
           'BitAnd': ('&', BIT_AND), 'FloorDiv': ('//', TERM), 'Pow': ('**', POWER)}
_UNARY = {'Invert': ('~', FACTOR), 'Not': ('not ', NOT), 'UAdd': ('+', FACTOR), 'USub': ('-', FACTOR)}
_COMPARISONS = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is', 'IsNot': 'is not', 'In': 'in',
                'NotIn': 'not in'}
_INFINITY = '1e309'


def _kind(node):
    return type(node).__name__


def _in_parentheses(text, needed):
    return f'({text})' if needed else text


class Unparser:
    def __init__(self, keeps_lines):
        self.keeps_lines = keeps_lines      # each statement stands where it stood, as far as nothing stands there
        self.parts, self.line, self.indent = [], 1, 0
        self.joined = ''                    # what stands before the next statement, when that follows on the same line

    def whole(self, node):
        if isinstance(node, ast.Expression):
            return '\n' * (max(0, node.body.lineno - 1) if self.keeps_lines else 0) + self.expr(node.body, TEST)
        if isinstance(node, ast.expr):
            return self.expr(node, TEST)
        if isinstance(node, (ast.Module, ast.Interactive)):
            self.body(node.body, isinstance(node, ast.Module))
        elif isinstance(node, ast.FunctionType):
            return f"({', '.join([self.expr(each) for each in node.argtypes])}) -> {self.expr(node.returns)}"
        elif isinstance(node, ast.stmt):
            self.statement(node)
        else:
            other = getattr(self, '_' + _kind(node), None)
            return other(node) if other else ''
        return ''.join(self.parts)

    # ---- lines

    def write(self, text):
        self.parts.append(text)
        self.line += text.count('\n')

    def start(self, text, node=None):
        if self.joined:
            self.write(self.joined + text)
            self.joined = ''
            return
        if self.parts:
            self.write('\n')
        if self.keeps_lines and node is not None and node.lineno > self.line:
            self.write('\n' * (node.lineno - self.line))
        self.write('    ' * self.indent + text)

    def blank(self):
        if self.parts and not self.keeps_lines:
            self.write('\n')

    def one_line(self, statements):
        """Whether all of them are simple and stand where the line is that is being written."""
        return self.keeps_lines and all(each.lineno <= self.line and not hasattr(each, 'body') and not isinstance(each, ast.Match)
                                        for each in statements)

    def body(self, statements, documented=False):
        before = None
        for i, each in enumerate(statements):
            if before is not None and self.one_line([before, each]):
                self.joined = '; '
            before = each
            value = each.value if isinstance(each, ast.Expr) else None
            if documented and i == 0 and isinstance(value, ast.Constant) and isinstance(value.value, str):
                self.start(self.docstring(value), each)
            else:
                self.statement(each)

    def block(self, statements, documented=False):
        self.write(':')
        if self.one_line(statements):
            self.joined = ' '
        self.indent += 1
        self.body(statements, documented)
        self.indent -= 1

    def more(self, word, statements):
        if statements:
            self.start(word)
            self.block(statements)

    def docstring(self, node):
        text = node.value.encode('unicode_escape').decode() if self.keeps_lines else node.value.replace('\\', '\\\\')
        shown = ''.join([c if c in '\n\t' or c.isprintable() else c.encode('unicode_escape').decode() for c in text])
        quotes = '"""' if '"""' not in shown else "'''"
        if quotes in shown:
            return repr(node.value)
        if shown[-1:] == quotes[0]:
            shown = shown[:-1] + '\\' + quotes[0]
        return ('u' if node.kind == 'u' else '') + quotes + shown + quotes

    # ---- statements

    def statement(self, node):
        getattr(self, '_' + _kind(node))(node)

    def _FunctionDef(self, node, word='def'):
        self.blank()
        for each in node.decorator_list:
            self.start('@' + self.expr(each), each)
        returns = f' -> {self.expr(node.returns)}' if node.returns else ''
        self.start(f'{word} {node.name}{self.type_params(node)}({self._arguments(node.args)}){returns}', node)
        self.block(node.body, True)

    def _AsyncFunctionDef(self, node):
        self._FunctionDef(node, 'async def')

    def _ClassDef(self, node):
        self.blank()
        for each in node.decorator_list:
            self.start('@' + self.expr(each), each)
        bases = [self.expr(each) for each in node.bases] + [self._keyword(each) for each in node.keywords]
        self.start(f"class {node.name}{self.type_params(node)}{_in_parentheses(', '.join(bases), bool(bases))}", node)
        self.block(node.body, True)

    def type_params(self, node):
        params = getattr(node, 'type_params', None)
        return f"[{', '.join([getattr(self, '_' + _kind(each))(each) for each in params])}]" if params else ''

    def _TypeVar(self, node):
        return (node.name + (f': {self.expr(node.bound)}' if node.bound else '')
                + (f' = {self.expr(node.default_value)}' if node.default_value else ''))

    def _TypeVarTuple(self, node):
        return f'*{node.name}' + (f' = {self.expr(node.default_value)}' if node.default_value else '')

    def _ParamSpec(self, node):
        return f'**{node.name}' + (f' = {self.expr(node.default_value)}' if node.default_value else '')

    def _Return(self, node):
        self.start('return' + (f' {self.expr(node.value)}' if node.value else ''), node)

    def _Delete(self, node):
        self.start('del ' + ', '.join([self.expr(each) for each in node.targets]), node)

    def _Assign(self, node):
        self.start(''.join([self.expr(each, TUPLE) + ' = ' for each in node.targets]) + self.expr(node.value), node)

    def _TypeAlias(self, node):
        self.start(f'type {self.expr(node.name)}{self.type_params(node)} = {self.expr(node.value)}', node)

    def _AugAssign(self, node):
        self.start(f'{self.expr(node.target)} {_BINARY[_kind(node.op)][0]}= {self.expr(node.value)}', node)

    def _AnnAssign(self, node):
        target = _in_parentheses(self.expr(node.target), not node.simple and isinstance(node.target, ast.Name))
        self.start(f'{target}: {self.expr(node.annotation)}' + (f' = {self.expr(node.value)}' if node.value else ''), node)

    def _For(self, node, word='for'):
        self.start(f'{word} {self.expr(node.target, TUPLE)} in {self.expr(node.iter)}', node)
        self.block(node.body)
        self.more('else', node.orelse)

    def _AsyncFor(self, node):
        self._For(node, 'async for')

    def _While(self, node):
        self.start(f'while {self.expr(node.test)}', node)
        self.block(node.body)
        self.more('else', node.orelse)

    def _If(self, node):
        self.start(f'if {self.expr(node.test)}', node)
        self.block(node.body)
        while len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            node = node.orelse[0]
            self.start(f'elif {self.expr(node.test)}', node)
            self.block(node.body)
        self.more('else', node.orelse)

    def _With(self, node, word='with'):
        self.start(f"{word} {', '.join([self._withitem(each) for each in node.items])}", node)
        self.block(node.body)

    def _AsyncWith(self, node):
        self._With(node, 'async with')

    def _withitem(self, node):
        return self.expr(node.context_expr) + (f' as {self.expr(node.optional_vars)}' if node.optional_vars else '')

    def _Match(self, node):
        self.start(f'match {self.expr(node.subject)}', node)
        self.write(':')
        self.indent += 1
        for each in node.cases:
            self.start('case ' + self.pattern(each.pattern) + (f' if {self.expr(each.guard)}' if each.guard else ''), each.pattern)
            self.block(each.body)
        self.indent -= 1

    def _Raise(self, node):
        self.start('raise' + (f' {self.expr(node.exc)}' if node.exc else '') + (f' from {self.expr(node.cause)}' if node.cause else ''), node)

    def _Try(self, node, word='except'):
        self.start('try', node)
        self.block(node.body)
        for each in node.handlers:
            self.start(word + (f' {self.expr(each.type)}' if each.type else '') + (f' as {each.name}' if each.name else ''), each)
            self.block(each.body)
        self.more('else', node.orelse)
        self.more('finally', node.finalbody)

    def _TryStar(self, node):
        self._Try(node, 'except*')

    def _Assert(self, node):
        self.start(f'assert {self.expr(node.test)}' + (f', {self.expr(node.msg)}' if node.msg else ''), node)

    def _alias(self, node):
        return node.name + (f' as {node.asname}' if node.asname else '')

    def _Import(self, node):
        self.start('import ' + ', '.join(map(self._alias, node.names)), node)

    def _ImportFrom(self, node):
        self.start(f"from {'.' * (node.level or 0)}{node.module or ''} import {', '.join(map(self._alias, node.names))}", node)

    def _Global(self, node):
        self.start('global ' + ', '.join(node.names), node)

    def _Nonlocal(self, node):
        self.start('nonlocal ' + ', '.join(node.names), node)

    def _Expr(self, node):
        self.start(self.expr(node.value, YIELD), node)

    def _Pass(self, node):
        self.start('pass', node)

    def _Break(self, node):
        self.start('break', node)

    def _Continue(self, node):
        self.start('continue', node)

    # ---- patterns

    def pattern(self, node, level=TEST):
        kind = _kind(node)
        several = [self.pattern(each) for each in getattr(node, 'patterns', ())]
        if kind == 'MatchValue':
            return self.expr(node.value)
        if kind == 'MatchSingleton':
            return repr(node.value)
        if kind == 'MatchSequence':
            return f"[{', '.join(several)}]"
        if kind == 'MatchStar':
            return '*' + (node.name or '_')
        if kind == 'MatchMapping':
            pairs = [f'{self.expr(key)}: {value}' for key, value in zip(node.keys, several)]
            return f"{{{', '.join(pairs + ([f'**{node.rest}'] if node.rest else []))}}}"
        if kind == 'MatchClass':
            named = [f'{name}={self.pattern(each)}' for name, each in zip(node.kwd_attrs, node.kwd_patterns)]
            return f"{self.expr(node.cls, ATOM)}({', '.join(several + named)})"
        if kind == 'MatchOr':
            return _in_parentheses(' | '.join([self.pattern(each, BIT_XOR) for each in node.patterns]), level > BIT_OR)
        if node.name is None:
            return '_'
        if node.pattern is None:
            return node.name
        return _in_parentheses(f'{self.pattern(node.pattern, BIT_OR)} as {node.name}', level > TEST)

    # ---- expressions

    def expr(self, node, level=TEST):
        return getattr(self, '_' + _kind(node))(node, level)

    def listed(self, nodes, level=TEST):
        return ', '.join([self.expr(each, level) for each in nodes])

    def _arguments(self, node, level=TEST):
        parts, positional = [], node.posonlyargs + node.args
        for i, each in enumerate(positional, len(node.defaults) - len(positional)):
            default = f'={self.expr(node.defaults[i])}' if i >= 0 else ''
            parts.append(self._arg(each) + default)
            if len(parts) == len(node.posonlyargs):
                parts[-1] += ', /'
        if node.vararg or node.kwonlyargs:
            parts.append('*' + (self._arg(node.vararg) if node.vararg else ''))
        for each, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self._arg(each) + (f'={self.expr(default)}' if default else ''))
        if node.kwarg:
            parts.append('**' + self._arg(node.kwarg))
        return ', '.join(parts)

    def _arg(self, node, level=TEST):
        return node.arg + (f': {self.expr(node.annotation)}' if node.annotation else '')

    def _keyword(self, node, level=TEST):
        return f'{node.arg}={self.expr(node.value)}' if node.arg is not None else f'**{self.expr(node.value)}'

    def _comprehension(self, node, level=TEST):
        word = ' async for ' if node.is_async else ' for '
        return (f'{word}{self.expr(node.target, TUPLE)} in {self.expr(node.iter, OR)}'
                + ''.join([f' if {self.expr(each, OR)}' for each in node.ifs]))

    def generators(self, node):
        return ''.join(map(self._comprehension, node.generators))

    def _BoolOp(self, node, level):
        word, own = (' and ', AND) if isinstance(node.op, ast.And) else (' or ', OR)
        parts = [self.expr(each, min(own + i, ATOM)) for i, each in enumerate(node.values, 1)]
        return _in_parentheses(word.join(parts), level > own)

    def _NamedExpr(self, node, level):
        return _in_parentheses(f'{self.expr(node.target, ATOM)} := {self.expr(node.value, ATOM)}', level > NAMED)

    def _BinOp(self, node, level):
        sign, own = _BINARY[_kind(node.op)]
        left, right = (own + 1, own) if sign == '**' else (own, own + 1)
        return _in_parentheses(f'{self.expr(node.left, left)} {sign} {self.expr(node.right, right)}', level > own)

    def _UnaryOp(self, node, level):
        sign, own = _UNARY[_kind(node.op)]
        return _in_parentheses(sign + self.expr(node.operand, own), level > own)

    def _Lambda(self, node, level):
        arguments = self._arguments(node.args)
        return _in_parentheses(f"lambda{' ' * bool(arguments)}{arguments}: {self.expr(node.body)}", level > TEST)

    def _IfExp(self, node, level):
        return _in_parentheses(f'{self.expr(node.body, OR)} if {self.expr(node.test, OR)} else {self.expr(node.orelse, TEST)}', level > TEST)

    def _Dict(self, node, level):
        pairs = [f'{self.expr(key)}: {self.expr(value)}' if key is not None else f'**{self.expr(value, BIT_OR)}'
                 for key, value in zip(node.keys, node.values)]
        return f"{{{', '.join(pairs)}}}"

    def _Set(self, node, level):
        return f'{{{self.listed(node.elts)}}}' if node.elts else '{*()}'

    def _List(self, node, level):
        return f'[{self.listed(node.elts)}]'

    def _Tuple(self, node, level):
        return _in_parentheses(self.listed(node.elts) + ',' * (len(node.elts) == 1), not node.elts or level > TUPLE)

    def _ListComp(self, node, level):
        return f'[{self.expr(node.elt)}{self.generators(node)}]'

    def _SetComp(self, node, level):
        return f'{{{self.expr(node.elt)}{self.generators(node)}}}'

    def _GeneratorExp(self, node, level):
        return f'({self.expr(node.elt)}{self.generators(node)})'

    def _DictComp(self, node, level):
        return f'{{{self.expr(node.key)}: {self.expr(node.value)}{self.generators(node)}}}'

    def _Await(self, node, level):
        return _in_parentheses(f'await {self.expr(node.value, ATOM)}', level > AWAIT)

    def _Yield(self, node, level):
        return _in_parentheses('yield' + (f' {self.expr(node.value, ATOM)}' if node.value else ''), level > YIELD)

    def _YieldFrom(self, node, level):
        return _in_parentheses(f'yield from {self.expr(node.value, ATOM)}', level > YIELD)

    def _Compare(self, node, level):
        parts = [f' {_COMPARISONS[_kind(op)]} {self.expr(each, COMPARE + 1)}' for op, each in zip(node.ops, node.comparators)]
        return _in_parentheses(self.expr(node.left, COMPARE + 1) + ''.join(parts), level > COMPARE)

    def _Call(self, node, level):
        arguments = [self.expr(each) for each in node.args] + [self._keyword(each) for each in node.keywords]
        return f"{self.expr(node.func, ATOM)}({', '.join(arguments)})"

    def _Starred(self, node, level):
        return '*' + self.expr(node.value, BIT_OR)

    def _Attribute(self, node, level):
        number = isinstance(node.value, ast.Constant) and isinstance(node.value.value, int)
        return f"{self.expr(node.value, ATOM)}{' ' * number}.{node.attr}"

    def _Subscript(self, node, level):
        inside = node.slice
        text = self.expr(inside, TUPLE) if isinstance(inside, ast.Tuple) and inside.elts else self.expr(inside)
        return f'{self.expr(node.value, ATOM)}[{text}]'

    def _Slice(self, node, level):
        lower, upper, step = [self.expr(each) if each else '' for each in (node.lower, node.upper, node.step)]
        return f'{lower}:{upper}' + (f':{step}' if step else '')

    def _Name(self, node, level):
        return node.id

    def _Constant(self, node, level):
        value = node.value
        if value is ...:
            return '...'
        if isinstance(value, tuple):
            return _in_parentheses(', '.join(map(repr, value)) + ',' * (len(value) == 1), True)
        text = repr(value)
        if isinstance(value, (float, complex)):
            return text.replace('inf', _INFINITY).replace('nan', f'({_INFINITY}-{_INFINITY})')
        return ('u' if node.kind == 'u' else '') + text

    # ---- f-strings

    def _JoinedStr(self, node, level, letter='f'):
        pieces = [(self.piece(each), isinstance(each, ast.Constant)) for each in node.values]
        whole = ''.join([text for text, _ in pieces])
        constants = ''.join([text for text, constant in pieces if constant])
        every = ("'", '"', '"""', "'''")
        if any('\n' in text for text, constant in pieces if not constant):
            every = every[2:]
        quote = next((each for each in every if each not in whole), next((each for each in every if each not in constants), "'"))
        shown = [self.escaped(text, quote) if constant else text for text, constant in pieces]
        return f"{letter}{quote}{''.join(shown)}{quote}"

    def _TemplateStr(self, node, level):
        return self._JoinedStr(node, level, 't')

    def escaped(self, text, quote):
        out = []
        for c in text:
            if c == '\\' or not c.isprintable():
                c = c.encode('unicode_escape').decode()
            out.append('\\' + c if c == quote else c)
        return ''.join(out)

    def piece(self, node):
        if isinstance(node, ast.Constant):
            return node.value.replace('{', '{{').replace('}', '}}')
        if isinstance(node, ast.JoinedStr):
            return ''.join(map(self.piece, node.values))
        return self._FormattedValue(node, TEST)

    def _source(self, node):
        """What an interpolation shows as its text; that is all that can be written of it."""
        if self.keeps_lines and ast.dump(ast.parse(f'({node.str})', mode='eval').body) != ast.dump(node.value):
            raise NotImplementedError('Loopscope has no interpolations with another text than their value yet')
        return node.str

    def _FormattedValue(self, node, level):
        text = self._source(node) if isinstance(node, ast.Interpolation) else self.expr(node.value, OR)
        conversion = f'!{chr(node.conversion)}' if node.conversion != -1 else ''
        spec = ':' + self.piece(node.format_spec) if node.format_spec else ''
        return f"{{{' ' * text.startswith('{')}{text}{conversion}{spec}}}"
