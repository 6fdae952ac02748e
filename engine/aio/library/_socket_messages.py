"""sendmsg, recvmsg and what goes with them. The network inside the run carries no ancillary data."""
from operator import index

MSG_TRUNC = 32
SOCK_DGRAM = 2
HEADER = 16  # of an item of ancillary data


def _view(given):
    try:
        return memoryview(given)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(given).__name__}'") from None


def _check_items(ancdata):
    try:
        items = list(ancdata)
    except TypeError:
        raise TypeError('sendmsg() argument 2 must be an iterable') from None
    for item in items:
        if not hasattr(type(item), '__getitem__') or not hasattr(type(item), '__len__'):
            raise TypeError(f'[sendmsg() ancillary data items]() argument must be 3-item sequence, not {type(item).__name__}')
        if len(item) != 3:
            raise TypeError(f'[sendmsg() ancillary data items]() argument must be sequence of length 3, not {len(item)}')
        index(item[0]), index(item[1]), _view(item[2])
    if items:
        raise NotImplementedError('Loopscope has no ancillary data of sockets')


def sendmsg(sock, buffers, ancdata, flags, address):
    data = b''.join([bytes(_view(buffer)) for buffer in buffers])
    _check_items(ancdata)
    return sock.send(data, flags) if address is None else sock.sendto(data, flags, address)


def _receive(sock, size, ancbufsize, flags):
    if index(ancbufsize) < 0:
        raise ValueError('invalid ancillary data buffer length')
    if sock.type != SOCK_DGRAM:
        return sock.recv(size, flags), [], 0, None
    data, address = sock.recvfrom(65536, flags)
    return data[:size], [], MSG_TRUNC if len(data) > size else 0, address


def recvmsg(sock, bufsize, ancbufsize, flags):
    if index(bufsize) < 0:
        raise ValueError('negative buffer size in recvmsg()')
    return _receive(sock, bufsize, ancbufsize, flags)


def recvmsg_into(sock, buffers, ancbufsize, flags):
    try:
        buffers = list(buffers)
    except TypeError:
        raise TypeError('recvmsg_into() argument 1 must be an iterable') from None
    views = [memoryview(buffer).cast('B') for buffer in buffers]
    data, *rest = _receive(sock, sum(map(len, views)), ancbufsize, flags)
    left = data
    for view in views:
        part, left = left[:len(view)], left[len(view):]
        view[:len(part)] = part
    return len(data), *rest


def _checked(length, name):
    if not 0 <= index(length) < 2 ** 31 - 2 * HEADER:
        raise OverflowError(f'{name}() argument out of range')
    return length


def CMSG_LEN(length, /):
    return HEADER + _checked(length, 'CMSG_LEN')


def CMSG_SPACE(length, /):
    return HEADER + (_checked(length, 'CMSG_SPACE') + 7) // 8 * 8
