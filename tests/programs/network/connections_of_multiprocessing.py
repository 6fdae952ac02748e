import threading, os
from multiprocessing.connection import Client, Listener, Connection, address_type, deliver_challenge, AuthenticationError
from multiprocessing import AuthenticationError as AE
print(AE is AuthenticationError, address_type(('localhost', 1)), address_type('/tmp/x'))
def serve(listener, n):
    for _ in range(n):
        try:
            with listener.accept() as conn:
                got.append(listener.last_accepted is not None)
                while True:
                    try: msg = conn.recv()
                    except EOFError: break
                    if msg == 'close': conn.close(); break
                    conn.send(('echo', msg))
        except AuthenticationError as e:
            got.append(str(e))
got = []
with Listener(('localhost', 0), authkey=b'secret') as listener:
    host, port = listener.address
    print(host, port > 0)
    t = threading.Thread(target=serve, args=(listener, 2)); t.start()
    c = Client(('localhost', port), authkey=b'secret')
    print(type(c).__name__, c.readable, c.writable, c.closed, c.fileno() > 0)
    c.send({'a': [1, 2]}); print(c.recv())
    c.send('x'); print(c.recv())
    c.send('close')
    try: c.recv()
    except EOFError: print('EOF')
    c.close()
    print(c.closed)
    try: c.send(1)
    except OSError as e: print(e)
    try: Client(('localhost', port), authkey=b'wrong')
    except AuthenticationError as e: print('refused:', e)
    t.join()
print(got)
def raw(listener):
    conn = listener.accept()
    conn.send_bytes(b'hello'); conn.send_bytes(b'0123456789', 2, 3); conn.send_bytes(b'x' * 100000)
    print(conn.recv_bytes())
    conn.close()
listener = Listener()
print(type(listener.address).__name__)
t = threading.Thread(target=raw, args=(listener,)); t.start()
c = Client(listener.address)
buf = bytearray(10)
print(c.recv_bytes(), c.recv_bytes(), len(c.recv_bytes()))
c.send_bytes(b'bye')
t.join(); c.close()
listener.close()
try: Client(('localhost', port))
except ConnectionRefusedError: print('nobody')
try: Listener(('localhost', 0), authkey='text')
except TypeError as e: print(e)
try: listener.accept()
except OSError as e: print(e)
l = Listener(('localhost', 0))
def big(l):
    c = l.accept(); 
    try: c.recv_bytes(3)
    except OSError as e: print('too long', e)
    c.close()
t = threading.Thread(target=big, args=(l,)); t.start()
c = Client(l.address); c.send_bytes(b'long message'); t.join(); c.close(); l.close()
