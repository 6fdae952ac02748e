"""Exceptions and stacks as text. Frames of the library are left out."""

import sys
import _traceback

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames',
           'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'

class _Absent:
    def __repr__(self):
        return '<implicit>'


_absent = _Absent()


def _out(file):
    return sys.stderr if file is None else file


# ---- frames

class FrameSummary:
    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno, self.end_colno = colno, end_colno
        self._line = line
        self.locals = {key: _safe(repr, value) for key, value in locals.items()} if locals else None

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = _traceback.line(self.filename, self.lineno) or ''
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and self.name == other.name and
                    self.locals == other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def _text(self):
        text = f'  File "{self.filename}", line {self.lineno}, in {self.name}\n'
        if self._line is not None and self.colno is None:
            text += f'    {self.line}\n' if self.line else ''
        elif self.lineno is not None:
            text += _traceback.source(self.filename, self.lineno, self.end_lineno, self.colno, self.end_colno)
        if self.locals:
            text += ''.join(f'    {name} = {value}\n' for name, value in sorted(self.locals.items()))
        return text


def _safe(function, value, what='local'):
    try:
        return function(value)
    except Exception:
        return f'<{what} {function.__name__}() failed>'


def walk_stack(f):
    if f is None:
        f = sys._getframe().f_back
    while f is not None:
        if not _traceback.is_library(f.f_code):
            yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk(tb):
    """The same with positions, without frames of the library."""
    while tb is not None:
        frame = tb.tb_frame
        line, end_line, col, end_col, library = _traceback.position(tb)
        if not library:
            yield frame, (line, end_line, col, end_col)
        tb = tb.tb_next


def _limited(frames, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    frames = list(frames)
    if limit is None:
        return frames
    return frames[:limit] if limit >= 0 else frames[limit:]


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        return cls._of(((f, (line, None, None, None)) for f, line in frame_gen), limit, capture_locals)

    @classmethod
    def _of(cls, frames, limit, capture_locals):
        return cls(FrameSummary(f.f_code.co_filename, line, f.f_code.co_name, end_lineno=end_line, colno=col, end_colno=end_col,
                                locals=f.f_locals if capture_locals else None)
                   for f, (line, end_line, col, end_col) in _limited(frames, limit))

    @classmethod
    def from_list(cls, a_list):
        made = cls()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            made.append(frame)
        return made

    def format_frame_summary(self, frame_summary, **kwargs):
        return frame_summary._text()

    def format(self, **kwargs):
        result, last, count = [], None, 0
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            place = frame.filename, frame.lineno, frame.name
            if place != last:
                result += _repeats(count)
                last, count = place, 0
            count += 1
            if count <= 3:
                result.append(text)
        return result + _repeats(count)


def _repeats(count):
    more = count - 3
    return [f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n'] if more > 0 else []


# ---- exceptions

class _Margin:
    """The margin of exception groups, and whether the box of the last one is still open."""

    def __init__(self):
        self.depth, self.open = 0, False

    def lines(self, text, sign='|'):
        if not self.depth:
            yield text
            return
        before = '  ' * self.depth + sign + ' '
        yield ''.join(before + line for line in text.splitlines(keepends=True))


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = StackSummary._of(_walk(exc_traceback), limit, capture_locals)
        self._has_traceback = exc_traceback is not None and limit != 0
        self._exc_type = exc_type if save_exc_type else None
        self.exc_type_qualname = getattr(exc_type, '__qualname__', None)
        self.exc_type_module = getattr(exc_type, '__module__', None)
        self._str = _safe(str, exc_value, 'exception')
        try:
            self.__notes__ = getattr(exc_value, '__notes__', None)
        except Exception as error:
            self.__notes__ = [f'Ignored error getting __notes__: {_safe(repr, error, "__notes__")}']
        self._is_syntax = isinstance(exc_value, SyntaxError)
        if self._is_syntax:
            for name in ('filename', 'lineno', 'end_lineno', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name))
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        if _seen is None:
            self._add_others(exc_value, compact, limit=limit, capture_locals=capture_locals, max_group_width=max_group_width,
                             max_group_depth=max_group_depth, _seen=seen)
        self._last = f'{self.exc_type_str}: None\n' if exc_value is None else _traceback.last_lines(exc_value, exc_traceback)

    def _add_others(self, exc_value, compact, **options):
        """Causes, contexts and members of groups, each exception once."""
        def other(e):
            return None if e is None or id(e) in options['_seen'] else TracebackException(type(e), e, e.__traceback__, **options)

        left = [(self, exc_value)] if exc_value is not None else []
        while left:
            made, e = left.pop()
            made.__cause__ = other(e.__cause__)
            if not compact or made.__cause__ is None and not e.__suppress_context__:
                made.__context__ = other(e.__context__)
            if isinstance(e, BaseExceptionGroup):
                made.exceptions = [TracebackException(type(one), one, one.__traceback__, **options) for one in e.exceptions]
            left += [(one, of) for one, of in ((made.__cause__, e.__cause__), (made.__context__, e.__context__)) if one is not None]
            left += zip(made.exceptions or (), getattr(e, 'exceptions', ()))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if self._exc_type is None and self.exc_type_qualname is None:
            return None
        module = self.exc_type_module
        return self.exc_type_qualname if module in ('builtins', '__main__') else f'{module}.{self.exc_type_qualname}'

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        indent = 3 * _depth * ' '
        lines = self._last.splitlines(keepends=True) if self._is_syntax else [self._last]
        if _depth > 0 and not self._is_syntax:
            lines = [line + '\n' for line in self._last[:-1].split('\n')]
        for text in lines:
            yield indent + text if text.count('\n') < 2 else ''.join(indent + line for line in text.splitlines(keepends=True))
        for note in self._note_lines():
            yield indent + note
        if show_group and self.exceptions:
            for e in self.exceptions:
                yield from e.format_exception_only(show_group=True, _depth=_depth + 1)

    def _note_lines(self):
        notes = self.__notes__
        if notes is None:
            return
        if not isinstance(notes, (list, tuple)):
            yield f'{_safe(repr, notes, "__notes__")}\n'
            return
        for note in notes:
            yield from (line + '\n' for line in _safe(str, note, 'note').split('\n'))

    def format(self, *, chain=True, _ctx=None, **kwargs):
        margin = _Margin() if _ctx is None else _ctx
        parts, e = [], self
        while e is not None:
            following, words = None, None
            if chain and e.__cause__ is not None:
                following, words = e.__cause__, _CAUSE
            elif chain and e.__context__ is not None and not e.__suppress_context__:
                following, words = e.__context__, _CONTEXT
            parts.append((words, e))
            e = following
        for words, e in reversed(parts):
            if words is not None:
                yield from margin.lines(words)
            yield from e._own_lines(margin) if e.exceptions is None else e._group_lines(margin, chain)

    def _own_lines(self, margin):
        if self._has_traceback:
            yield from margin.lines('Traceback (most recent call last):\n')
            for text in self.stack.format():
                yield from margin.lines(text)
        for text in self.format_exception_only():
            yield from margin.lines(text)

    def _group_lines(self, margin, chain):
        if margin.depth > self.max_group_depth:
            yield from margin.lines(f'... (max_group_depth is {self.max_group_depth})\n')
            return
        top = margin.depth == 0
        if top:
            margin.depth += 1
        if self._has_traceback:
            yield from margin.lines('Exception Group Traceback (most recent call last):\n', '+' if top else '|')
            for text in self.stack.format():
                yield from margin.lines(text)
        for text in self.format_exception_only():
            yield from margin.lines(text)
        count = len(self.exceptions)
        shown = count if count <= self.max_group_width else self.max_group_width + 1
        margin.open = False
        for i in range(shown):
            yield from self._member_lines(margin, chain, i, i == shown - 1)
        if top:
            margin.depth = 0

    def _member_lines(self, margin, chain, i, last):
        truncated = i >= self.max_group_width
        if last:
            margin.open = True
        title = '...' if truncated else i + 1
        yield '  ' * margin.depth + ('+-' if i == 0 else '  ') + f'+---------------- {title} ----------------\n'
        margin.depth += 1
        if truncated:
            more = len(self.exceptions) - self.max_group_width
            yield from margin.lines(f'and {more} more exception{"s" if more > 1 else ""}\n')
        else:
            yield from self.exceptions[i].format(chain=chain, _ctx=margin)
        if last and margin.open:
            yield '  ' * margin.depth + '+------------------------------------\n'
            margin.open = False
        margin.depth -= 1

    def print(self, *, file=None, chain=True, **kwargs):
        for text in self.format(chain=chain):
            print(text, file=_out(file), end='')


# ---- functions

def _parse(exc, value, tb):
    if (value is _absent) != (tb is _absent):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _absent:
        return value, tb
    if exc is None:
        return None, None
    if not isinstance(exc, BaseException):
        raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
    return exc, exc.__traceback__


def _made(exc, value, tb, limit):
    value, tb = _parse(exc, value, tb)
    return TracebackException(type(value), value, tb, limit=limit, compact=True)


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True, **kwargs):
    _made(exc, value, tb, limit).print(file=file, chain=chain)


def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True, **kwargs):
    return list(_made(exc, value, tb, limit).format(chain=chain))


def format_exception_only(exc, /, value=_absent, *, show_group=False, **kwargs):
    if value is _absent:
        value = exc
    made = TracebackException(type(value), value, None, compact=True)
    return list(made.format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_exc') and not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def extract_tb(tb, limit=None):
    return StackSummary._of(_walk(tb), limit, False)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_stack(f=None, limit=None):
    return extract_stack(sys._getframe().f_back if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(sys._getframe().f_back if f is None else f, limit), file)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    for text in StackSummary.from_list(extracted_list).format():
        print(text, file=_out(file), end='')


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next
