import socket
import socketserver
import threading


class Upper(socketserver.StreamRequestHandler):
    def setup(self):
        super().setup()
        print('setup', self.client_address[0])

    def handle(self):
        for line in self.rfile:
            text = line.decode().strip()
            if text == 'fail':
                raise ValueError('asked to')
            self.wfile.write(text.upper().encode() + b'\n')

    def finish(self):
        super().finish()
        print('finish')


class Echo(socketserver.BaseRequestHandler):
    def handle(self):
        data = self.request.recv(1024)
        self.request.sendall(f'{threading.current_thread().daemon}: {data.decode()}'.encode())


class Datagram(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        sock.sendto(data.upper(), self.client_address)


class Packets(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read()[::-1])


class Careful(socketserver.TCPServer):
    allow_reuse_address = True

    def verify_request(self, request, client_address):
        self.seen = getattr(self, 'seen', 0) + 1
        return self.seen != 2

    def handle_error(self, request, client_address):
        import sys
        print('error', repr(sys.exception()))

def ask(address, text):
    with socket.create_connection(address) as sock:
        data = b''
        try:
            sock.sendall(text.encode())
            sock.shutdown(socket.SHUT_WR)
            while piece := sock.recv(100):
                data += piece
        except OSError:
            return b''
        return data


def serving(server):
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    return thread


with Careful(('localhost', 0), Upper) as server:
    thread = serving(server)
    print(ask(server.server_address, 'one\ntwo\n'))
    print(ask(server.server_address, 'refused\n') == b'')
    print(ask(server.server_address, 'fail\n'))
    server.shutdown()
    thread.join()

with socketserver.ThreadingTCPServer(('localhost', 0), Echo) as server:
    server.daemon_threads = True
    thread = serving(server)
    print([ask(server.server_address, f'hello {number}') for number in range(3)])
    server.shutdown()
    thread.join()

for handler in Datagram, Packets:
    with socketserver.UDPServer(('127.0.0.1', 0), handler) as server:
        thread = serving(server)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.sendto(b'datagram', server.server_address)
            print(sock.recv(100))
        server.shutdown()
        thread.join()
try:
    socketserver.TCPServer(('10.1.2.3', 0), Echo)
except OSError as error:
    print(error.errno)
