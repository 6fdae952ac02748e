import socket, io
def show(f, *a, **k):
    try: print(f(*a, **k))
    except (OSError, ValueError, TypeError, OverflowError) as e: print(type(e).__name__, e)
a, b = socket.socketpair()
print(a.sendmsg([b'ab', b'cd']), a.sendmsg([b'ef'], [], 0), a.sendmsg([b'gh'], [], 0, None))
print(b.recv(100))
file = io.BytesIO(b'0123456789' * 2000)
print(a.sendfile(file), file.tell())
got = b''
while len(got) < 20000: got += b.recv(65536)
print(len(got), got[-3:])
print(a.sendfile(file, offset=5, count=7), b.recv(100), file.tell())
show(a.sendfile, file, count=0); show(a.sendfile, file, count='x'); show(a.sendfile, open(__file__))
a.setblocking(False); show(a.sendfile, file)
print(a.get_inheritable()); a.set_inheritable(True); print(a.get_inheritable())
for bad in -1, 'spam', float('nan'), float('inf'): show(socket.setdefaulttimeout, bad); show(b.settimeout, bad)
print(socket.getdefaulttimeout())
socket.setdefaulttimeout(7); print(socket.socket().gettimeout(), socket.getdefaulttimeout()); socket.setdefaulttimeout(None)
print(socket.socket(socket.AF_INET, socket.SOCK_STREAM | socket.SOCK_NONBLOCK).gettimeout())
for f in socket.htons, socket.ntohs:
    for v in 1, -1, 1 << 16: show(f, v)
for f in socket.htonl, socket.ntohl:
    for v in 1, -1, 1 << 32: show(f, v)
show(socket.create_server, ('127.0.0.1', 0), dualstack_ipv6=True)
a.close(); b.close()
