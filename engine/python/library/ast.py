"""ast: literal_eval. The engine's own syntax trees are no Python objects, so nothing else of the module is here."""
import re
import warnings

__all__ = ['literal_eval']

_TOKENS = re.compile(r'''
    (?P<space>[ \t\r\n\f]+|\\\n|\#[^\n]*)
  | (?P<string>(?:[rR]|[bB]|[uU]|[bB][rR]|[rR][bB])?(?:"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))
  | (?P<imaginary>(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?[jJ])
  | (?P<number>0[xXoObB][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?[\d_]+)?)
  | (?P<constant>(?:True|False|None|\.\.\.)(?!\w))
  | (?P<set>set\(\))
  | (?P<name>\w+)
  | (?P<open>[\[({])
  | (?P<close>[\])}])
  | (?P<sign>[+-])
  | (?P<comma>[,:])
  | (?P<other>.)
''', re.VERBOSE | re.DOTALL)
_VALUES = {'string', 'imaginary', 'number', 'constant', 'set', 'close', 'name'}
_NUMBERS = {'imaginary', 'number'}


def _malformed(text, at, kind):
    return ValueError(f'malformed node or string on line {text.count(chr(10), 0, at) + 1}: {kind}(...)')


def _operand(found, at):
    """What kind of token begins there, that of a number in parentheses being a number's."""
    while at + 2 < len(found) and found[at][2] == '(':
        at += 1
    return found[at][0] if at < len(found) else None


def _kind_of_sign(found, at):
    """A sign belongs to a number, or joins a real number and an imaginary one; else: what CPython would name."""
    before, after = found[at - 1][0] if at else None, _operand(found, at + 1)
    if before in _VALUES:
        joined = after == 'imaginary' and before in ('number', 'close')
        return None if joined else 'BinOp'
    return None if after in _NUMBERS else {'string': 'Constant', 'constant': 'Constant', 'name': 'Name'}.get(after, 'UnaryOp')


def _kind_of_name(found, at):
    token, after = found[at][2], found[at + 1][2] if at + 1 < len(found) else ''
    if after[:1] in ('"', "'"):
        return 'JoinedStr'
    known = {'not': 'UnaryOp', 'lambda': 'Lambda', 'if': 'IfExp', 'for': 'ListComp', 'and': 'BoolOp', 'or': 'BoolOp', 'in': 'Compare'}
    return known.get(token, 'Call' if after == '(' else 'Attribute' if after == '.' else 'Name')


def _kind_of_other(found, at):
    token = found[at][2]
    if token == '.':
        return 'Call' if any(text == '(' for _, _, text in found[at + 2:at + 3]) else 'Attribute'
    if token == '*' and (at == 0 or found[at - 1][0] not in _VALUES):
        return 'Starred'
    return 'UnaryOp' if token == '~' else 'Compare' if token in '<>=!' else 'BinOp'


def _check(text):
    found = [(match.lastgroup, match.start(), match.group()) for match in _TOKENS.finditer(text) if match.lastgroup != 'space']
    for at, (kind, place, token) in enumerate(found):
        wrong = None
        if kind == 'sign':
            wrong = _kind_of_sign(found, at)
        elif kind == 'open' and at and found[at - 1][0] in _VALUES:
            wrong = 'Subscript' if token == '[' else 'Call'
        elif kind == 'name':
            wrong = _kind_of_name(found, at)
        elif kind == 'other':
            wrong = _kind_of_other(found, at)
        if wrong:
            raise _malformed(text, place, wrong)


def literal_eval(node_or_string):
    """The value of a literal, or of a container of literals."""
    if not isinstance(node_or_string, str):
        if isinstance(node_or_string, (bytes, bytearray)):
            node_or_string = bytes(node_or_string).decode()
        else:
            raise ValueError(f'malformed node or string: {node_or_string!r}')
    text = node_or_string.lstrip(' \t')
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        code = compile(text, '<unknown>', 'eval')
    _check(text)
    return eval(code, {'__builtins__': {'set': set}})


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(f"module 'ast' has no attribute {name!r}")
    raise NotImplementedError(f'Loopscope has no ast.{name} yet')
