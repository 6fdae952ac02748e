import os
import socket
import tempfile
import threading


def serve():
    for _ in range(2):
        conn, address = listener.accept()
        conn.sendall(b'hello ' + conn.recv(10))
        conn.close()


path = os.path.join(tempfile.mkdtemp(), 'sock')
listener = socket.socket(socket.AF_UNIX)
listener.bind(path)
listener.listen(1)
thread = threading.Thread(target=serve)
thread.start()
for name in b'ann', b'bob':
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(path)
        client.sendall(name)
        print(client.recv(20))
thread.join()
listener.close()
