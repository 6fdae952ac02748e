import http.client
import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer

notes = []


class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, format, *args):
        notes.append(format % args)

    def answer(self, status, body, kind='text/plain; charset=utf-8'):
        self.send_response(status)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(body)

    def do_GET(self):
        parts = urllib.parse.urlsplit(self.path)
        if parts.path == '/old':
            self.send_response(HTTPStatus.FOUND)
            self.send_header('Location', '/new?from=old')
            self.send_header('Content-Length', '0')
            self.end_headers()
        elif parts.path == '/loop':
            self.send_response(301)
            self.send_header('Location', '/loop')
            self.send_header('Content-Length', '0')
            self.end_headers()
        elif parts.path == '/chunks':
            self.send_response(200)
            self.send_header('Transfer-Encoding', 'chunked')
            self.end_headers()
            for piece in (b'one ', b'two ', b'three'):
                self.wfile.write(b'%x\r\n%s\r\n' % (len(piece), piece))
            self.wfile.write(b'0\r\n\r\n')
        elif parts.path == '/missing':
            self.send_error(404, 'No such <page>')
        elif parts.path == '/gone':
            self.send_error(410)
        elif parts.path == '/secret':
            if self.headers.get('Authorization') is None:
                self.send_response(401)
                self.send_header('WWW-Authenticate', 'Basic realm="cellar"')
                self.send_header('Content-Length', '0')
                self.end_headers()
            else:
                self.answer(200, self.headers['Authorization'].encode())
        elif parts.path == '/broken':
            self.send_response(200)
            self.send_header('Content-Length', '100')
            self.end_headers()
            self.wfile.write(b'short')
            self.close_connection = True
        else:
            query = urllib.parse.parse_qs(parts.query)
            body = json.dumps({'path': parts.path, 'query': query, 'agent': self.headers['x-agent']}).encode()
            self.answer(200, body, 'application/json')

    do_HEAD = do_GET

    def do_POST(self):
        size = int(self.headers['Content-Length'])
        body = self.rfile.read(size)
        self.answer(201, self.headers.get_content_type().encode() + b'|' + body[::-1])


def address(path):
    return f'http://127.0.0.1:{port}{path}'


with ThreadingHTTPServer(('127.0.0.1', 0), Handler) as server:
    port = server.server_address[1]
    print(server.server_name, server.server_port == port)
    thread = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01})
    thread.start()

    with urllib.request.urlopen(address('/first?a=1&b=2&a=3')) as answer:
        print(answer.status, answer.reason, answer.headers['content-type'], answer.headers.get_content_charset('none'))
        print(json.load(answer), answer.version, answer.isclosed())
    request = urllib.request.Request(address('/second'), headers={'X-Agent': 'tester'})
    print(request.get_method(), request.host.startswith('127'), request.selector, request.header_items(), request.has_header('X-agent'))
    print(urllib.request.urlopen(request).read().decode())
    data = urllib.parse.urlencode({'name': 'Zoë', 'age': 3}).encode()
    answer = urllib.request.urlopen(address('/form'), data)
    print(answer.code, answer.read(), answer.getheader('server').split('/')[0])
    answer = urllib.request.urlopen(address('/old'))
    print(answer.geturl().endswith('/new?from=old'), answer.read())
    print(urllib.request.urlopen(address('/chunks')).read())
    chunked = urllib.request.urlopen(address('/chunks'))
    print(chunked.read(2), chunked.read(7), chunked.read(), chunked.read())
    for path in ('/missing', '/gone', '/loop', '/secret'):
        try:
            urllib.request.urlopen(address(path))
        except urllib.error.HTTPError as error:
            print(type(error).__name__, error, repr(error)[:24], error.code, error.reason.splitlines()[0], 'Connection' in error.headers)
            print(error.read().decode()[-150:])
    try:
        urllib.request.urlopen(address('/broken')).read()
    except http.client.IncompleteRead as error:
        print(repr(error), error, error.partial, error.expected)
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, address('/'), 'ann', 'pw')
    opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
    print(opener.open(address('/secret')).read())
    try:
        urllib.request.urlopen('http://127.0.0.1:1/')
    except urllib.error.URLError as error:
        print(error, type(error.reason).__name__)
    for bad in ('nothing', 'gopher://x/', ''):
        try:
            urllib.request.urlopen(bad)
        except (ValueError, OSError) as error:
            print(type(error).__name__, error)

    connection = http.client.HTTPConnection('127.0.0.1', port, timeout=5)
    for method, path in (('GET', '/keep'), ('HEAD', '/head'), ('GET', '/gone'), ('PUT', '/x')):
        connection.request(method, path, headers={'X-Agent': 'alive'})
        answer = connection.getresponse()
        print(method, answer.status, answer.reason, answer.length is None, len(answer.read()) > 0, answer.will_close)
    connection.request('POST', '/p', body='text of latin 1: \xe9', headers={'Content-Type': 'text/x'})
    answer = connection.getresponse()
    print(answer.getheader('Content-length'), answer.read(), answer.getheader('nope', 'default'))
    try:
        connection.getresponse()
    except http.client.ResponseNotReady as error:
        print('ResponseNotReady', error)
    connection.request('GET', '/again')
    try:
        connection.request('GET', '/twice')
    except http.client.CannotSendRequest as error:
        print('CannotSendRequest', error)
    print(connection.getresponse().readline())
    connection.close()
    for bad in ('/a b', '/\n'):
        try:
            http.client.HTTPConnection('localhost').putrequest('GET', bad)
        except http.client.InvalidURL as error:
            print(error)
    server.shutdown()
    thread.join()
print(sorted(notes))
print(http.client.responses[404], http.client.OK, http.client.HTTPConnection('h:81').port)
try:
    http.client.HTTPConnection('host:port')
except http.client.InvalidURL as error:
    print(error)
with urllib.request.urlopen('data:text/plain;base64,aGVsbG8=') as answer:
    print(answer.read(), answer.headers['content-type'], answer.headers['Content-Length'])
