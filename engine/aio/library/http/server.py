"""http.server: HTTP as a server speaks it, over sockets of the network inside the run, with the files of the run."""
import datetime
import io
import os
import posixpath
import shutil
import socket
import socketserver
import sys
import time
from html import escape
from http import HTTPStatus
from http.client import HTTPException, parse_headers
from urllib.parse import quote, unquote, urlsplit, urlunsplit

__version__ = '0.6'
__all__ = ['HTTPServer', 'ThreadingHTTPServer', 'BaseHTTPRequestHandler', 'SimpleHTTPRequestHandler']

DEFAULT_ERROR_MESSAGE = '''<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <style type="text/css">
            :root {
                color-scheme: light dark;
            }
        </style>
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: %(code)d</p>
        <p>Message: %(message)s.</p>
        <p>Error code explanation: %(code)s - %(explain)s.</p>
    </body>
</html>
'''
DEFAULT_ERROR_CONTENT_TYPE = 'text/html;charset=utf-8'
_DAYS, _MONTHS = 'Mon Tue Wed Thu Fri Sat Sun'.split(), 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()
_TYPES = {'.html': 'text/html', '.htm': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript',
          '.json': 'application/json', '.txt': 'text/plain', '.py': 'text/x-python', '.c': 'text/plain', '.h': 'text/plain',
          '.csv': 'text/csv', '.md': 'text/markdown', '.xml': 'text/xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg',
          '.gif': 'image/gif', '.svg': 'image/svg+xml', '.ico': 'image/vnd.microsoft.icon', '.webp': 'image/webp', '.pdf': 'application/pdf',
          '.zip': 'application/zip', '.wasm': 'application/wasm', '.mp3': 'audio/mpeg', '.mp4': 'video/mp4', '.wav': 'audio/x-wav'}


class HTTPServer(socketserver.TCPServer):
    allow_reuse_address = allow_reuse_port = True

    def server_bind(self):
        super().server_bind()
        host, self.server_port = self.server_address[:2]
        self.server_name = socket.getfqdn(host)


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
    daemon_threads = True


class _Refused(Exception):
    """A request that is not understood: the arguments of send_error."""


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
    sys_version = 'Python/' + sys.version.split()[0]
    server_version = 'BaseHTTP/' + __version__
    error_message_format, error_content_type = DEFAULT_ERROR_MESSAGE, DEFAULT_ERROR_CONTENT_TYPE
    default_request_version, protocol_version = 'HTTP/0.9', 'HTTP/1.0'
    responses = {status: (status.phrase, status.description) for status in HTTPStatus}
    weekdayname, monthname = _DAYS, [None, *_MONTHS]
    MessageClass = None

    def handle(self):
        self.close_connection = True
        self.handle_one_request()
        while not self.close_connection:
            self.handle_one_request()

    def handle_one_request(self):
        try:
            self.raw_requestline = self.rfile.readline(65537)
            if len(self.raw_requestline) > 65536:
                self.requestline = self.request_version = self.command = ''
                self.send_error(HTTPStatus.REQUEST_URI_TOO_LONG)
            elif not self.raw_requestline:
                self.close_connection = True
            elif self.parse_request():
                self._answer()
        except TimeoutError as problem:
            self.log_error('Request timed out: %r', problem)
            self.close_connection = True

    def _answer(self):
        method = getattr(self, 'do_' + self.command, None)
        if method is None:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED, f'Unsupported method ({self.command!r})')
            return
        method()
        self.wfile.flush()

    def parse_request(self):
        self.command, self.close_connection = None, True
        self.request_version = version = self.default_request_version
        self.requestline = str(self.raw_requestline, 'iso-8859-1').rstrip('\r\n')
        words = self.requestline.split()
        if not words:
            return False
        try:
            if len(words) >= 3:
                version = words[-1]
                if self._version_of(version) >= (1, 1) and self.protocol_version >= 'HTTP/1.1':
                    self.close_connection = False
                self.request_version = version
            if not 2 <= len(words) <= 3:
                raise _Refused(HTTPStatus.BAD_REQUEST, f'Bad request syntax ({self.requestline!r})')
            if len(words) == 2 and words[0] != 'GET':
                raise _Refused(HTTPStatus.BAD_REQUEST, f'Bad HTTP/0.9 request type ({words[0]!r})')
        except _Refused as refused:
            self.send_error(*refused.args)
            return False
        self.command, self.path = words[:2]
        if self.path.startswith('//'):  # a browser would take it for another host
            self.path = '/' + self.path.lstrip('/')
        return self._take_headers()

    def _version_of(self, text):
        bad = _Refused(HTTPStatus.BAD_REQUEST, f'Bad request version ({text!r})')
        name, _, numbers = text.partition('/')
        parts = numbers.split('.')
        if name != 'HTTP' or len(parts) != 2 or not all(part.isdigit() and len(part) <= 10 for part in parts):
            raise bad
        version = int(parts[0]), int(parts[1])
        if version >= (2, 0):
            raise _Refused(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, f'Invalid HTTP version ({numbers})')
        return version

    def _take_headers(self):
        try:
            self.headers = parse_headers(self.rfile)
        except HTTPException as problem:
            what = 'Line too long' if type(problem).__name__ == 'LineTooLong' else 'Too many headers'
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, what, str(problem))
            return False
        connection = self.headers.get('Connection', '').lower()
        if connection == 'close':
            self.close_connection = True
        elif connection == 'keep-alive' and self.protocol_version >= 'HTTP/1.1':
            self.close_connection = False
        if self.protocol_version >= 'HTTP/1.1' <= self.request_version and self.headers.get('Expect', '').lower() == '100-continue':
            return self.handle_expect_100()
        return True

    def handle_expect_100(self):
        self.send_response_only(HTTPStatus.CONTINUE)
        self.end_headers()
        return True

    def send_error(self, code, message=None, explain=None):
        short, long = self.responses.get(code, ('???', '???'))
        message = short if message is None else message
        self.log_error('code %d, message %s', code, message)
        self.send_response(code, message)
        self.send_header('Connection', 'close')
        body = None
        if code >= 200 and code not in (204, 205, 304):
            texts = {'code': code, 'message': escape(message, quote=False), 'explain': escape(explain or long, quote=False)}
            body = (self.error_message_format % texts).encode('utf-8', 'replace')
            self.send_header('Content-Type', self.error_content_type)
            self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if body and self.command != 'HEAD':
            self.wfile.write(body)

    def send_response(self, code, message=None):
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header('Server', self.version_string())
        self.send_header('Date', self.date_time_string())

    _headers_buffer = ()

    def _add_line(self, text):
        self._headers_buffer = [*self._headers_buffer, f'{text}\r\n'.encode('latin-1', 'strict')]

    def send_response_only(self, code, message=None):
        if self.request_version != 'HTTP/0.9':
            phrase = self.responses.get(code, ('',))[0] if message is None else message
            self._add_line(f'{self.protocol_version} {code:d} {phrase}')

    def send_header(self, keyword, value):
        if self.request_version != 'HTTP/0.9':
            self._add_line(f'{keyword}: {value}')
        if keyword.lower() == 'connection' and value.lower() in ('close', 'keep-alive'):
            self.close_connection = value.lower() == 'close'

    def end_headers(self):
        if self.request_version != 'HTTP/0.9':
            self._add_line('')
            self.flush_headers()

    def flush_headers(self):
        lines, self._headers_buffer = self._headers_buffer, ()
        if lines:
            self.wfile.write(b''.join(lines))

    def log_request(self, code='-', size='-'):
        code = code.value if isinstance(code, HTTPStatus) else code
        self.log_message('"%s" %s %s', self.requestline, str(code), str(size))

    def log_error(self, format, *args):
        self.log_message(format, *args)

    def log_message(self, format, *args):
        text = ''.join(c if c.isprintable() and c != '\\' or c == ' ' else fr'\x{ord(c):02x}' if ord(c) < 160 and c != '\\' else c * (1 + (c == '\\'))
                       for c in format % args)
        sys.stderr.write(f'{self.address_string()} - - [{self.log_date_time_string()}] {text}\n')

    def version_string(self):
        return f'{self.server_version} {self.sys_version}'

    def date_time_string(self, timestamp=None):
        then = time.gmtime(time.time() if timestamp is None else timestamp)
        return (f'{_DAYS[then.tm_wday]}, {then.tm_mday:02d} {_MONTHS[then.tm_mon - 1]} {then.tm_year:04d} '
                f'{then.tm_hour:02d}:{then.tm_min:02d}:{then.tm_sec:02d} GMT')

    def log_date_time_string(self):
        then = time.localtime(time.time())
        return f'{then.tm_mday:02d}/{_MONTHS[then.tm_mon - 1]}/{then.tm_year:04d} {then.tm_hour:02d}:{then.tm_min:02d}:{then.tm_sec:02d}'

    def address_string(self):
        return self.client_address[0]


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    server_version = 'SimpleHTTP/' + __version__
    index_pages = 'index.html', 'index.htm'
    extensions_map = {'.gz': 'application/gzip', '.Z': 'application/octet-stream', '.bz2': 'application/x-bzip2', '.xz': 'application/x-xz'}

    def __init__(self, *args, directory=None, **kwargs):
        self.directory = os.fspath(os.getcwd() if directory is None else directory)
        super().__init__(*args, **kwargs)

    def do_GET(self):
        file = self.send_head()
        if file:
            with file:
                self.copyfile(file, self.wfile)

    def do_HEAD(self):
        file = self.send_head()
        if file:
            file.close()

    def send_head(self):
        path = self.translate_path(self.path)
        if os.path.isdir(path):
            return self._send_folder(path)
        file = None if path.endswith('/') else self._opened(path)
        if file is None:
            self.send_error(HTTPStatus.NOT_FOUND, 'File not found')
            return None
        about = os.fstat(file.fileno())
        if self._is_known(about.st_mtime):
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.end_headers()
            file.close()
            return None
        self._send_about(self.guess_type(path), about.st_size, self.date_time_string(about.st_mtime))
        return file

    def _opened(self, path):
        try:
            return open(path, 'rb')
        except OSError:
            return None

    def _send_folder(self, path):
        parts = urlsplit(self.path)
        if not parts.path.endswith(('/', '%2f', '%2F')):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header('Location', urlunsplit((parts[0], parts[1], parts[2] + '/', parts[3], parts[4])))
            self.send_header('Content-Length', '0')
            self.end_headers()
            return None
        for page in self.index_pages:
            index = os.path.join(path, page)
            if os.path.isfile(index):
                self.path, before = posixpath.join(parts.path, page), self.path
                try:
                    return self.send_head()
                finally:
                    self.path = before
        return self.list_directory(path)

    def _is_known(self, modified):
        """Whether the client has the file as it is."""
        since = self.headers.get('If-Modified-Since')
        if since is None or 'If-None-Match' in self.headers:
            return False
        try:
            then = datetime.datetime.strptime(since, '%a, %d %b %Y %H:%M:%S GMT').replace(tzinfo=datetime.timezone.utc)
        except ValueError:
            return False
        return int(modified) <= then.timestamp()

    def _send_about(self, kind, size, modified=None):
        self.send_response(HTTPStatus.OK)
        self.send_header('Content-type', kind)
        self.send_header('Content-Length', str(size))
        if modified is not None:
            self.send_header('Last-Modified', modified)
        self.end_headers()

    def list_directory(self, path):
        try:
            names = sorted(os.listdir(path), key=str.lower)
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, 'No permission to list directory')
            return None
        shown = unquote(self.path.partition('#')[0].partition('?')[0], errors='surrogatepass')
        title = f'Directory listing for {escape(shown, quote=False)}'
        lines = ['<!DOCTYPE HTML>', '<html lang="en">', '<head>', '<meta charset="utf-8">', '<style type="text/css">', ':root {',
                 'color-scheme: light dark;', '}', '</style>', f'<title>{title}</title>', '</head>', f'<body>\n<h1>{title}</h1>', '<hr>\n<ul>']
        for name in names:
            whole = os.path.join(path, name)
            link = text = name + '/' if os.path.isdir(whole) else name
            if os.path.islink(whole):
                text = name + '@'
            lines.append(f'<li><a href="{quote(link, errors="surrogatepass")}">{escape(text, quote=False)}</a></li>')
        page = '\n'.join([*lines, '</ul>\n<hr>\n</body>\n</html>\n']).encode('utf-8', 'surrogateescape')
        self._send_about('text/html; charset=utf-8', len(page))
        return io.BytesIO(page)

    def translate_path(self, path):
        """Where the file of that address is: below our folder, whatever the address says."""
        path = unquote(path.partition('?')[0].partition('#')[0], errors='surrogatepass')
        words = [word for word in posixpath.normpath(path).split('/') if word and word not in (os.curdir, os.pardir)]
        return posixpath.join(self.directory, *words) + ('/' if path.rstrip().endswith('/') else '')

    def copyfile(self, source, outputfile):
        shutil.copyfileobj(source, outputfile)

    def guess_type(self, path):
        ending = posixpath.splitext(path)[1]
        for table in self.extensions_map, _TYPES:
            for key in ending, ending.lower():
                if key in table:
                    return table[key]
        return 'application/octet-stream'


def test(HandlerClass=BaseHTTPRequestHandler, ServerClass=ThreadingHTTPServer, protocol='HTTP/1.0', port=8000, bind=None, *tls):
    HandlerClass.protocol_version = protocol
    with ServerClass(('' if bind is None else bind, port), HandlerClass) as server:
        host, number = server.socket.getsockname()[:2]
        print(f'Serving HTTP on {host} port {number} (http://{host}:{number}/) ...')
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print('\nKeyboard interrupt received, exiting.')
            sys.exit(0)
