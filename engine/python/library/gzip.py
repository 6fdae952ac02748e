"""gzip: compressed files, read and written whole."""
import builtins
import io
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
    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError(f'Invalid mode: {mode!r}')
        mode = mode or getattr(fileobj, 'mode', READ)
        self._own = None
        if fileobj is None:
            fileobj = self._own = builtins.open(filename, mode if 'b' in mode else mode + 'b')
        self.name = filename if filename is not None else getattr(fileobj, 'name', '')
        self.fileobj, self._level, self._mtime = fileobj, compresslevel, mtime
        self.mode = READ if mode.startswith('r') else WRITE
        self._data = io.BytesIO(decompress(fileobj.read()) if self.mode == READ else b'')
        self._open = True

    closed = property(lambda self: not self._open)

    def _must(self, mode, what):
        if not self._open:
            raise ValueError('I/O operation on closed file')
        if self.mode != mode:
            raise OSError(9, f'{what}() on {"write" if mode == READ else "read"}-only GzipFile object')

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def write(self, data):
        self._must(WRITE, 'write')
        return self._data.write(data)

    def read(self, size=-1):
        self._must(READ, 'read')
        return self._data.read(size)

    read1 = read

    def peek(self, n):
        self._must(READ, 'peek')
        return self._data.getvalue()[self._data.tell():][:max(n, 1)]

    def readline(self, size=-1):
        self._must(READ, 'readline')
        return self._data.readline(size)

    def tell(self):
        return self._data.tell()

    def seek(self, offset, whence=0):
        return self._data.seek(offset, whence)

    def flush(self, zlib_mode=None):
        pass

    def close(self):
        if not self._open:
            return
        self._open = False
        if self.mode == WRITE:
            self.fileobj.write(compress(self._data.getvalue(), self._level, mtime=self._mtime))
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
