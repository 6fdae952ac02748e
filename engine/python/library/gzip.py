"""gzip: compressed files, read and written whole."""
import builtins
import io
import os
import time
import zlib

__all__ = ['BadGzipFile', 'GzipFile', 'open', 'compress', 'decompress']

READ, WRITE = 'rb', 'wb'


class BadGzipFile(OSError):
    pass


def compress(data, compresslevel=9, *, mtime=0):
    made = bytearray(zlib.compress(data, compresslevel, 31))
    made[4:8] = int(time.time() if mtime is None else mtime).to_bytes(4, 'little')
    made[8:10] = bytes((2 if compresslevel == 9 else 4 if compresslevel == 1 else 0, 255))
    return bytes(made)


def decompress(data):
    out, data = [], bytes(data)
    while data:
        if data[:2] != b'\x1f\x8b':
            raise BadGzipFile(f'Not a gzipped file ({data[:2]!r})')
        steps = zlib.decompressobj(31)
        out.append(steps.decompress(data))
        if not steps.eof and not steps.unused_data and not out[-1]:
            if _ends(data):
                break
            raise EOFError('Compressed file ended before the end-of-stream marker was reached')
        data = steps.unused_data.lstrip(b'\0')
    return b''.join(out)


def _ends(data):
    try:
        zlib.decompress(data, 31)
    except zlib.error:
        return False
    return True


class GzipFile(io.BufferedIOBase):
    """A file that is read and uncompressed when it is first looked into, or compressed when it is closed."""

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError(f'Invalid mode: {mode!r}')
        if mode and 'b' not in mode:
            mode += 'b'
        self._own = None
        if fileobj is None:
            fileobj = self._own = builtins.open(filename, mode or 'rb')
        if filename is None:
            filename = getattr(fileobj, 'name', '')
            filename = filename if isinstance(filename, (str, bytes)) else ''
        self.name = os.fspath(filename)
        mode = mode or getattr(fileobj, 'mode', READ)
        if mode[0] not in 'rwax':
            raise ValueError(f'Invalid mode: {mode!r}')
        self.fileobj, self._level, self._mtime = fileobj, compresslevel, mtime
        self.mode = READ if mode.startswith('r') else WRITE
        self._data = None if self.mode == READ else io.BytesIO()

    closed = property(lambda self: self.fileobj is None)

    @property
    def mtime(self):
        """The moment that the header tells; None: it was not read yet."""
        return self._mtime

    def __repr__(self):
        return f'<gzip {repr(self.fileobj)[1:-1]} {hex(id(self))}>'

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def _must(self, mode, what):
        self._check_open()
        if self.mode != mode:
            raise OSError(9, f'{what}() on {"write" if mode == READ else "read"}-only GzipFile object')

    def _unpacked(self, what):
        self._must(READ, what)
        if self._data is None:
            packed = self.fileobj.read()
            self._data = io.BytesIO(decompress(packed))
            if packed:
                self._mtime = int.from_bytes(packed[4:8], 'little')
        return self._data

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def fileno(self):
        """Invoke the underlying file object's fileno() method."""
        return self.fileobj.fileno()

    def write(self, data):
        self._must(WRITE, 'write')
        return self._data.write(data)

    def read(self, size=-1):
        return self._unpacked('read').read(size)

    def read1(self, size=-1):
        return self._unpacked('read1').read(size)

    def peek(self, n):
        data = self._unpacked('peek')
        return data.getbuffer()[data.tell():][:max(n, 1)].tobytes()

    def readline(self, size=-1):
        return self._unpacked('readline').readline(size)

    def rewind(self):
        self._unpacked('rewind').seek(0)

    def tell(self):
        return self._data.tell() if self._data is not None else 0

    def seek(self, offset, whence=0):
        if self.mode == READ:
            return self._unpacked('seek').seek(offset, whence)
        if whence == 2:
            raise ValueError('Seek from end not supported')
        offset += self.tell() * whence
        if offset < self.tell():
            raise OSError('Negative seek in write mode')
        self.write(bytes(offset - self.tell()))
        return offset

    def flush(self, zlib_mode=None):
        self._check_open()
        self.fileobj.flush()

    def _header_name(self):
        try:
            name = os.path.basename(self.name)
            name = name if isinstance(name, bytes) else name.encode('latin-1')
        except UnicodeEncodeError:
            return b''
        return name.removesuffix(b'.gz')

    def close(self):
        fileobj, self.fileobj = self.fileobj, None
        if fileobj is None:
            return
        try:
            if self.mode == WRITE:
                packed = compress(self._data.getvalue(), self._level, mtime=self._mtime)
                if name := self._header_name():
                    packed = packed[:3] + b'\x08' + packed[4:10] + name + b'\0' + packed[10:]
                fileobj.write(packed)
        finally:
            if self._own is not None:
                self._own.close()


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    text = 't' in mode
    if text and 'b' in mode:
        raise ValueError(f'Invalid mode: {mode!r}')
    if not text and (encoding, errors, newline) != (None, None, None):
        name = 'encoding' if encoding is not None else 'errors' if errors is not None else 'newline'
        raise ValueError(f"Argument '{name}' not supported in binary mode")
    plain = mode.replace('t', '')
    if hasattr(filename, 'read') or hasattr(filename, 'write'):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        file = GzipFile(filename, plain, compresslevel)
    return io.TextIOWrapper(file, encoding or 'utf-8', errors, newline) if text else file
