"""warnings: what is shown, how often, and as what. The engine's own warnings come through _engine_warn once this is imported."""
import sys
import _warnings
from _native import index as _index, like_c as _like_c

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings', 'catch_warnings',
           'deprecated']

_DEPRECATED_MSG = '{name!r} is deprecated and slated for removal in Python {remove}'
_ACTIONS = ('error', 'ignore', 'always', 'all', 'default', 'module', 'once')

# (action, pattern of the message or None, category, the module's name or a pattern of it or None, line or 0), first match first.
filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
defaultaction = 'default'
onceregistry = {}
_version = 0


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')

    def __repr__(self):
        return f'<{type(self).__qualname__} {self}>'


def _format(note):
    text = f'{note.filename}:{note.lineno}: {note.category.__name__}: {note.message}\n'
    line = _warnings.source_line(note.filename, note.lineno) if note.line is None else note.line
    if line and line.strip():
        text += f'  {line.strip()}\n'
    if note.source is not None:
        text += f'{note.category.__name__}: Enable tracemalloc to get the object allocation traceback\n'
    return text


def formatwarning(message, category, filename, lineno, line=None):
    return _format(WarningMessage(message, category, filename, lineno, None, line))


def showwarning(message, category, filename, lineno, file=None, line=None):
    _print(WarningMessage(message, category, filename, lineno, file, line))


_formatwarning_orig, _showwarning_orig = formatwarning, showwarning


def _print(note):
    file = sys.stderr if note.file is None else note.file
    if file is None:
        return
    if formatwarning is _formatwarning_orig:
        text = _format(note)
    else:
        text = formatwarning(note.message, note.category, note.filename, note.lineno, note.line)
    file.write(text)


def _show(note):
    _warnings.trace(note.category, str(note.message), note.lineno)
    if showwarning is _showwarning_orig:
        _print(note)
        return
    if not callable(showwarning):
        raise TypeError('warnings.showwarning() must be set to a function or method')
    showwarning(note.message, note.category, note.filename, note.lineno, note.file, note.line)


_record = None


def _matches(row, text, category, module, lineno):
    _, message, kind, name, line = row
    if line not in (0, lineno) or not issubclass(category, kind):
        return False
    return (message is None or message.match(text)) and (name is None or _is_module(name, module))


def _is_module(wanted, module):
    return module == wanted if isinstance(wanted, str) else wanted.match(module)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = (filename or '<unknown>').removesuffix('.py')
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text = message
        message = category(message)
    action = defaultaction
    for row in filters:
        if _matches(row, text, category, module, lineno):
            action = row[0]
            break
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action not in ('always', 'all') and _is_known(action, (text, category), lineno, registry):
        return
    note = WarningMessage(message, category, filename, lineno, source=source)
    if _record is None:
        _show(note)
    else:
        _record.append(note)


def _is_known(action, key, lineno, registry):
    """Notes a warning of this action; whether it was noted before."""
    if action == 'once':
        registry = onceregistry
    elif registry is None:
        return False
    if action == 'default':
        key += (lineno,)
    elif action == 'module':
        key += (0,)
    if registry.get('version', 0) != _version:
        registry.clear()
        registry['version'] = _version
    if registry.get(key):
        return True
    registry[key] = 1
    return False


def _category_of(message, category):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f'category must be a Warning subclass, not {type(category).__name__!r}')
    return category


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if not isinstance(stacklevel, int):
        stacklevel = _index(stacklevel)
    category = _category_of(message, category)
    try:
        frame = sys._getframe(max(stacklevel, 1))
        while skip_file_prefixes and frame.f_code.co_filename.startswith(skip_file_prefixes):
            frame = frame.f_back
    except (ValueError, AttributeError):
        names, filename, lineno = sys.__dict__, '<sys>', 0
    else:
        names, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    registry = names.setdefault('__warningregistry__', {})
    warn_explicit(message, category, filename, lineno, names.get('__name__', '<string>'), registry, names, source)


_like_c(warn)
_registries = {}


def _engine_warn(text, category, filename, lineno, source):
    # A SyntaxWarning has no registry in CPython: compiling twice warns twice.
    registry = None if category is SyntaxWarning else _registries.setdefault(filename, {})
    warn_explicit(text, category, filename, lineno, 'sys' if filename == '<sys>' else '__main__', registry, None, source)


def __getattr__(name):
    import _more
    return _more.find(__name__, name)


def _changed():
    global _version
    _version += 1


def _check(action, lineno, category=Warning):
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError('category must be a Warning subclass')
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')


def _add(row, append):
    if not append:
        if row in filters:
            filters.remove(row)
        filters.insert(0, row)
    elif row not in filters:
        filters.append(row)
    _changed()


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    if not isinstance(message, str):
        raise TypeError('message must be a string')
    if not isinstance(module, str):
        raise TypeError('module must be a string')
    _check(action, lineno, category)
    if message or module:
        import re
        message, module = message and re.compile(message, re.I), module and re.compile(module)
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action, lineno)
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    filters[:] = []
    _changed()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._wanted = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        args = ['record=True'] if self._wanted else []
        return f'{type(self).__name__}({", ".join(args)})'

    def __enter__(self):
        global _record, showwarning
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._saved = filters[:], _record, showwarning
        _changed()
        log = None
        if self._wanted:
            log = _record = []
            showwarning = _showwarning_orig
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global _record, showwarning
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:], _record, showwarning = self._saved
        _changed()


def _deprecated(name, message=_DEPRECATED_MSG, *, remove):
    text = message.format(name=name, remove=f'{remove[0]}.{remove[1]}')
    warn(text, DeprecationWarning, stacklevel=3)


class deprecated:
    """Marks a class or function: using it warns."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, level = self.message, self.category, self.stacklevel
        arg.__deprecated__ = message
        if category is None:
            return arg
        if isinstance(arg, type):
            made = arg.__new__

            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category=category, stacklevel=level + 1)
                return made(cls, *args, **kwargs) if made is not object.__new__ else made(cls)

            arg.__new__ = staticmethod(__new__)
            return arg
        if not callable(arg):
            raise TypeError('@deprecated decorator with non-None category must be applied to a class or callable, '
                            f'not {arg!r}')
        import functools

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=level + 1)
            return arg(*args, **kwargs)

        if arg.__code__.co_flags & 0x80:
            import inspect
            inspect.markcoroutinefunction(wrapper)
        wrapper.__deprecated__ = message
        return wrapper
