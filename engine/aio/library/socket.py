"""socket: sockets of the network inside the run, which is this machine's loopback and nothing else."""
import _net
from _net import Socket as _Socket, gaierror
from _loopscope import current, now, park
from operator import index

error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class _Constant(int):
    """An int that shows its name, as the members of socket's enumerations do."""

    def __new__(cls, name, value):
        self = int.__new__(cls, value)
        self.name, self.value = name, value
        setattr(cls, name, self)
        globals()[name] = self
        return self

    def __repr__(self):
        return f'<{type(self).__name__}.{self.name}: {self.value}>'

    __str__ = int.__repr__


class AddressFamily(_Constant):
    pass


class SocketKind(_Constant):
    pass


for _name, _value in (('AF_UNSPEC', 0), ('AF_UNIX', 1), ('AF_INET', 2), ('AF_INET6', 10)):
    AddressFamily(_name, _value)
for _name, _value in (('SOCK_STREAM', 1), ('SOCK_DGRAM', 2), ('SOCK_RAW', 3), ('SOCK_NONBLOCK', 2048), ('SOCK_CLOEXEC', 524288)):
    SocketKind(_name, _value)

SOL_SOCKET = IPPROTO_ICMP = TCP_NODELAY = AI_PASSIVE = NI_NUMERICHOST = SHUT_WR = MSG_OOB = 1
SO_REUSEADDR = SHUT_RDWR = NI_NUMERICSERV = AI_CANONNAME = MSG_PEEK = 2
SO_TYPE = 3
SO_ERROR = AI_NUMERICHOST = TCP_KEEPIDLE = 4
SO_BROADCAST = IPPROTO_TCP = SOL_TCP = 6
SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_LINGER, SO_REUSEPORT, IPPROTO_UDP, SOL_UDP, SO_ACCEPTCONN = 7, 8, 9, 13, 15, 17, 17, 30
IPPROTO_IP = SOL_IP = SHUT_RD = INADDR_ANY = 0
IPPROTO_IPV6, IPV6_V6ONLY, MSG_DONTWAIT, MSG_WAITALL, AI_ADDRCONFIG = 41, 26, 64, 256, 32
INADDR_LOOPBACK, INADDR_BROADCAST = 0x7f000001, 0xffffffff
EAI_NONAME, EAI_FAMILY, EAI_SERVICE = -2, -6, -8
SOMAXCONN = 4096
has_ipv6 = False
# What a program may name; setting an option that the network of the run does not have is an error there.
globals().update((_name, int(_value)) for _name, _value in (_text.split('=') for _text in '''
AF_AX25=3 AF_IPX=4 AF_APPLETALK=5 AF_NETROM=6 AF_BRIDGE=7 AF_ATMPVC=8 AF_X25=9 AF_ROSE=11 AF_DECnet=12 AF_NETBEUI=13 AF_SECURITY=14
AF_KEY=15 AF_ROUTE=16 AF_PACKET=17 AF_ASH=18 AF_ECONET=19 AF_ATMSVC=20 AF_RDS=21 AF_SNA=22 AF_IRDA=23 AF_PPPOX=24 AF_WANPIPE=25 AF_LLC=26
AI_V4MAPPED=8 AI_ALL=16 AI_NUMERICSERV=1024 EAI_OVERFLOW=-12 EAI_SYSTEM=-11 EAI_MEMORY=-10 EAI_ADDRFAMILY=-9 EAI_SOCKTYPE=-7 EAI_NODATA=-5
EAI_FAIL=-4 EAI_AGAIN=-3 EAI_BADFLAGS=-1 INADDR_UNSPEC_GROUP=3758096384 INADDR_ALLHOSTS_GROUP=3758096385 INADDR_MAX_LOCAL_GROUP=3758096639
INADDR_NONE=4294967295 IP_DEFAULT_MULTICAST_LOOP=1 IP_DEFAULT_MULTICAST_TTL=1 IP_TOS=1 IP_TTL=2 IP_HDRINCL=3 IP_OPTIONS=4 IP_RECVOPTS=6
IP_RECVRETOPTS=7 IP_RETOPTS=7 IP_RECVTOS=13 IP_TRANSPARENT=19 IP_MAX_MEMBERSHIPS=20 IP_BIND_ADDRESS_NO_PORT=24 IP_MULTICAST_IF=32
IP_MULTICAST_TTL=33 IP_MULTICAST_LOOP=34 IP_ADD_MEMBERSHIP=35 IP_DROP_MEMBERSHIP=36 IPPORT_RESERVED=1024 IPPORT_USERRESERVED=5000
IPPROTO_HOPOPTS=0 IPPROTO_IGMP=2 IPPROTO_IPIP=4 IPPROTO_EGP=8 IPPROTO_PUP=12 IPPROTO_IDP=22 IPPROTO_TP=29 IPPROTO_ROUTING=43
IPPROTO_FRAGMENT=44 IPPROTO_RSVP=46 IPPROTO_GRE=47 IPPROTO_ESP=50 IPPROTO_AH=51 IPPROTO_ICMPV6=58 IPPROTO_NONE=59 IPPROTO_DSTOPTS=60
IPPROTO_PIM=103 IPPROTO_UDPLITE=136 IPPROTO_RAW=255 IPPROTO_MPTCP=262 IPV6_RTHDR_TYPE_0=0 IPV6_CHECKSUM=7 IPV6_NEXTHOP=9
IPV6_UNICAST_HOPS=16 IPV6_MULTICAST_IF=17 IPV6_MULTICAST_HOPS=18 IPV6_MULTICAST_LOOP=19 IPV6_JOIN_GROUP=20 IPV6_LEAVE_GROUP=21
IPV6_RECVPKTINFO=49 IPV6_PKTINFO=50 IPV6_RECVHOPLIMIT=51 IPV6_HOPLIMIT=52 IPV6_RECVHOPOPTS=53 IPV6_HOPOPTS=54 IPV6_RTHDRDSTOPTS=55
IPV6_RECVRTHDR=56 IPV6_RTHDR=57 IPV6_RECVDSTOPTS=58 IPV6_DSTOPTS=59 IPV6_RECVPATHMTU=60 IPV6_PATHMTU=61 IPV6_DONTFRAG=62 IPV6_RECVTCLASS=66
IPV6_TCLASS=67 MSG_DONTROUTE=4 MSG_CTRUNC=8 MSG_TRUNC=32 MSG_EOR=128 MSG_CONFIRM=2048 MSG_ERRQUEUE=8192 MSG_NOSIGNAL=16384 MSG_MORE=32768
MSG_FASTOPEN=536870912 MSG_CMSG_CLOEXEC=1073741824 NI_NOFQDN=4 NI_NAMEREQD=8 NI_DGRAM=16 NI_MAXSERV=32 NI_MAXHOST=1025 PF_PACKET=17
PF_RDS=21 SCM_RIGHTS=1 SCM_CREDENTIALS=2 SO_DEBUG=1 SO_DONTROUTE=5 SO_OOBINLINE=10 SO_PRIORITY=12 SO_PASSCRED=16 SO_PEERCRED=17
SO_RCVLOWAT=18 SO_SNDLOWAT=19 SO_RCVTIMEO=20 SO_SNDTIMEO=21 SO_BINDTODEVICE=25 SO_PEERSEC=31 SO_PASSSEC=34 SO_MARK=36 SO_PROTOCOL=38
SO_DOMAIN=39 SO_INCOMING_CPU=49 SOCK_RDM=4 SOCK_SEQPACKET=5 SOL_RDS=276 TCP_MAXSEG=2 TCP_CORK=3 TCP_KEEPINTVL=5 TCP_KEEPCNT=6 TCP_SYNCNT=7
TCP_LINGER2=8 TCP_DEFER_ACCEPT=9 TCP_WINDOW_CLAMP=10 TCP_INFO=11 TCP_QUICKACK=12 TCP_CONGESTION=13 TCP_USER_TIMEOUT=18 TCP_FASTOPEN=23
TCP_NOTSENT_LOWAT=25 UDPLITE_SEND_CSCOV=10 UDPLITE_RECV_CSCOV=11'''.split()))
_SERVICES = {'echo': 7, 'ftp': 21, 'ssh': 22, 'telnet': 23, 'smtp': 25, 'domain': 53, 'http': 80, 'pop3': 110, 'imap2': 143, 'https': 443}
_default_timeout = None


def _raise(number):
    raise OSError(number, _net.error_text(number))


class socket(_Socket):
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        super().__init__(family, type, max(proto, 0), fileno)
        if type > 0 and type & SOCK_NONBLOCK:
            self.settimeout(0)
        elif _default_timeout is not None:
            self.settimeout(_default_timeout)

    family = property(lambda self: _member(AddressFamily, super(socket, self).family))
    type = property(lambda self: _member(SocketKind, super(socket, self).type))

    def __repr__(self):
        kind = type(self)
        closed = ' [closed]' if self.fileno() == -1 else ''
        return f'<{kind.__module__}.{kind.__qualname__}{closed}{_about(self)}>'

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _wait_for(self, side, deadline):
        """Parks the thread until that side need not wait."""
        while not self._ready() & side:
            if deadline is not None and now() >= deadline:
                raise TimeoutError('timed out')
            _net.add_waiter(current())
            park(min(_net.next_arrival(), float('inf') if deadline is None else deadline))

    def _wait(self, side, name, *args):
        seconds = self.gettimeout()
        self._wait_for(side, None if seconds is None else now() + seconds)
        return getattr(self, name)(*args)

    def connect_ex(self, address):
        number = self._connect(address)
        seconds = self.gettimeout()
        if number == 115 and seconds != 0:
            self._wait_for(2, None if seconds is None else now() + seconds)
            number = self.getsockopt(SOL_SOCKET, SO_ERROR)
        return number

    def connect(self, address):
        number = self.connect_ex(address)
        if number:
            _raise(number)

    def accept(self):
        file, address = self._accept()
        return socket(self.family, self.type, self.proto, file), address

    def sendall(self, data, flags=0):
        view = memoryview(data)
        while len(view):
            view = view[self.send(view):]

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        import _socket_messages
        return _socket_messages.sendmsg(self, buffers, ancdata, flags, address)

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        import _socket_messages
        return _socket_messages.recvmsg(self, bufsize, ancbufsize, flags)

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0, /):
        import _socket_messages
        return _socket_messages.recvmsg_into(self, buffers, ancbufsize, flags)

    def sendfile(self, file, offset=0, count=None):
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if self.type != SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if count is not None and not isinstance(count, int):
            raise TypeError(f'count must be a positive integer (got {count!r})')
        if count is not None and count <= 0:
            raise ValueError(f'count must be a positive integer (got {count!r})')
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset:
            file.seek(offset)
        sent = 0
        try:
            while (left := 8192 if count is None else min(count - sent, 8192)) > 0 and (data := file.read(left)):
                self.sendall(data)
                sent += len(data)
        finally:
            if sent and hasattr(file, 'seek'):
                file.seek(offset + sent)
        return sent

    _inheritable = False

    def get_inheritable(self):
        return self._inheritable

    def set_inheritable(self, inheritable):
        self._inheritable = bool(inheritable)

    def recv_into(self, buffer, nbytes=0, flags=0):
        return self._fill(buffer, self.recv(nbytes or len(buffer), flags))

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        data, address = self.recvfrom(nbytes or len(buffer), flags)
        return self._fill(buffer, data), address

    def _fill(self, buffer, data):
        memoryview(buffer)[:len(data)] = data
        return len(data)

    def getblocking(self):
        return self.gettimeout() != 0

    def dup(self):
        copy = type(self)(self.family, self.type, self.proto, _net.duplicate(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy

    _files = 0
    _closed = False

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        import _socket_file
        return _socket_file.make(self, mode, buffering, encoding, errors, newline)

    def detach(self):
        self._closed = True
        return super().detach()

    def close(self):
        self._closed = True
        if self._files <= 0:
            super().close()


SocketType = _Socket


def _member(kind, value):
    for member in vars(kind).values():
        if member == value and isinstance(member, kind):
            return member
    return value


def _about(sock):
    text = f' fd={sock.fileno()}, family={sock.family!s}, type={sock.type!s}, proto={sock.proto}'
    for name, look in ('laddr', sock.getsockname), ('raddr', sock.getpeername):
        try:
            address = look()
        except OSError:
            continue
        if address:
            text += f', {name}={address}'
    return text


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0):
    return tuple(socket(family, type, proto, file) for file in _net.pair(type))


def fromfd(fd, family, type, proto=0):
    return socket(family, type, proto, _net.duplicate(fd))


def dup(fd, /):
    return _net.duplicate(fd)


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout):
    global _default_timeout
    with socket() as sock:
        sock.settimeout(timeout)  # looks at it
        _default_timeout = sock.gettimeout()


_unset = object()


def create_connection(address, timeout=_unset, source_address=None, *, all_errors=False):
    sock = socket()
    try:
        if timeout is not _unset:
            sock.settimeout(timeout)
        if source_address:
            sock.bind(source_address)
        sock.connect(address)
        return sock
    except OSError as exc:
        sock.close()
        if all_errors:
            raise ExceptionGroup('create_connection failed', [exc])
        raise


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    if reuse_port and family == AF_UNIX:
        raise ValueError('SO_REUSEPORT not supported on this platform')
    if dualstack_ipv6:
        raise ValueError('dualstack_ipv6 not supported on this platform' if family == AF_INET6 else 'dualstack_ipv6 requires AF_INET6 family')
    sock = socket(family)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        try:
            sock.bind(address)
        except OSError as err:
            raise OSError(err.errno, f'{err.strerror} (while attempting to bind on address {address!r})') from None
        sock.listen(128 if backlog is None else backlog)
        return sock
    except OSError:
        sock.close()
        raise


def has_dualstack_ipv6():
    return False


def gethostname():
    return 'loopscope'


def getfqdn(name=''):
    if name in ('', '0.0.0.0', '::'):
        return 'loopscope'
    return 'localhost' if _net.is_ip(name) and name.startswith('127.') else name


def gethostbyname(hostname):
    return _net.resolve(hostname)


def gethostbyname_ex(hostname):
    return hostname, [], [_net.resolve(hostname)]


def gethostbyaddr(ip):
    address = _net.resolve(ip)
    if not address.startswith('127.'):
        raise herror(1, 'Unknown host')
    return 'localhost', [], [address]


def getservbyname(name, protocol='tcp'):
    if name in _SERVICES:
        return _SERVICES[name]
    raise OSError('service/proto not found')


def getservbyport(port, protocol='tcp'):
    for name, number in _SERVICES.items():
        if number == port:
            return name
    raise OSError('port/proto not found')


def _port_number(port):
    if isinstance(port, bytes):
        port = port.decode()
    if isinstance(port, str):
        port = _SERVICES.get(port, port)
    try:
        return int(port or 0)
    except ValueError:
        raise gaierror(EAI_SERVICE, 'Servname not supported for ai_socktype') from None


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if isinstance(host, bytes):
        host = host.decode()
    if family not in (0, AF_INET):
        raise gaierror(EAI_FAMILY, 'ai_family not supported')
    if host is None:
        ip = '0.0.0.0' if flags & AI_PASSIVE else '127.0.0.1'
    elif flags & AI_NUMERICHOST and not _net.is_ip(host):
        raise gaierror(EAI_NONAME, 'Name or service not known')
    else:
        ip = _net.resolve(host)
    address = ip, _port_number(port)
    canonical = host or '' if flags & AI_CANONNAME else ''
    return [(AF_INET, kind, number, canonical, address)
            for kind, number in ((SOCK_STREAM, 6), (SOCK_DGRAM, 17), (SOCK_RAW, 0))
            if type in (0, kind) and proto in (0, number)]


def getnameinfo(sockaddr, flags):
    host, port = sockaddr[:2]
    ip = _net.resolve(host)
    name = 'localhost' if ip.startswith('127.') and not flags & NI_NUMERICHOST else ip
    service = str(port)
    if not flags & NI_NUMERICSERV:
        try:
            service = getservbyport(port)
        except OSError:
            pass
    return name, service


def inet_aton(text):
    if not _net.is_ip(text):
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes(map(int, text.split('.')))


def inet_ntoa(packed):
    if len(packed) != 4:
        raise OSError('packed IP wrong length')
    return '.'.join(map(str, packed))


def inet_pton(family, text):
    if not _net.is_ip(text):
        raise OSError('illegal IP address string passed to inet_pton')
    return inet_aton(text)


def inet_ntop(family, packed):
    return inet_ntoa(packed)


def _swapping(name, size):
    def swap(x, /):
        try:
            return int.from_bytes(index(x).to_bytes(size, 'little'), 'big')
        except OverflowError:
            if size == 4:
                raise OverflowError("can't convert negative value to unsigned int" if x < 0 else 'int larger than 32 bits') from None
            what = "can't convert negative Python int" if x < 0 else 'Python int too large to convert'
            raise OverflowError(f'{name}: {what} to C {8 * size}-bit unsigned integer') from None

    swap.__name__ = swap.__qualname__ = name
    return swap


htons, htonl, ntohs, ntohl = _swapping('htons', 2), _swapping('htonl', 4), _swapping('ntohs', 2), _swapping('ntohl', 4)


def __getattr__(name):
    if name in ('CMSG_LEN', 'CMSG_SPACE'):
        import _socket_messages
        return getattr(_socket_messages, name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}', name=name, obj=__import__(__name__))
