"""wave: sound files of uncompressed samples (RIFF, WAVE)."""
import builtins
import struct
from collections import namedtuple

__all__ = ['open', 'Error', 'Wave_read', 'Wave_write']

WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE = 1, 0xfffe
_PCM = b'\x01\x00\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x00\x38\x9b\x71'  # the kind of samples, where the format is EXTENSIBLE
_wave_params = namedtuple('_wave_params', 'nchannels sampwidth framerate nframes comptype compname')


class Error(Exception):
    pass


class Wave_read:
    """Frames of a file, from the first to the last."""

    _file = None

    def __init__(self, f):
        self._opened = None
        if isinstance(f, str):
            f = self._opened = builtins.open(f, 'rb')
        try:
            self._read_head(f)
        except BaseException:
            if self._opened is not None:
                self._opened.close()
            raise

    def _read_head(self, file):
        head = file.read(12)
        if len(head) < 8:
            raise EOFError
        if head[:4] != b'RIFF':
            raise Error('file does not start with RIFF id')
        if head[8:] != b'WAVE':
            raise Error('not a WAVE file')
        left, self._sampwidth, self._start = int.from_bytes(head[4:8], 'little') - 4, None, None
        while self._start is None:
            chunk = file.read(8) if left >= 8 else b''
            if len(chunk) < 8:
                raise Error('fmt chunk and/or data chunk missing')
            size = int.from_bytes(chunk[4:], 'little')
            left -= 8 + size + size % 2
            if chunk[:4] == b'data':
                if self._sampwidth is None:
                    raise Error('data chunk before fmt chunk')
                self._start, self._size = file.tell() if hasattr(file, 'tell') else 0, size
            elif chunk[:4] == b'fmt ':
                self._read_format(file.read(size))
                file.read(size % 2)
            else:
                file.read(size + size % 2)
        self._file, self._at = file, 0
        self._nframes = self._size // self._framesize

    def _read_format(self, data):
        if len(data) < 14:
            raise EOFError
        kind, self._nchannels, self._framerate, _, _ = struct.unpack_from('<HHLLH', data)
        if kind not in (WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE):
            raise Error(f'unknown format: {kind!r}')
        if len(data) < 16:
            raise EOFError
        bits = int.from_bytes(data[14:16], 'little')
        if kind == WAVE_FORMAT_EXTENSIBLE:
            if len(data) < 40:
                raise EOFError
            if data[24:40] != _PCM:
                raise Error('unknown extended format')
        self._sampwidth = (bits + 7) // 8
        if not self._sampwidth:
            raise Error('bad sample width')
        if not self._nchannels:
            raise Error('bad # of channels')
        self._framesize = self._nchannels * self._sampwidth

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._file = None
        opened, self._opened = getattr(self, '_opened', None), None
        if opened:
            opened.close()

    def getfp(self):
        return self._file

    def rewind(self):
        self.setpos(0)

    def tell(self):
        return self._at

    def setpos(self, pos):
        if pos < 0 or pos > self._nframes:
            raise Error('position not in range')
        self._file.seek(self._start + pos * self._framesize)
        self._at = pos

    def readframes(self, nframes):
        count = self._nframes - self._at if nframes < 0 else max(min(nframes, self._nframes - self._at), 0)
        if nframes == 0 or count == 0:
            return b''
        data = self._file.read(count * self._framesize)
        self._at += len(data) // self._framesize
        return data

    def getnchannels(self):
        return self._nchannels

    def getnframes(self):
        return self._nframes

    def getsampwidth(self):
        return self._sampwidth

    def getframerate(self):
        return self._framerate

    def getcomptype(self):
        return 'NONE'

    def getcompname(self):
        return 'not compressed'

    def getparams(self):
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes, 'NONE', 'not compressed')


def _settable(check, words):
    """A method that sets a parameter before anything is written."""
    name = check.__name__.removeprefix('set')

    def set(self, value):
        if self._written is not None:
            raise Error('cannot change parameters after starting to write')
        value = check(self, value)
        if value <= 0:
            raise Error(words)
        setattr(self, '_' + name, value)
    set.__name__ = check.__name__
    return set


class Wave_write:
    """Frames for a file; its head is written with the first, and set right at the end."""

    _file = None

    def __init__(self, f):
        self._opened = None
        if isinstance(f, str):
            f = self._opened = builtins.open(f, 'wb')
        self._file = f
        self._nchannels = self._sampwidth = self._framerate = self._expected = 0
        self._written = None  # bytes of samples, None: nothing yet

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def setnchannels(self, nchannels):
        return nchannels

    def setsampwidth(self, sampwidth):
        return sampwidth if 1 <= sampwidth <= 4 else 0

    def setframerate(self, framerate):
        return 0 if framerate <= 0 else int(round(framerate))

    setnchannels = _settable(setnchannels, 'bad # of channels')
    setsampwidth = _settable(setsampwidth, 'bad sample width')
    setframerate = _settable(setframerate, 'bad frame rate')

    def setnframes(self, nframes):
        if self._written is not None:
            raise Error('cannot change parameters after starting to write')
        self._expected = nframes

    def setcomptype(self, comptype, compname):
        if self._written is not None:
            raise Error('cannot change parameters after starting to write')
        if comptype not in ('NONE',):
            raise Error('unsupported compression type')
        self._comptype, self._compname = comptype, compname

    def setparams(self, params):
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        if self._written is not None:
            raise Error('cannot change parameters after starting to write')
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def getnchannels(self):
        if not self._nchannels:
            raise Error('number of channels not set')
        return self._nchannels

    def getsampwidth(self):
        if not self._sampwidth:
            raise Error('sample width not set')
        return self._sampwidth

    def getframerate(self):
        if not self._framerate:
            raise Error('frame rate not set')
        return self._framerate

    def getnframes(self):
        return (self._written or 0) // (self._nchannels * self._sampwidth or 1)

    tell = getnframes

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname

    def getparams(self):
        if not self._nchannels or not self._sampwidth or not self._framerate:
            raise Error('not all parameters set')
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._expected, self._comptype, self._compname)

    def _begin(self, size):
        if self._written is not None:
            return
        for value, words in ((self._nchannels, '# channels'), (self._sampwidth, 'sample width'), (self._framerate, 'sampling rate')):
            if not value:
                raise Error(f'{words} not specified')
        frame = self._nchannels * self._sampwidth
        self._told = (self._expected or size // frame) * frame
        try:
            self._head = self._file.tell()
        except (AttributeError, OSError):
            self._head = None
        self._file.write(struct.pack('<4sL4s4sLHHLLHH4sL', b'RIFF', 36 + self._told, b'WAVE', b'fmt ', 16, WAVE_FORMAT_PCM, self._nchannels,
                                     self._framerate, frame * self._framerate, frame, self._sampwidth * 8, b'data', self._told))
        self._written = 0

    def writeframesraw(self, data):
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast('B')
        self._begin(len(data))
        self._file.write(data)
        self._written += len(data)

    def writeframes(self, data):
        self.writeframesraw(data)
        if self._told != self._written:
            self._set_right()

    def _set_right(self):
        """The head tells of as many samples as there are."""
        if self._told == self._written:
            return
        end = self._file.tell()
        for place, size in ((4, 36 + self._written), (40, self._written)):
            self._file.seek(self._head + place)
            self._file.write(size.to_bytes(4, 'little'))
        self._file.seek(end)
        self._told = self._written

    def close(self):
        try:
            if self._file:
                self._begin(0)
                self._set_right()
                self._file.flush()
        finally:
            self._file = None
            opened, self._opened = getattr(self, '_opened', None), None
            if opened:
                opened.close()


def open(f, mode=None):
    """A reader or, with mode 'w', a writer."""
    if mode is None:
        mode = getattr(f, 'mode', 'rb')
    if mode in ('r', 'rb'):
        return Wave_read(f)
    if mode in ('w', 'wb'):
        return Wave_write(f)
    raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
