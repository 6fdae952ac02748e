"""Streams in memory. Files do not exist here, so that nothing can be opened."""

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def flush(self):
        self._check()


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class _Memory(IOBase):
    """A string or bytes that grows; pieces written at the end are joined when somebody looks."""

    def _open(self, value):
        self._value = value
        self._pieces = []
        self._at = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file" if self._empty == "" else "I/O operation on closed file.")

    def _joined(self):
        if self._pieces:
            self._value += self._empty.join(self._pieces)
            self._pieces = []
        return self._value

    def getvalue(self):
        self._check()
        return self._joined()

    def _write(self, text):
        if self._pieces or self._at == len(self._value):
            self._pieces.append(text)
            self._at += len(text)
            return len(text)
        value = self._value
        if self._at > len(value):
            value += self._pad * (self._at - len(value))
        self._value = value[: self._at] + text + value[self._at + len(text) :]
        self._at += len(text)
        return len(text)

    def read(self, size=-1, /):
        self._check()
        value = self._joined()
        end = len(value) if size is None or size < 0 else min(len(value), self._at + size)
        text = value[self._at : end]
        self._at = max(self._at, end)
        return text

    def readline(self, size=-1, /):
        self._check()
        value = self._joined()
        found = value.find(self._newline, self._at)
        end = len(value) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        text = value[self._at : end]
        self._at = max(self._at, end)
        return text

    def tell(self):
        self._check()
        return self._at

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
            self._at = pos
        elif whence == 1:
            self._at += pos
        else:
            self._at = len(self._joined()) + pos
        self._joined()
        return self._at

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else size
        self._value = self._joined()[:size]
        return size

    def close(self):
        self.closed = True
        self._pieces = []


class StringIO(_Memory, TextIOBase):
    _empty = ""
    _pad = "\0"
    _newline = "\n"
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is None:
            initial_value = ""
        if not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._open(initial_value)

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        return self._write(s)


class BytesIO(_Memory, BufferedIOBase):
    _empty = b""
    _pad = b"\0"
    _newline = b"\n"

    def __init__(self, initial_bytes=b""):
        self._open(bytes(initial_bytes))

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._write(bytes(b))

    def getbuffer(self):
        return memoryview(self.getvalue())


def open(*args, **kwargs):
    raise NotImplementedError("Loopscope has no files (open) yet")
