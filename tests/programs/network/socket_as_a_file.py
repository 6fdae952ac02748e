import socket
import threading


def serve(listener):
    conn, _ = listener.accept()
    with conn, conn.makefile('rw') as file:
        for line in file:
            print('server got', repr(line))
            file.write(line.upper())
            file.flush()
    print('server: end')


listener = socket.create_server(('127.0.0.1', 0))
server = threading.Thread(target=serve, args=(listener,))
server.start()
client = socket.create_connection(listener.getsockname())
file = client.makefile('rwb')
for text in (b'one\n', b'two\r\n', b'no newline'):
    file.write(text)
file.flush()
print(file.readline(), file.readline())
client.shutdown(socket.SHUT_WR)
client.close()
server.join()
print(file.read(3), file.read())
file.close()
print(client.fileno(), file.closed)
one, two = socket.socketpair()
two.sendall('zwölf\r\nLäufer\n'.encode())
two.close()
with one.makefile('r', encoding='utf-8') as text:
    print(text.read(0) == '', text.readlines())
one.close()
try:
    one.makefile('x')
except ValueError as error:
    print(error)
listener.close()
