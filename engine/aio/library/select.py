"""select: select(), for sockets."""
from selectors import _number, _wait

error = OSError
PIPE_BUF = 4096
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL, POLLRDNORM, POLLRDBAND = 1, 2, 4, 8, 16, 32, 64, 128
POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 256, 512, 1024, 8192
_READ, _WRITE = POLLIN | POLLRDNORM | POLLPRI, POLLOUT | POLLWRNORM


class poll:
    def __init__(self):
        self._wanted = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._wanted[_number(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        number = _number(fd)
        if number not in self._wanted:
            raise FileNotFoundError(2, 'No such file or directory')
        self._wanted[number] = eventmask

    def unregister(self, fd, /):
        del self._wanted[_number(fd)]

    def poll(self, timeout=None, /):
        """Waits for `timeout` milliseconds at most: pairs of a number and what it is ready for."""
        sides = [(number, bool(mask & _READ) | 2 * bool(mask & _WRITE)) for number, mask in self._wanted.items()]
        ready = _wait(sides, None if timeout is None or timeout < 0 else timeout / 1000)
        told = ((number, self._wanted[number] & (POLLIN * (found & 1) | POLLOUT * (found >> 1))) for number, found in ready)
        return [pair for pair in told if pair[1]]


def select(rlist, wlist, xlist, timeout=None):
    wanted = {}
    for files, side in (rlist, 1), (wlist, 2):
        for file in files:
            number = _number(file)
            wanted[number] = wanted.get(number, 0) | side
    ready = dict(_wait(list(wanted.items()), timeout))
    return *([file for file in files if ready.get(_number(file), 0) & side] for files, side in ((rlist, 1), (wlist, 2))), []
