"""What some modules of the engine's own image have besides, for the few programs that ask for it: found by their __getattr__."""
from _native import like_c


def _all(module):
    if module not in _found:
        made = _found[module] = _MODULES[module]()
        for name, each in made.items():
            if type(each) is type(_all) and each.__module__ == '_more':
                each.__qualname__ = name
                each.__module__ = module
                if module in ('gc', 'time', 'sys'):
                    like_c(each)
    return _found[module]


def find(module, name):
    if module == 'sys' and name in ('meta_path', 'path_hooks', 'path_importer_cache'):
        import _importer  # which puts them there
        return _importer.sys.__dict__[name]
    if module == 'sys' and name == 'monitoring':
        import _monitoring
        return _monitoring.monitoring
    found = _all(module)
    if name in found:
        return found[name]
    raise AttributeError(f'module {module!r} has no attribute {name!r}')


def names(module):
    return list(_all(module))


def _of(*functions):
    return {each.__name__: each for each in functions}


# ---- types

def _types():
    import sys
    from types import GenericAlias

    class _Slotted:
        __slots__ = ('slot',)

    class PyCapsule:
        __qualname__ = 'PyCapsule'
        """What CPython's modules hand pointers to each other in; nothing here makes one."""
        __module__ = 'builtins'

        def __new__(cls, *args, **kwds):
            raise TypeError("cannot create 'PyCapsule' instances")

        def __init_subclass__(cls):
            raise TypeError("type 'PyCapsule' is not an acceptable base type")

    def get_original_bases(cls, /):
        if not isinstance(cls, type):
            raise TypeError(f'Expected an instance of type, not {type(cls).__name__!r}')
        return cls.__dict__.get('__orig_bases__', cls.__bases__)

    def resolve_bases(bases):
        resolved, changed = [], False
        for base in bases:
            if isinstance(base, type) and not isinstance(base, GenericAlias) or not hasattr(base, '__mro_entries__'):
                resolved.append(base)
                continue
            entries, changed = base.__mro_entries__(bases), True
            if not isinstance(entries, tuple):
                raise TypeError('__mro_entries__ must return a tuple')
            resolved.extend(entries)
        return tuple(resolved) if changed else bases

    def prepare_class(name, bases=(), kwds=None):
        kwds = dict(kwds or {})
        meta = kwds.pop('metaclass', None) or (type(bases[0]) if bases else type)
        for base in bases if isinstance(meta, type) else ():
            if issubclass(type(base), meta):
                meta = type(base)
            elif not issubclass(meta, type(base)):
                raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses '
                                'of all its bases')
        return meta, meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}, kwds
    return {'FrameType': type(sys._getframe()), 'GetSetDescriptorType': type(type.__dict__['__mro__']),
            'MemberDescriptorType': type(_Slotted.__dict__['slot']), 'MethodDescriptorType': type(str.join),
            'MethodWrapperType': type(object().__str__), 'WrapperDescriptorType': type(object.__init__),
            'ClassMethodDescriptorType': type(dict.__dict__['fromkeys']), 'CapsuleType': PyCapsule, **_of(get_original_bases, resolve_bases, prepare_class)}


# ---- contextlib

def _contextlib():
    from contextlib import AbstractContextManager
    import os

    class chdir(AbstractContextManager):
        """Another working directory while the block runs."""

        def __init__(self, path):
            self.path, self._before = path, []

        def __enter__(self):
            self._before.append(os.getcwd())
            os.chdir(self.path)

        def __exit__(self, *excinfo):
            os.chdir(self._before.pop())
    chdir.__module__ = 'contextlib'
    chdir.__qualname__ = 'chdir'
    for method in (chdir.__init__, chdir.__enter__, chdir.__exit__):
        method.__qualname__ = f'chdir.{method.__name__}'
    return {'chdir': chdir}


# ---- gc

def _gc():
    from _native import objects, referents
    held = [0]

    def get_objects(generation=None):
        if generation is not None and not 0 <= generation <= 2:
            raise ValueError('generation parameter must be less than the number of available generations (3)' if generation > 2
                             else 'generation parameter cannot be negative')
        return objects() if generation in (None, 2) else []

    def get_referents(*objs):
        return [found for each in objs for found in referents(each)]

    def get_referrers(*objs):
        wanted = {id(each) for each in objs}
        return [each for each in objects() if each is not objs and any(id(found) in wanted for found in referents(each))]

    def get_debug():
        return held[0]

    def set_debug(flags, /):
        if flags:
            raise NotImplementedError('Loopscope has no debugging of its collector')
        held[0] = flags

    def get_freeze_count():
        return 0

    def get_stats():
        return [{'collections': 0, 'collected': 0, 'uncollectable': 0} for _ in range(3)]

    def is_finalized(obj, /):
        return False
    flags = {'DEBUG_STATS': 1, 'DEBUG_COLLECTABLE': 2, 'DEBUG_UNCOLLECTABLE': 4, 'DEBUG_SAVEALL': 32, 'DEBUG_LEAK': 38}
    return {**flags, 'callbacks': [], **_of(get_objects, get_referents, get_referrers, get_debug, set_debug, get_freeze_count, get_stats,
                                            is_finalized)}


# ---- time

def _time():
    import time
    def read(clk_id):
        """Their names: those of the wall, of the computing, and the steady ones."""
        if clk_id not in (0, 1, 2, 3, 4, 7, 11):
            raise OSError(22, 'Invalid argument')
        return 'time' if clk_id in (0, 11) else 'process_time' if clk_id in (2, 3) else 'monotonic'

    def clock_gettime_ns(clk_id, /):
        return getattr(time, read(clk_id) + '_ns')()

    def clock_gettime(clk_id, /):
        return getattr(time, read(clk_id))()

    def clock_getres(clk_id, /):
        clock_gettime_ns(clk_id)
        return 1e-09

    def clock_settime(clk_id, time, /):
        raise PermissionError(1, 'Operation not permitted')

    def clock_settime_ns(clk_id, time, /):
        raise PermissionError(1, 'Operation not permitted')

    def pthread_getcpuclockid(thread_id, /):
        return 3
    clocks = {'CLOCK_PROCESS_CPUTIME_ID': 2, 'CLOCK_THREAD_CPUTIME_ID': 3, 'CLOCK_MONOTONIC_RAW': 4, 'CLOCK_BOOTTIME': 7, 'CLOCK_TAI': 11}
    return {**clocks, **_of(clock_gettime, clock_gettime_ns, clock_getres, clock_settime, clock_settime_ns, pthread_getcpuclockid)}


# ---- sys

_STANDARD = '''abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code
codecs codeop collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg csv ctypes curses
dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions
ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib inspect io
ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt
ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint
profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets
select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat statistics
string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter
token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref
webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo annotationlib __future__ _thread _io _collections_abc _weakref
_asyncio _abc _bisect _heapq _json _random _struct _operator _functools _collections _datetime _decimal _pickle _socket _sre _signal _string
_warnings _weakrefset _threading_local _strptime _py_abc _pydecimal _pydatetime _pyio _markupbase _compat_pickle'''


def breakpointhook(*args, **kwds):
    """sys.breakpointhook: the debugger, or what the program names."""
    import sys
    os = sys.modules.get('os')
    wanted = os.environ.get('PYTHONBREAKPOINT') if os else None
    if wanted == '0':
        return None
    module, _, name = (wanted or 'pdb.set_trace').rpartition('.')
    try:
        hook = getattr(__import__(module or 'builtins', fromlist=[name]), name)
    except (ImportError, AttributeError):
        import warnings
        return warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{wanted}"', RuntimeWarning, stacklevel=2)
    return hook(*args, **kwds)


def _sys():
    import sys
    from collections import namedtuple
    info = namedtuple('thread_info', 'name lock version')
    info.__module__ = info.__qualname__ = 'sys'
    info.__repr__ = lambda self: f'sys.thread_info(name={self.name!r}, lock={self.lock!r}, version={self.version!r})'

    def getallocatedblocks():
        from _native import objects
        return len(objects())

    def getunicodeinternedsize(*, _only_immortal=False):
        return 0

    def getfilesystemencodeerrors():
        return 'surrogateescape'

    def addaudithook(hook):
        if not callable(hook):
            raise TypeError('expected callable')

    def call_tracing(func, args, /):
        from _native import tracing_busy
        before = tracing_busy(0)  # what a tracer calls by this is traced itself
        try:
            return func(*args)
        finally:
            tracing_busy(before)

    def is_stack_trampoline_active():
        return False

    def is_remote_debug_enabled():
        return False

    def activate_stack_trampoline(backend, /):
        raise ValueError('perf trampoline not available')

    def deactivate_stack_trampoline():
        pass
    plain = {'abiflags': '', 'base_exec_prefix': sys.exec_prefix, 'orig_argv': ['python3', *sys.argv],
             'pycache_prefix': None, 'stdlib_module_names': frozenset(_STANDARD.split()), 'thread_info': info('pthread-stubs', None, None)}
    return {**plain, **_of(getallocatedblocks, getunicodeinternedsize, getfilesystemencodeerrors, addaudithook, call_tracing,
                           is_stack_trampoline_active, is_remote_debug_enabled, activate_stack_trampoline, deactivate_stack_trampoline)}


# ---- functools

def _functools():
    mark = object()

    def _make_key(args, kwds, typed):
        """What lru_cache remembers a call under."""
        key = args
        if kwds:
            key += mark, *[part for pair in kwds.items() for part in pair]
        if typed:
            return (*key, *map(type, args), *map(type, kwds.values()))
        return key[0] if len(key) == 1 and type(key[0]) in (int, str) else key
    return _of(_make_key)


# ---- warnings

def _warnings():
    import warnings
    actions = 'default', 'always', 'ignore', 'module', 'once', 'error'

    class _OptionError(Exception):
        """What is wrong with a filter as the command line writes it."""
    _OptionError.__module__, _OptionError.__qualname__ = 'warnings', '_OptionError'

    def _getaction(action):
        if not action:
            return 'default'
        if action == 'all':
            return action
        for known in actions:
            if known.startswith(action):
                return known
        raise _OptionError(f'invalid action: {action!r}')

    def _getcategory(category):
        module, _, name = (category or 'Warning').rpartition('.')
        try:
            found = getattr(__import__(module or 'builtins', None, None, [name]), name)
        except ImportError:
            raise _OptionError(f'invalid module name: {module!r}') from None
        except AttributeError:
            raise _OptionError(f'unknown warning category: {category!r}') from None
        if not issubclass(found, Warning):
            raise _OptionError(f'invalid warning category: {category!r}')
        return found

    def _setoption(arg):
        parts = [part.strip() for part in arg.split(':')]
        if len(parts) > 5:
            raise _OptionError(f'too many fields (max 5): {arg!r}')
        action, message, category, module, lineno = parts + [''] * (5 - len(parts))
        action, category = _getaction(action), _getcategory(category)
        if message or module:
            import re
            message, module = re.escape(message), module and re.escape(module) + r'\z'
        try:
            lineno = int(lineno or 0)
            if lineno < 0:
                raise ValueError
        except ValueError:
            raise _OptionError(f'invalid lineno {lineno!r}') from None
        warnings.filterwarnings(action, message, category, module, lineno)
    return {'_OptionError': _OptionError, **_of(_getaction, _getcategory, _setoption)}


_MODULES = {'types': _types, 'functools': _functools, 'warnings': _warnings, 'contextlib': _contextlib, 'gc': _gc, 'time': _time, 'sys': _sys}
_found = {}
