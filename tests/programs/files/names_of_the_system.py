import typing, weakref, types, zlib, stat, os, signal, socket, select, time, gc, sys, shlex
P = typing.ParamSpec('P')
print(P.args, P.kwargs, P.args == P.args, P.args.__origin__ is P, isinstance(P.args, typing.ParamSpecArgs))

class Pr(typing.Protocol):
    x: int

    def m(self):
        ...
print(sorted(typing.get_protocol_members(Pr)), isinstance(b'', typing.SupportsBytes), isinstance(1j, typing.SupportsComplex))
try:
    typing.get_protocol_members(int)
except TypeError as e:
    print(e)

def f():
    pass

class W:
    pass
w = W()
print(type(weakref.proxy(f)).__name__, type(weakref.proxy(w)).__name__, isinstance(weakref.proxy(f), weakref.ProxyTypes))
print(zlib.Z_BEST_SPEED, stat.FILE_ATTRIBUTE_HIDDEN, stat.UF_NODUMP, os.EX_NOUSER, os.WTERMSIG(9), os.WIFSIGNALED(9), os.major(2049), os.minor(2049), os.makedev(8, 1))
print(repr(signal.SIG_BLOCK), repr(signal.SIGXCPU), socket.TCP_KEEPINTVL, socket.SO_PRIORITY, select.POLLIN)
a, b = socket.socketpair()
p = select.poll()
p.register(a, select.POLLIN)
p.register(b.fileno())
print([(x == b.fileno(), e) for x, e in p.poll(0)])
b.send(b'x')
print(sorted(((x == b.fileno(), e) for x, e in p.poll(10))))
p.unregister(b)
print(len(p.poll()))
import tempfile
fd, name = tempfile.mkstemp()
os.write(fd, b'hello world')
print(os.pread(fd, 5, 6), os.pwrite(fd, b'W', 6), os.lseek(fd, 0, 1))
n = os.dup2(fd, 20)
os.lseek(n, 0, 0)
x, y = (bytearray(3), bytearray(4))
print(os.readv(fd, [x, y]), x, y, os.writev(fd, [b'a', b'bc']))
os.closerange(fd, 21)
try:
    os.read(20, 1)
except OSError as e:
    print(e)
print(open(name).read())
print(time.clock_getres(time.CLOCK_MONOTONIC) <= 1e-06, time.clock_gettime_ns(time.CLOCK_REALTIME) > 0, gc.get_debug(), gc.get_freeze_count(), len(gc.get_stats()), sys.getfilesystemencodeerrors())
l = [w]
print(any((r is l for r in gc.get_referrers(w))), gc.get_referents(l)[0] is w, any((o is l for o in gc.get_objects())))
print(shlex.split('grep -r \'a b\' "c d" e\\ f'), shlex.join(['a b', "it's"]), shlex.quote(''))
import __future__
print(__future__.annotations, __future__.division.getMandatoryRelease())
for bad in ('"a', 'b\\'):
    try:
        shlex.split(bad)
    except ValueError as e:
        print(e)
