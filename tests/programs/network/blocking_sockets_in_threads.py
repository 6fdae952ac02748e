import socket
import threading


def serve(listener, count):
    for _ in range(count):
        conn, address = listener.accept()
        with conn:
            received = b''
            while data := conn.recv(4):
                received += data
                if received.endswith(b'\n'):
                    break
            conn.sendall(b'got ' + received)


listener = socket.create_server(('127.0.0.1', 0))
address = listener.getsockname()
server = threading.Thread(target=serve, args=(listener, 3))
server.start()
for text in (b'hello\n', b'a longer line\n'):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
        client.connect(address)
        client.send(text)
        answer = b''
        while data := client.recv(1024):
            answer += data
        print(answer)
with socket.create_connection(address, timeout=5) as client:
    print(client.gettimeout(), client.getpeername() == address)
    client.sendall(b'x' * 10)
    client.sendall(b'\n')
    print(client.recv(100))
server.join()
print(listener.getblocking(), listener.gettimeout())
listener.settimeout(0.1)
try:
    listener.accept()
except TimeoutError as error:
    print(type(error).__name__, error)
listener.setblocking(False)
try:
    listener.accept()
except BlockingIOError as error:
    print(type(error).__name__, error.errno)
listener.close()
try:
    socket.create_connection(address)
except ConnectionRefusedError as error:
    print(error)
try:
    listener.accept()
except OSError as error:
    print(error)
client = socket.socket()
print(client.connect_ex(address))
client.close()
one, two = socket.socketpair()
reader = threading.Thread(target=lambda: print('thread read', one.recv(100)))
reader.start()
two.send(b'wake up')
reader.join()
buffer = bytearray(b'........')
two.send(b'abc')
print(one.recv_into(buffer), buffer, one.send(b''), two.fileno() > 0)
two.shutdown(socket.SHUT_WR)
print(one.recv(10))
one.close()
two.close()
