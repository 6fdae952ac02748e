"""codeop: source compiled as it is typed, when there is enough of it."""
import __future__
import warnings

__all__ = ['compile_command', 'Compile', 'CommandCompiler']

PyCF_DONT_IMPLY_DEDENT, PyCF_ALLOW_INCOMPLETE_INPUT = 0x200, 0x4000
_FLAGS = [getattr(__future__, name) for name in __future__.all_feature_names]
_UNFINISHED = 'was never closed', 'unterminated triple-quoted', 'unexpected EOF', 'expected an indented block', "expected 'except' or"


def _is_unfinished(error, source):
    """Whether more lines could mend the error: it is one at the end of the source."""
    text, lines = error.msg or '', source.rstrip().split('\n')
    if 'triple-quoted' in text or 'never closed' in text:
        return True
    is_decorator = error.offset == 0 and lines[-1].lstrip().startswith('@')
    return error.lineno >= len(lines) and (is_decorator or any(part in text for part in _UNFINISHED))


def _continues(source):
    """Whether a block is still open: its last line is indented, and no line follows."""
    lines = source.split('\n')
    return lines[-1].strip() != '' and (lines[-1][0] in ' \t' or lines[-1].startswith('@'))


def _maybe_compile(compiler, source, filename, symbol):
    if not any(line.strip() and line.strip()[0] != '#' for line in source.split('\n')) and symbol != 'eval':
        source = 'pass'
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', (SyntaxWarning, DeprecationWarning))
        try:
            compiler(source + '\n', filename, symbol)
        except SyntaxError as error:
            if _is_unfinished(error, source):
                return None
    code = compiler(source, filename, symbol)
    return None if symbol == 'single' and _continues(source) else code


def _compile(source, filename, symbol, flags=0):
    return compile(source, filename, symbol, flags, True)


def compile_command(source, filename='<input>', symbol='single'):
    """The code, or None when more is to come; SyntaxError, ValueError or OverflowError when nothing can be made of it."""
    return _maybe_compile(_compile, source, filename, symbol)


class Compile:
    """compile() that remembers the features that its sources have asked of __future__."""

    def __init__(self):
        self.flags = 0

    def __call__(self, source, filename, symbol, flags=0, **kwargs):
        code = compile(source, filename, symbol, self.flags | flags, True)
        for feature in _FLAGS:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename='<input>', symbol='single'):
        return _maybe_compile(self.compiler, source, filename, symbol)
