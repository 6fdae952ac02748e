"""Sockets as files: what makefile of a socket gives."""
import io


class SocketIO(io.RawIOBase):
    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw', 'rb', 'wb', 'rwb'):
            raise ValueError('invalid mode: %r' % mode)
        super().__init__()
        self._sock, self._sides = sock, mode.replace('b', '')
        self.mode = mode if 'b' in mode else mode + 'b'
        self._timed_out = False
        sock._files += 1

    def _check_side(self, side):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        if side not in self._sides:
            raise io.UnsupportedOperation('not readable' if side == 'r' else 'not writable')

    def readinto(self, buffer):
        self._check_side('r')
        if self._timed_out:
            raise OSError('cannot read from timed out object')
        try:
            return self._sock.recv_into(buffer)
        except BlockingIOError:
            return None
        except TimeoutError:
            self._timed_out = True
            raise

    def write(self, b):
        self._check_side('w')
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def readable(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return 'r' in self._sides

    def writable(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return 'w' in self._sides

    def seekable(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return False

    def fileno(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    def close(self):
        if self.closed:
            return
        super().close()
        sock, self._sock = self._sock, None
        sock._files -= 1
        if sock._closed:
            sock.close()


def make(sock, mode, buffering, encoding, errors, newline):
    if not set(mode) <= set('rwb'):
        raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
    binary, sides = 'b' in mode, [side for side in 'rw' if side in mode] or ['r']
    raw = SocketIO(sock, ''.join(sides))
    if buffering is None or buffering < 0:
        buffering = 8192
    if buffering == 0:
        if not binary:
            raise ValueError('unbuffered streams must be binary')
        return raw
    if len(sides) == 2:
        file = io.BufferedRWPair(raw, raw, buffering)
    else:
        file = (io.BufferedReader if sides == ['r'] else io.BufferedWriter)(raw, buffering)
    if binary:
        return file
    text = io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
    text.mode = mode
    return text
