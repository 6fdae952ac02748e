"""What pickle's protocols 0 to 2 have of their own: how things are written there, codes that only they use, names of Python 2."""
from struct import pack

# Names of modules and of what is in them, as Python 2 had them: here, there.
_MODULES = '''builtins:__builtin__ copyreg:copy_reg queue:Queue socketserver:SocketServer configparser:ConfigParser reprlib:repr tkinter:Tkinter
html.parser:HTMLParser http.client:httplib http.cookies:Cookie http.cookiejar:cookielib http.server:BaseHTTPServer _thread:thread
_dummy_thread:dummy_thread _markupbase:markupbase winreg:_winreg dbm:anydbm dbm.dumb:dumbdbm dbm.gnu:gdbm dbm.ndbm:dbm
urllib.parse:urlparse urllib.robotparser:robotparser urllib.request:urllib2 xmlrpc.client:xmlrpclib'''
_NAMES = '''builtins.range:__builtin__.xrange functools.reduce:__builtin__.reduce sys.intern:__builtin__.intern builtins.chr:__builtin__.unichr
builtins.str:__builtin__.unicode builtins.int:__builtin__.long builtins.zip:itertools.izip builtins.map:itertools.imap
builtins.filter:itertools.ifilter itertools.filterfalse:itertools.ifilterfalse itertools.zip_longest:itertools.izip_longest
collections.UserDict:UserDict.IterableUserDict collections.UserList:UserList.UserList collections.UserString:UserString.UserString
io.BytesIO:StringIO.StringIO codecs.encode:_codecs.encode'''
_OF_SYSTEM = '''BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError
TimeoutError'''
_EXCEPTIONS = '''ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError EnvironmentError
Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError KeyError KeyboardInterrupt
LookupError MemoryError NameError NotImplementedError OSError OverflowError PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning
StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError'''


def _pairs(text):
    return [tuple(each.split(':')) for each in text.split()]


def old_name(module, name):
    """What Python 2 called it."""
    known = dict(_pairs(_NAMES)).get(f'{module}.{name}')
    if known is not None:
        return tuple(known.rsplit('.', 1))
    if module == 'builtins' and name == 'ModuleNotFoundError':
        return 'exceptions', 'ImportError'
    if module == 'builtins' and name in _OF_SYSTEM.split():
        return 'exceptions', 'OSError'
    if module == 'builtins' and name in _EXCEPTIONS.split():
        return 'exceptions', name
    return dict(_pairs(_MODULES)).get(module, module), name


def new_name(module, name):
    """What is called so here."""
    known = {old: new for new, old in _pairs(_NAMES)}.get(f'{module}.{name}')
    if known is not None:
        return tuple(known.rsplit('.', 1))
    if module == 'exceptions':
        return 'builtins', name
    return {old: new for new, old in _pairs(_MODULES)}.get(module, module), name


# ---- writing

def _save_bool(self, obj):
    self._put((b'\x88' if obj else b'\x89') if self.proto >= 2 else b'I01\n' if obj else b'I00\n')


def _save_int(self, obj):
    from pickle import Pickler
    small = -1 << 31 <= obj < 1 << 31
    if self.proto >= 2 or (self.proto == 1 and small):
        Pickler._save_int(self, obj)
    else:
        self._put(f'I{obj}\n'.encode() if small else f'L{obj}L\n'.encode())


def _save_float(self, obj):
    self._put(b'G' + pack('>d', obj) if self.proto else f'F{obj!r}\n'.encode())


def _save_text(self, obj):
    from pickle import Pickler
    if self.proto or id(obj) in self.memo:
        Pickler._save_text(self, obj)
        return
    text = obj
    for char in '\\\0\n\r\x1a':
        text = text.replace(char, f'\\u{ord(char):04x}')
    self._put(b'V' + text.encode('raw-unicode-escape') + b'\n')
    self._memoize(obj)


def _save_bytes(self, obj):
    import codecs
    if obj:
        self._save_reduce(obj, codecs.encode, (str(obj, 'latin1'), 'latin1'))
    else:
        self._save_reduce(obj, bytes, ())


def _save_tuple(self, obj):
    from pickle import Pickler
    if self.proto >= 2 or (not obj and self.proto):
        Pickler._save_tuple(self, obj)
        return
    self._put(b'(')
    for number, item in enumerate(obj):
        self._save_part(item, f'tuple item {number}')
    if id(obj) in self.memo:    # it holds itself
        self._put(b'1' if self.proto else b'0' * (len(obj) + 1))
        self._get(obj)
        return
    self._put(b't')
    if obj:
        self._memoize(obj)


def _save_list(self, obj):
    self._put(b']' if self.proto else b'(l')
    self._memoize(obj)
    self._save_items(obj, 'list item')


def _save_dict(self, obj):
    self._put(b'}' if self.proto else b'(d')
    self._memoize(obj)
    self._save_pairs(obj.items(), 'dict item')


SAVERS = {bool: _save_bool, int: _save_int, float: _save_float, str: _save_text, bytes: _save_bytes, tuple: _save_tuple, list: _save_list,
          dict: _save_dict}


# ---- reading

def _string(self, data):
    self._push(data if self.encoding == 'bytes' else data.decode(self.encoding, self.errors))


def _quoted(self):
    from ast import literal_eval
    from pickle import UnpicklingError
    text = self._line()
    if len(text) < 2 or text[0] != text[-1] or text[0] not in '"\'':
        raise UnpicklingError('the STRING opcode argument must be quoted')
    _string(self, literal_eval('b' + text))


def _int(self):
    text = self._line()
    self._push({'00': False, '01': True}[text] if text in ('00', '01') else int(text, 0))


def _made(self, cls, args):
    if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__'):
        self._push(cls(*args))
    else:
        self._push(cls.__new__(cls))


def _instance(self):
    module = self._line()
    cls = self._find(module, self._line())
    _made(self, cls, self._since_mark())


def _object(self):
    cls, *args = self._since_mark()
    _made(self, cls, args)


def _dict(self):
    items = self._since_mark()
    self._push(dict(zip(items[::2], items[1::2])))


LOADERS = {
    b'I': _int, b'L': lambda self: self._push(int(self._line().removesuffix('L'), 0)), b'F': lambda self: self._push(float(self._line())),
    b'S': _quoted, b'T': lambda self: _string(self, self._read(self._number(4))), b'U': lambda self: _string(self, self._read(self._number(1))),
    b'V': lambda self: self._push(self._file.readline()[:-1].decode('raw-unicode-escape')), b'd': _dict, b'i': _instance, b'o': _object,
    b'p': lambda self: self._keep(int(self._line())), b'g': lambda self: self._recall(int(self._line())),
    b'P': lambda self: self._push(self.persistent_load(self._line())),
}
