import logging, logging.handlers, socket, socketserver, threading, pickle, struct, http.server, urllib.parse, sys
log = logging.getLogger('app')
log.setLevel(logging.DEBUG)
log.propagate = False
got = []
def receive(n, sock):
    data = b''
    while len(data) < n:
        part = sock.recv(n - len(data))
        if not part: return None
        data += part
    return data
class Records(socketserver.StreamRequestHandler):
    def handle(self):
        while True:
            head = receive(4, self.connection)
            if not head: break
            record = logging.makeLogRecord(pickle.loads(receive(struct.unpack('>L', head)[0], self.connection)))
            got.append((record.name, record.levelname, record.getMessage(), record.args, record.exc_text and record.exc_text.splitlines()[-1]))
            done.release()
done = threading.Semaphore(0)
server = socketserver.ThreadingTCPServer(('localhost', 0), Records)
threading.Thread(target=server.serve_forever, daemon=True).start()
h = logging.handlers.SocketHandler('localhost', server.server_address[1])
log.addHandler(h)
log.info('hello %s', 'world')
try: 1 / 0
except ZeroDivisionError: log.exception('failed')
done.acquire(); done.acquire()
print(got)
log.removeHandler(h); h.close(); print(h.sock)
server.shutdown(); server.server_close()
# nobody listens
s = socket.socket(); s.bind(('localhost', 0)); port = s.getsockname()[1]; s.close()
h = logging.handlers.SocketHandler('localhost', port)
log.addHandler(h)
log.info('lost')
print(h.sock, h.retryPeriod, h.retryTime is not None)
log.info('lost too')
print(h.retryPeriod)
log.removeHandler(h); h.close()
# datagrams
udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); udp.bind(('localhost', 0))
h = logging.handlers.DatagramHandler('localhost', udp.getsockname()[1])
log.addHandler(h)
log.warning('packet %d', 7)
data = udp.recv(10000)
record = logging.makeLogRecord(pickle.loads(data[4:]))
print(len(data) == 4 + struct.unpack('>L', data[:4])[0], record.msg, record.levelno)
log.removeHandler(h); h.close()
# syslog
h = logging.handlers.SysLogHandler(udp.getsockname(), facility='local1')
h.setFormatter(logging.Formatter('%(name)s: %(message)s'))
log.addHandler(h)
log.error('bad'); log.debug('dbg'); log.log(45, 'odd')
for _ in range(3): print(udp.recv(1000))
h.append_nul = False; h.ident = 'me-'
log.critical('x'); print(udp.recv(1000))
print(h.encodePriority('user', 'err'), h.encodePriority(3, 4), h.mapPriority('nope'))
log.removeHandler(h); h.close(); udp.close()
tcp = socket.create_server(('localhost', 0))
h = logging.handlers.SysLogHandler(tcp.getsockname(), socktype=socket.SOCK_STREAM)
log.addHandler(h); log.info('over tcp')
c, _ = tcp.accept(); print(c.recv(100)); c.close(); tcp.close()
log.removeHandler(h); h.close()
# http
requests = []
class Web(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path, _, query = self.path.partition('?')
        requests.append(('GET', path, urllib.parse.parse_qs(query), self.headers['Authorization']))
        self.send_response(200); self.end_headers()
    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length'])).decode()
        requests.append(('POST', self.path, urllib.parse.parse_qs(body), self.headers['Content-type']))
        self.send_response(200); self.end_headers()
    def log_message(self, *a): pass
web = http.server.ThreadingHTTPServer(('localhost', 0), Web)
threading.Thread(target=web.serve_forever, daemon=True).start()
host = 'localhost:%d' % web.server_address[1]
for method, kw in ('GET', {}), ('POST', {}), ('get', {'credentials': ('ann', 'secret')}):
    h = logging.handlers.HTTPHandler(host, '/log', method, **kw)
    log.addHandler(h)
    log.info('to the %s', 'web')
    log.removeHandler(h); h.close()
for verb, path, fields, extra in requests: print(verb, path, fields['msg'], fields['args'], fields['levelname'], fields['name'], extra)
web.shutdown(); web.server_close()
for bad in (lambda: logging.handlers.HTTPHandler('h', '/', 'PUT'), lambda: logging.handlers.HTTPHandler('h', '/', context=1)):
    try: bad()
    except ValueError as e: print(e)
print(logging.handlers.DEFAULT_TCP_LOGGING_PORT, logging.handlers.SYSLOG_UDP_PORT)
