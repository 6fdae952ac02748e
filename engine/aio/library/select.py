"""select: select(), for sockets."""
from selectors import _number, _wait

error = OSError


def select(rlist, wlist, xlist, timeout=None):
    wanted = {}
    for files, side in (rlist, 1), (wlist, 2):
        for file in files:
            number = _number(file)
            wanted[number] = wanted.get(number, 0) | side
    ready = dict(_wait(list(wanted.items()), timeout))
    return *([file for file in files if ready.get(_number(file), 0) & side] for files, side in ((rlist, 1), (wlist, 2))), []
