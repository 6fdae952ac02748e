"""Objects as bytes, in pickle's protocols, written as CPython writes them; what only the oldest have stands in _pickle_old."""
import sys
from io import BytesIO
from _native import index as _index, like_c as _like_c
from struct import pack, unpack

import copyreg
from copyreg import dispatch_table

__all__ = ['HIGHEST_PROTOCOL', 'DEFAULT_PROTOCOL', 'PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps',
           'load', 'loads']

HIGHEST_PROTOCOL = DEFAULT_PROTOCOL = 5
format_version = '5.0'
_FRAME_TARGET = 64 * 1024
_BATCH = 1000


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


for _error in (PickleError, PicklingError, UnpicklingError):
    _error.__module__ = '_pickle'


def _little(number, size):
    return number.to_bytes(size, 'little')


class _Noting:
    """Adds to an error what was being serialized."""

    def __init__(self, text):
        self.text = text

    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        if error is not None and isinstance(error, Exception):
            error.add_note(f'when serializing {self.text}')


def _kind_name(obj):
    cls = type(obj)
    return cls.__qualname__ if cls.__module__ in ('builtins', '__main__', '__mp_main__') else f'{cls.__module__}.{cls.__qualname__}'


class Pickler:
    """Writes objects to a file; `modules` (ours) may say what a module's name stands for."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None, _modules=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        protocol = _index(protocol)
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f'pickle protocol must be <= {HIGHEST_PROTOCOL}')
        if not hasattr(file, 'write'):
            raise TypeError("file must have a 'write' attribute")
        self._file, self.proto, self._modules = file, protocol, _modules or {}
        self.bin, self.fix_imports, self._savers = protocol >= 1, bool(fix_imports) and protocol < 3, _SAVERS
        if protocol < 3:
            from _pickle_old import SAVERS
            self._savers = {**_SAVERS, **SAVERS}
        self.memo = {}
        self.fast = False
        self._out = bytearray()

    def clear_memo(self):
        self.memo = {}

    def dump(self, obj):
        self._out = bytearray()
        self._chunks = [b'\x80' + bytes([self.proto])] if self.proto >= 2 else []
        self._save(obj)
        self._put(b'.')
        self._end_frame()
        for chunk in self._chunks:
            self._file.write(chunk)

    # ---- bytes

    def _put(self, data):
        self._out += data

    def _end_frame(self):
        if self._out:
            if self.proto >= 4 and len(self._out) >= 4:
                self._chunks.append(b'\x95' + _little(len(self._out), 8))
            self._chunks.append(bytes(self._out))
            self._out = bytearray()

    def _memoize(self, obj):
        if self.fast:
            return
        index = len(self.memo)
        self.memo[id(obj)] = index, obj
        if self.proto >= 4:
            self._put(b'\x94')
        elif not self.bin:
            self._put(f'p{index}\n'.encode())
        else:
            self._put(b'q' + bytes([index]) if index < 256 else b'r' + _little(index, 4))

    def _get(self, obj):
        index = self.memo[id(obj)][0]
        if self.bin:
            self._put(b'h' + bytes([index]) if index < 256 else b'j' + _little(index, 4))
        else:
            self._put(f'g{index}\n'.encode())

    # ---- objects

    def persistent_id(self, obj):
        return None

    def _save(self, obj, persistent=True):
        if self.proto >= 4 and len(self._out) >= _FRAME_TARGET:
            self._end_frame()
        if persistent:
            name = self.persistent_id(obj)
            if name is not None:
                if self.bin:
                    self._save(name, False)
                    self._put(b'Q')
                    return
                try:
                    self._put(f'P{name}\n'.encode('ascii'))
                except UnicodeEncodeError:
                    raise PicklingError('persistent IDs in protocol 0 must be ASCII strings') from None
                return
        if id(obj) in self.memo:
            self._get(obj)
            return
        cls = type(obj)
        save = self._savers.get(cls)
        override = getattr(self, 'reducer_override', None)
        if save is not None and (override is None or cls is not type and cls is not _FUNCTION):
            save(self, obj)
            return
        parts = override(obj) if override is not None else NotImplemented
        if parts is NotImplemented and save is not None:
            save(self, obj)
            return
        if parts is NotImplemented:
            reduce = getattr(self, 'dispatch_table', dispatch_table).get(cls)
            if reduce is not None:
                parts = reduce(obj)
            elif isinstance(obj, type):
                self._save_global(obj)
                return
            else:
                parts = obj.__reduce_ex__(self.proto)
        if isinstance(parts, str):
            self._save_global(obj, parts)
            return
        with _Noting(f'{_kind_name(obj)} object'):
            if not isinstance(parts, tuple):
                raise PicklingError(f'__reduce__ must return a string or tuple, not {type(parts).__name__}')
            if not 2 <= len(parts) <= 6:
                raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
            self._save_reduce(obj, *parts)

    def _save_part(self, obj, text):
        try:
            self._save(obj)
        except Exception as error:
            error.add_note(f'when serializing {text}')
            raise

    def _save_reduce(self, obj, function, args, state=None, items=None, pairs=None, setter=None):
        if not callable(function):
            raise PicklingError(f'first item of the tuple returned by __reduce__ must be callable, not {type(function).__name__}')
        if not isinstance(args, tuple):
            raise PicklingError(f'second item of the tuple returned by __reduce__ must be a tuple, not {type(args).__name__}')
        name = getattr(function, '__name__', '')
        kind = _kind_name(obj)
        if name == '__newobj__' and args and self.proto >= 2:
            self._save_part(args[0], f'{kind} class')
            self._save_part(args[1:], f'{kind} __new__ arguments')
            self._put(b'\x81')
        elif name == '__newobj_ex__' and self.proto >= 4:
            for part, text in zip(args, ('class', '__new__ arguments', '__new__ arguments')):
                self._save_part(part, f'{kind} {text}')
            self._put(b'\x92')
        elif name == '__newobj_ex__' and self.proto >= 2:
            from functools import partial
            cls, args, kwargs = args
            self._save_part(partial(cls.__new__, cls, *args, **kwargs), f'{kind} reconstructor')
            self._put(b')R')
        else:
            self._save_part(function, f'{kind} reconstructor')
            self._save_part(args, f'{kind} reconstructor arguments')
            self._put(b'R')
        if id(obj) in self.memo:
            self._put(b'0')
            self._get(obj)
        else:
            self._memoize(obj)
        if items is not None:
            self._save_items(items, f'{kind} item')
        if pairs is not None:
            self._save_pairs(pairs, f'{kind} item')
        if state is None:
            return
        if setter is None:
            self._save_part(state, f'{kind} state')
            self._put(b'b')
            return
        for part, text in ((setter, 'state setter'), (obj, 'state'), (state, 'state')):
            self._save_part(part, f'{kind} {text}')
        self._put(b'\x86R0')

    def _save_items(self, items, text):
        from itertools import batched
        number = 0
        for batch in batched(items, _BATCH):
            many = len(batch) > 1 and self.bin
            if many:
                self._put(b'(')
            for item in batch:
                self._save_part(item, f'{text} {number}')
                number += 1
                if not many:
                    self._put(b'a')
            if many:
                self._put(b'e')

    def _save_pairs(self, pairs, text):
        from itertools import batched
        for batch in batched(pairs, _BATCH):
            many = len(batch) > 1 and self.bin
            if many:
                self._put(b'(')
            for key, value in batch:
                self._save(key)
                self._save_part(value, f'{text} {key!r}')
                if not many:
                    self._put(b's')
            if many:
                self._put(b'u')

    def _found(self, module, path):
        """What a name in a module stands for, as who reads it will find it."""
        place = self._modules.get(module)
        if place is None:
            __import__(module)
            place = sys.modules[module]
        for part in path:
            place = getattr(place, part)
        return place

    def _save_global(self, obj, name=None):
        name = name or getattr(obj, '__qualname__', None) or obj.__name__
        module = getattr(obj, '__module__', None) or _module_that_has(obj, name)
        path = name.split('.')
        if '<locals>' in path:
            raise PicklingError(f"Can't pickle local object {obj!r}")
        try:
            found = self._found(module, path)
        except ModuleNotFoundError as error:
            raise PicklingError(f"Can't pickle {obj!r}: {error}") from error
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: it's not found as {module}.{name}")
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        if self.proto >= 4:
            self._save_text(module)
            self._save_text(name)
            self._put(b'\x93')
        else:
            for _ in path[1:]:
                self._save(getattr)
                if self.proto < 2:
                    self._put(b'(')
            self._put_global(module, path[0])
            for part in path[1:]:
                self._save(part)
                self._put(b'\x86R' if self.proto >= 2 else b'tR')
        self._memoize(obj)

    def _put_global(self, module, name):
        if self.fix_imports:
            from _pickle_old import old_name
            module, name = old_name(module, name)
        self._put(b'c' + module.encode() + b'\n' + name.encode() + b'\n')

    def _save_text(self, obj):
        if id(obj) in self.memo:
            self._get(obj)
            return
        data = obj.encode('utf-8', 'surrogatepass')
        if len(data) < 256 and self.proto >= 4:
            self._put(b'\x8c' + bytes([len(data)]))
        else:
            self._put(b'X' + _little(len(data), 4))
        self._put(data)
        self._memoize(obj)

    def _save_int(self, obj):
        if 0 <= obj < 256:
            self._put(b'K' + bytes([obj]))
        elif 0 <= obj < 65536:
            self._put(b'M' + _little(obj, 2))
        elif -1 << 31 <= obj < 1 << 31:
            self._put(b'J' + obj.to_bytes(4, 'little', signed=True))
        else:
            size = (obj if obj >= 0 else ~obj).bit_length() // 8 + 1
            self._put(b'\x8a' + bytes([size]) if size < 256 else b'\x8b' + _little(size, 4))
            self._put(obj.to_bytes(size, 'little', signed=True))

    def _save_bytes(self, obj):
        self._put(b'C' + bytes([len(obj)]) if len(obj) < 256 else b'B' + _little(len(obj), 4))
        self._put(obj)
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            self._save_reduce(obj, bytearray, (bytes(obj),) if obj else ())
            return
        self._put(b'\x96' + _little(len(obj), 8) + obj)
        self._memoize(obj)

    def _save_tuple(self, obj):
        if not obj:
            self._put(b')')
            return
        small = len(obj) <= 3
        if not small:
            self._put(b'(')
        for number, item in enumerate(obj):
            self._save_part(item, f'tuple item {number}')
        if id(obj) in self.memo:  # it holds itself
            self._put(b'0' * len(obj) if small else b'1')
            self._get(obj)
            return
        self._put((b'\x85', b'\x86', b'\x87')[len(obj) - 1] if small else b't')
        self._memoize(obj)

    def _save_list(self, obj):
        self._put(b']')
        self._memoize(obj)
        self._save_items(obj, 'list item')

    def _save_dict(self, obj):
        self._put(b'}')
        self._memoize(obj)
        self._save_pairs(obj.items(), 'dict item')

    def _save_set(self, obj):
        if self.proto < 4:
            self._save_reduce(obj, set, (list(obj),))
            return
        self._put(b'\x8f')
        self._memoize(obj)
        from itertools import batched
        for batch in batched(obj, _BATCH):
            self._put(b'(')
            for item in batch:
                self._save_part(item, 'set element')
            self._put(b'\x90')

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self._save_reduce(obj, frozenset, (list(obj),))
            return
        self._put(b'(')
        for item in obj:
            self._save_part(item, 'frozenset element')
        if id(obj) in self.memo:
            self._put(b'1')
            self._get(obj)
            return
        self._put(b'\x91')
        self._memoize(obj)

    def _save_type(self, obj):
        for singleton in (None, NotImplemented, ...):
            if obj is type(singleton):
                self._save_reduce(obj, type, (singleton,))
                return
        self._save_global(obj)


_FUNCTION = type(lambda: 0)
_SAVERS = {
    type(None): lambda self, obj: self._put(b'N'), bool: lambda self, obj: self._put(b'\x88' if obj else b'\x89'),
    float: lambda self, obj: self._put(b'G' + pack('>d', obj)), int: Pickler._save_int, str: Pickler._save_text, bytes: Pickler._save_bytes,
    bytearray: Pickler._save_bytearray, tuple: Pickler._save_tuple, list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set,
    frozenset: Pickler._save_frozenset, type: Pickler._save_type, _FUNCTION: Pickler._save_global,
}


def _module_that_has(obj, name):
    for module_name, module in list(sys.modules.items()):
        if module_name not in ('__main__', '__mp_main__') and getattr(module, name, None) is obj:
            return module_name
    return '__main__'


class Unpickler:
    """Reads objects from a file; `modules` (ours) may say what a module's name stands for."""

    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None, _modules=None):
        if not hasattr(file, 'read') or not hasattr(file, 'readline'):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file, self._modules = file, _modules or {}
        self.memo = {}
        self.encoding, self.errors, self.fix_imports, self.proto = encoding, errors, fix_imports, 0

    def persistent_load(self, pid):
        raise UnpicklingError('A load persistent id instruction was encountered, but no persistent_load function was specified.')

    def find_class(self, module, name, /):
        place = self._modules.get(module)
        if place is None:
            __import__(module)
            place = sys.modules[module]
        for part in name.split('.'):
            place = getattr(place, part)
        return place

    def _find(self, module, name):
        if self.proto < 3 and self.fix_imports:
            from _pickle_old import new_name
            module, name = new_name(module, name)
        return self.find_class(module, name)

    def load(self):
        self._stack, self._marks, self.proto = [], [], 0
        while True:
            code = self._file.read(1)
            if not code:
                raise EOFError('Ran out of input')
            if code == b'.':
                return self._pop()
            load = _LOADERS.get(code)
            if load is None:
                from _pickle_old import LOADERS
                load = LOADERS.get(code)
            if load is None:
                raise UnpicklingError(f"invalid load key, '{code.decode('latin1')}'." if 32 <= code[0] < 127 else f"invalid load key, '\\x{code[0]:02x}'.")
            load(self)

    def _read(self, size):
        data = self._file.read(size)
        if len(data) < size:
            raise UnpicklingError('pickle data was truncated')
        return data

    def _frame(self):
        size, file = self._number(8), self._file
        if isinstance(file, BytesIO) and len(file.getbuffer()) - file.tell() < size:
            raise UnpicklingError('pickle data was truncated')

    def _number(self, size):
        return int.from_bytes(self._read(size), 'little')

    def _line(self):
        line = self._file.readline()
        if not line.endswith(b'\n'):
            raise UnpicklingError('pickle data was truncated')
        return line[:-1].decode()

    def _pop(self):
        if not self._stack:
            raise UnpicklingError('unpickling stack underflow')
        return self._stack.pop()

    def _push(self, obj):
        self._stack.append(obj)

    def _mark(self):
        self._marks.append(self._stack)
        self._stack = []

    def _since_mark(self):
        if not self._marks:
            raise UnpicklingError('could not find MARK')
        items, self._stack = self._stack, self._marks.pop()
        return items

    def _protocol(self):
        number = self._number(1)
        if number > HIGHEST_PROTOCOL:
            raise ValueError(f'unsupported pickle protocol: {number}')
        self.proto = number

    def _tuple(self, size):
        items = [self._pop() for _ in range(size)]
        self._push(tuple(items[::-1]))

    def _reduce(self):
        args = self._pop()
        function = self._pop()
        self._push(function(*args))

    def _new(self):
        args = self._pop()
        cls = self._pop()
        self._push(cls.__new__(cls, *args))

    def _new_keywords(self):
        kwargs = self._pop()
        args = self._pop()
        cls = self._pop()
        self._push(cls.__new__(cls, *args, **kwargs))

    def _build(self):
        state = self._pop()
        obj = self._stack[-1]
        setstate = getattr(obj, '__setstate__', None)
        if setstate is not None:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            obj.__dict__.update(state)
        for name, value in (slots or {}).items():
            setattr(obj, name, value)

    def _extend(self):
        items = self._since_mark()
        obj = self._stack[-1]
        if hasattr(obj, 'extend'):
            obj.extend(items)
        else:
            for item in items:
                obj.append(item)

    def _append(self):
        item = self._pop()
        self._stack[-1].append(item)

    def _set_item(self):
        value = self._pop()
        key = self._pop()
        self._stack[-1][key] = value

    def _set_items(self):
        items = self._since_mark()
        obj = self._stack[-1]
        for i in range(0, len(items), 2):
            obj[items[i]] = items[i + 1]

    def _add_items(self):
        items = self._since_mark()
        self._stack[-1].update(items)

    def _global(self):
        module = self._line()
        self._push(self._find(module, self._line()))

    def _stack_global(self):
        name = self._pop()
        self._push(self.find_class(self._pop(), name))

    def _keep(self, index):
        if not self._stack:
            raise UnpicklingError('unpickling stack underflow')
        self.memo[index] = self._stack[-1]

    def _recall(self, index):
        if index not in self.memo:
            raise UnpicklingError(f'Memo value not found at index {index}')
        self._push(self.memo[index])

    def _text(self, size):
        self._push(self._read(self._number(size)).decode('utf-8', 'surrogatepass'))

    def _bytes(self, size):
        self._push(self._read(self._number(size)))

    def _long(self, size):
        self._push(int.from_bytes(self._read(self._number(size)), 'little', signed=True))


_LOADERS = {
    b'\x80': Unpickler._protocol, b'\x95': Unpickler._frame, b'N': lambda self: self._push(None), b'\x88': lambda self: self._push(True),
    b'\x89': lambda self: self._push(False), b'K': lambda self: self._push(self._number(1)), b'M': lambda self: self._push(self._number(2)),
    b'J': lambda self: self._push(int.from_bytes(self._read(4), 'little', signed=True)), b'\x8a': lambda self: self._long(1),
    b'\x8b': lambda self: self._long(4), b'G': lambda self: self._push(unpack('>d', self._read(8))[0]), b'\x8c': lambda self: self._text(1),
    b'X': lambda self: self._text(4), b'\x8d': lambda self: self._text(8), b'C': lambda self: self._bytes(1), b'B': lambda self: self._bytes(4),
    b'\x8e': lambda self: self._bytes(8), b'\x96': lambda self: self._push(bytearray(self._read(self._number(8)))),
    b')': lambda self: self._push(()), b'\x85': lambda self: self._tuple(1), b'\x86': lambda self: self._tuple(2),
    b'\x87': lambda self: self._tuple(3), b't': lambda self: self._push(tuple(self._since_mark())), b']': lambda self: self._push([]),
    b'l': lambda self: self._push(self._since_mark()), b'}': lambda self: self._push({}), b'\x8f': lambda self: self._push(set()),
    b'\x91': lambda self: self._push(frozenset(self._since_mark())), b'(': Unpickler._mark, b'a': Unpickler._append, b'e': Unpickler._extend,
    b's': Unpickler._set_item, b'u': Unpickler._set_items, b'\x90': Unpickler._add_items, b'R': Unpickler._reduce, b'\x81': Unpickler._new,
    b'\x92': Unpickler._new_keywords, b'b': Unpickler._build, b'c': Unpickler._global, b'\x93': Unpickler._stack_global,
    b'\x94': lambda self: self._keep(len(self.memo)), b'q': lambda self: self._keep(self._number(1)), b'r': lambda self: self._keep(self._number(4)),
    b'h': lambda self: self._recall(self._number(1)), b'j': lambda self: self._recall(self._number(4)), b'0': lambda self: self._pop() if self._stack else self._since_mark(),
    b'1': lambda self: self._since_mark(), b'2': lambda self: self._push(self._stack[-1]),
    b'Q': lambda self: self._push(self.persistent_load(self._pop())),
}


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    file = BytesIO()
    Pickler(file, protocol, fix_imports=fix_imports).dump(obj)
    return file.getvalue()


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports).dump(obj)


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    if isinstance(data, (str, int, list, tuple)) or data is None:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return Unpickler(BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors).load()


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()


# The codes of the format, by their names.
for _code in '''
ADDITEMS=90 APPEND=61 APPENDS=65 BINBYTES=42 BINBYTES8=8e BINFLOAT=47 BINGET=68 BININT=4a BININT1=4b BININT2=4d BINPERSID=51 BINPUT=71
BINSTRING=54 BINUNICODE=58 BINUNICODE8=8d BUILD=62 BYTEARRAY8=96 DICT=64 DUP=32 EMPTY_DICT=7d EMPTY_LIST=5d EMPTY_SET=8f EMPTY_TUPLE=29
EXT1=82 EXT2=83 EXT4=84 FLOAT=46 FRAME=95 FROZENSET=91 GET=67 GLOBAL=63 INST=69 INT=49 LIST=6c LONG=4c LONG1=8a LONG4=8b LONG_BINGET=6a
LONG_BINPUT=72 MARK=28 MEMOIZE=94 NEWFALSE=89 NEWOBJ=81 NEWOBJ_EX=92 NEWTRUE=88 NEXT_BUFFER=97 NONE=4e OBJ=6f PERSID=50 POP=30
POP_MARK=31 PROTO=80 PUT=70 READONLY_BUFFER=98 REDUCE=52 SETITEM=73 SETITEMS=75 SHORT_BINBYTES=43 SHORT_BINSTRING=55 SHORT_BINUNICODE=8c
STACK_GLOBAL=93 STOP=2e STRING=53 TUPLE=74 TUPLE1=85 TUPLE2=86 TUPLE3=87 UNICODE=56
'''.split():
    _name, _, _value = _code.partition('=')
    globals()[_name] = bytes.fromhex(_value)
    __all__.append(_name)
del _code, _name, _value
TRUE, FALSE = b'I01\n', b'I00\n'
__all__ += ['TRUE', 'FALSE']


_like_c(dump, dumps, load, loads)
