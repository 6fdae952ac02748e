"""http.client: HTTP/1.1 as a client speaks it, over a socket of the network inside the run."""
import io
import re
import socket
from http import HTTPStatus
from urllib.parse import urlsplit

__all__ = ['HTTPResponse', 'HTTPConnection', 'HTTPException', 'NotConnected', 'UnknownProtocol', 'UnknownTransferEncoding',
           'UnimplementedFileMode', 'IncompleteRead', 'InvalidURL', 'ImproperConnectionState', 'CannotSendRequest', 'CannotSendHeader',
           'ResponseNotReady', 'BadStatusLine', 'LineTooLong', 'RemoteDisconnected', 'error', 'responses', 'HTTPSConnection']

HTTP_PORT, HTTPS_PORT = 80, 443
responses = {status: status.phrase for status in HTTPStatus}
globals().update((status.name, status) for status in HTTPStatus)
_MAXLINE, _MAXHEADERS = 65536, 100
_BODY_EXPECTED = {'PATCH', 'POST', 'PUT'}


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args = version,
        self.version = version


class UnknownTransferEncoding(HTTPException):
    pass


class UnimplementedFileMode(HTTPException):
    pass


class IncompleteRead(HTTPException):
    def __init__(self, partial, expected=None):
        self.args = partial,
        self.partial, self.expected = partial, expected

    def __repr__(self):
        more = '' if self.expected is None else f', {self.expected:d} more expected'
        return f'{type(self).__name__}({len(self.partial):d} bytes read{more})'

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        line = line or repr(line)
        self.args = line,
        self.line = line


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        super().__init__(f'got more than {_MAXLINE} bytes when reading {line_type}')


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *pos, **kw):
        BadStatusLine.__init__(self, '')
        ConnectionResetError.__init__(self, *pos, **kw)


error = HTTPException


class HTTPMessage:
    """The head of a message: its fields in order, looked up without regard to case."""

    def __init__(self):
        self._fields = []

    def _found(self, name):
        name = name.lower()
        return [value for field, value in self._fields if field.lower() == name]

    def get_all(self, name, failobj=None):
        return self._found(name) or failobj

    def get(self, name, failobj=None):
        return (self._found(name) or [failobj])[0]

    __getitem__ = get

    def __setitem__(self, name, value):
        self._fields.append((name, value))

    def __delitem__(self, name):
        name = name.lower()
        self._fields = [field for field in self._fields if field[0].lower() != name]

    def __contains__(self, name):
        return bool(self._found(name))

    def __len__(self):
        return len(self._fields)

    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        return [name for name, _ in self._fields]

    def values(self):
        return [value for _, value in self._fields]

    def items(self):
        return list(self._fields)

    def add_header(self, name, value, /, **params):
        parts = [] if value is None else [value]
        for key, text in params.items():
            key = key.replace('_', '-')
            parts.append(key if text is None else f'{key}="{text}"' if re.search(r'[^\w!#$%&\'*+.^`|~-]', text) else f'{key}={text}')
        self[name] = '; '.join(parts)

    def replace_header(self, name, value):
        for at, (field, _) in enumerate(self._fields):
            if field.lower() == name.lower():
                self._fields[at] = field, value
                return
        raise KeyError(name)

    def _content_type(self):
        main, *params = self.get('content-type', '').split(';')
        return main.strip().lower(), params

    def get_content_type(self):
        main = self._content_type()[0]
        return main if main.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().partition('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().partition('/')[2]

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        for text in self.get(header, '').split(';')[1:]:
            name, _, value = text.strip().partition('=')
            if name.strip().lower() == param.lower():
                value = value.strip()
                return value[1:-1] if unquote and len(value) > 1 and value[0] == value[-1] == '"' else value
        return failobj

    def get_content_charset(self, failobj=None):
        charset = self.get_param('charset')
        return failobj if charset is None else charset.lower()

    def get_filename(self, failobj=None):
        return self.get_param('filename', failobj, 'content-disposition')

    def as_string(self, unixfrom=False, maxheaderlen=0):
        return ''.join(f'{name}: {value}\n' for name, value in self._fields) + '\n'

    def as_bytes(self, unixfrom=False):
        return self.as_string().encode('ascii', 'surrogateescape')

    __str__ = as_string
    __bytes__ = as_bytes


def _line(file, what):
    line = file.readline(_MAXLINE + 1)
    if len(line) > _MAXLINE:
        raise LineTooLong(what)
    return line


def parse_headers(fp, _class=HTTPMessage):
    message, count = _class(), 0
    while (line := _line(fp, 'header line')) not in (b'\r\n', b'\n', b''):
        count += 1
        if count > _MAXHEADERS:
            raise HTTPException(f'got more than {_MAXHEADERS} headers')
        text = line.decode('iso-8859-1').rstrip('\r\n')
        if text[:1] in (' ', '\t') and len(message):
            name, value = message._fields.pop()
            message[name] = f'{value}\r\n{text}'
            continue
        name, colon, value = text.partition(':')
        if not colon:
            break
        message[name] = value.strip(' \t')
    return message


class HTTPResponse(io.BufferedIOBase):
    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile('rb')
        self.debuglevel, self._method = debuglevel, method
        self.headers = self.msg = None
        self.version = self.status = self.reason = 'UNKNOWN'
        self.chunked = self.will_close = 'UNKNOWN'
        self.chunk_left = self.length = 'UNKNOWN'

    def _read_status(self):
        line = _line(self.fp, 'status line').decode('iso-8859-1')
        if self.debuglevel > 0:
            print('reply:', repr(line))
        if not line:
            raise RemoteDisconnected('Remote end closed connection without response')
        version, status, reason = [*line.split(None, 2), '', ''][:3]
        if not version.startswith('HTTP/') or not (status.isdigit() and 100 <= int(status) <= 999):
            self._close_conn()
            raise BadStatusLine(line)
        return version, int(status), reason.strip()

    def begin(self):
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != HTTPStatus.CONTINUE:
                break
            parse_headers(self.fp)
        self.code = self.status = status
        self.reason = reason
        if version not in ('HTTP/1.0', 'HTTP/0.9') and not version.startswith('HTTP/1.'):
            raise UnknownProtocol(version)
        self.version = 10 if version in ('HTTP/1.0', 'HTTP/0.9') else 11
        self.headers = self.msg = parse_headers(self.fp)
        if self.debuglevel > 0:
            for name, value in self.headers.items():
                print('header:', name + ':', value)
        self._find_length()

    def _find_length(self):
        self.chunked = self.headers.get('transfer-encoding', '').lower() == 'chunked'
        self.chunk_left = None
        self.will_close = self._check_close()
        text = self.headers.get('content-length', '')
        self.length = int(text) if not self.chunked and text.isdigit() else None
        if self.status in (204, 304) or 100 <= self.status < 200 or self._method == 'HEAD':
            self.length = 0
        if self.length is None and not self.chunked:
            self.will_close = True

    def _check_close(self):
        connection = self.headers.get('connection', '').lower()
        if self.version == 11:
            return 'close' in connection
        return not (self.headers.get('keep-alive') or 'keep-alive' in connection
                    or 'keep-alive' in self.headers.get('proxy-connection', '').lower())

    def _close_conn(self):
        file, self.fp = self.fp, None
        file.close()

    def close(self):
        try:
            super().close()
        finally:
            if self.fp:
                self._close_conn()

    def flush(self):
        super().flush()
        if self.fp:
            self.fp.flush()

    def readable(self):
        return True

    def isclosed(self):
        return self.fp is None

    def fileno(self):
        return self.fp.fileno()

    def _open(self):
        """Whether there is a body, or what is left of one."""
        if self.fp is None:
            return False
        if self._method == 'HEAD':
            self._close_conn()
            return False
        return True

    def read(self, amt=None):
        if not self._open():
            return b''
        whole = amt is None or amt < 0
        if self.chunked:
            return self._read_chunked(None if whole else amt)
        if whole:
            return self._read_rest()
        data = self.fp.read(amt if self.length is None else min(amt, self.length))
        self._took(len(data), amt)
        return data

    def _took(self, count, wanted):
        if self.length is not None:
            self.length -= count
        if not self.length and (self.length is not None or not count and wanted):
            self._close_conn()

    def _read_rest(self):
        if self.length is None:
            data = self.fp.read()
        else:
            data = self.fp.read(self.length)
            if len(data) < self.length:
                self._close_conn()
                raise IncompleteRead(data, self.length - len(data))
            self.length = 0
        self._close_conn()
        return data

    def _next_chunk(self):
        """How much is left of the chunk that is being read; None: that was the last."""
        if self.chunk_left:
            return self.chunk_left
        if self.chunk_left is not None:
            self.fp.read(2)  # the line end behind a chunk
        line = _line(self.fp, 'chunk size').partition(b';')[0]
        try:
            self.chunk_left = int(line, 16)
        except ValueError:
            self._close_conn()
            raise IncompleteRead(b'') from None
        if self.chunk_left:
            return self.chunk_left
        while _line(self.fp, 'trailer line') not in (b'\r\n', b'\n', b''):
            pass
        self._close_conn()
        self.chunk_left = None
        return None

    def _read_chunked(self, amt):
        pieces, left = [], amt
        try:
            while (left is None or left > 0) and (size := self._next_chunk()) is not None:
                wanted = size if left is None else min(size, left)
                piece = self.fp.read(wanted)
                pieces.append(piece)
                self.chunk_left -= len(piece)
                if len(piece) < wanted:
                    raise IncompleteRead(piece, wanted - len(piece))
                if left is not None:
                    left -= len(piece)
        except IncompleteRead as problem:
            raise IncompleteRead(b''.join(pieces), problem.expected) from problem
        return b''.join(pieces)

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def read1(self, n=-1):
        if not self._open():
            return b''
        limit = self._next_chunk() if self.chunked else self.length
        if self.chunked and limit is None:
            return b''
        if n < 0 or limit is not None and n > limit:
            n = -1 if limit is None else limit
        data = self.fp.read1(n)
        if self.chunked:
            self.chunk_left -= len(data)
        else:
            self._took(len(data), n)
        return data

    def peek(self, n=-1):
        if not self._open() or self.chunked and self._next_chunk() is None:
            return b''
        return self.fp.peek(n)[:self.chunk_left if self.chunked else self.length]

    def readline(self, limit=-1):
        if self.fp is None or self.chunked:
            return super().readline(limit)
        if self._method == 'HEAD':
            return b''
        bounds = [bound for bound in (self.length, limit) if bound is not None and bound >= 0]
        data = self.fp.readline(min(bounds) if bounds else -1)
        self._took(len(data), limit)
        return data

    def getheader(self, name, default=None):
        if self.headers is None:
            raise ResponseNotReady()
        found = self.headers.get_all(name)
        if found:
            return ', '.join(found)
        return default if isinstance(default, str) or not hasattr(default, '__iter__') else ', '.join(default)

    def getheaders(self):
        if self.headers is None:
            raise ResponseNotReady()
        return self.headers.items()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status

    def __iter__(self):
        return self


_IDLE, _REQ_STARTED, _REQ_SENT = 'Idle', 'Request-started', 'Request-sent'


class HTTPConnection:
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0
    _http_vsn, _http_vsn_str = 11, 'HTTP/1.1'

    def __init__(self, host, port=None, timeout=socket._unset, source_address=None, blocksize=8192):
        self.timeout, self.source_address, self.blocksize = timeout, source_address, blocksize
        self.sock = self._response = self._method = None
        self._state, self._buffer = _IDLE, []
        self.host, self.port = self._host_and_port(host, port)
        _no_control(self.host, "URL can't contain control characters. {!r} (found at least {!r})")

    def _host_and_port(self, host, port):
        name, colon, number = host.rpartition(':')
        if port is None and colon and ']' not in number:
            host = name
            try:
                port = int(number) if number else None
            except ValueError:
                raise InvalidURL(f"nonnumeric port: '{number}'") from None
        if host[:1] == '[' and host[-1:] == ']':
            host = host[1:-1]
        return host, self.default_port if port is None else port

    def set_debuglevel(self, level):
        self.debuglevel = level

    def connect(self):
        self.sock = socket.create_connection((self.host, self.port), self.timeout, self.source_address)

    def close(self):
        self._state = _IDLE
        sock, self.sock = self.sock, None
        response, self._response = self._response, None
        for thing in (sock, response):
            if thing is not None:
                thing.close()

    def send(self, data):
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if self.debuglevel > 0:
            print('send:', repr(data))
        for piece in _pieces(data, self.blocksize):
            self.sock.sendall(piece)

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != _IDLE:
            raise CannotSendRequest(self._state)
        _no_control(method, "method can't contain control characters. {!r} (found at least {!r})")
        self._state, self._method = _REQ_STARTED, method
        url = url or '/'
        _no_control(url, "URL can't contain control characters. {!r} (found at least {!r})", ' ')
        self._buffer.append(f'{method} {url} {self._http_vsn_str}'.encode('ascii'))
        if self._http_vsn != 11:
            return
        if not skip_host:
            self.putheader('Host', self._host_field(url))
        if not skip_accept_encoding:
            self.putheader('Accept-Encoding', 'identity')

    def _host_field(self, url):
        netloc = urlsplit(url).netloc if url.startswith('http') else ''
        if netloc:
            return netloc
        host = f'[{self.host}]' if ':' in self.host else self.host
        return host if self.port == self.default_port else f'{host}:{self.port}'

    def putheader(self, header, *values):
        if self._state != _REQ_STARTED:
            raise CannotSendHeader()
        name = header.encode('ascii') if hasattr(header, 'encode') else header
        if not re.fullmatch(rb'[^:\s][^:\r\n]*', name):
            raise ValueError(f'Invalid header name {name!r}')
        texts = []
        for value in values:
            text = value.encode('latin-1') if hasattr(value, 'encode') else str(value).encode('ascii') if isinstance(value, int) else value
            if re.search(rb'\n(?![ \t])|\r(?![ \t\n])', text):
                raise ValueError(f'Invalid header value {text!r}')
            texts.append(text)
        self._buffer.append(name + b': ' + b'\r\n\t'.join(texts))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        if self._state != _REQ_STARTED:
            raise CannotSendHeader()
        self._state = _REQ_SENT
        head, self._buffer = b'\r\n'.join([*self._buffer, b'', b'']), []
        self.send(head)
        if message_body is None:
            return
        for piece in _pieces(message_body, self.blocksize):
            if piece:
                self.send(b'%X\r\n%b\r\n' % (len(piece), piece) if encode_chunked else piece)
        if encode_chunked:
            self.send(b'0\r\n\r\n')

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        given = {name.lower() for name in headers}
        self.putrequest(method, url, 'host' in given, 'accept-encoding' in given)
        if 'content-length' not in given and 'transfer-encoding' not in given:
            encode_chunked = False
            length = _length(body, method)
            if length is not None:
                self.putheader('Content-Length', str(length))
            elif body is not None:
                encode_chunked = True
                self.putheader('Transfer-Encoding', 'chunked')
        elif 'transfer-encoding' not in given:
            encode_chunked = False
        for name, value in headers.items():
            self.putheader(name, value)
        if isinstance(body, str):
            body = _latin(body)
        self.endheaders(body, encode_chunked=encode_chunked)

    def getresponse(self):
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != _REQ_SENT or self._response:
            raise ResponseNotReady(self._state)
        response = self.response_class(self.sock, self.debuglevel, method=self._method)
        try:
            try:
                response.begin()
            except ConnectionError:
                self.close()
                raise
            self._state = _IDLE
            if response.will_close:
                self.close()
            else:
                self._response = response
            return response
        except BaseException:
            response.close()
            raise


class HTTPSConnection(HTTPConnection):
    default_port = HTTPS_PORT

    def __init__(self, host, port=None, *, timeout=socket._unset, source_address=None, context=None, blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize)

    def connect(self):
        super().connect()
        self.close()
        raise NotImplementedError('Loopscope has no ssl: there is no network outside of the run')


def _no_control(text, message, more=''):
    if found := re.search(f'[\0-\x1f\x7f{more}]', text):
        kind = ValueError if message.startswith('method') else InvalidURL
        raise kind(message.format(text, found.group()))


def _latin(text):
    try:
        return text.encode('latin-1')
    except UnicodeEncodeError as problem:
        bad = text[problem.start:problem.end]
        raise UnicodeEncodeError(problem.encoding, text, problem.start, problem.end,
                                 f"body ({bad!r:.20}) is not valid Latin-1. Use body.encode('utf-8') if you want to send it encoded in UTF-8."
                                 ) from None


def _length(body, method):
    if body is None:
        return 0 if method.upper() in _BODY_EXPECTED else None
    if hasattr(body, 'read'):
        return None
    try:
        return memoryview(body).nbytes
    except TypeError:
        return len(body) if isinstance(body, str) else None


def _pieces(body, size):
    """What is sent of a body: bytes, a file, or an iterable of bytes."""
    if hasattr(body, 'read'):
        while piece := body.read(size):
            yield piece.encode('iso-8859-1') if isinstance(piece, str) else piece
        return
    try:
        memoryview(body)
    except TypeError:
        try:
            yield from body
        except TypeError:
            raise TypeError(f'data should be a bytes-like object or an iterable, got {type(body)!r}') from None
    else:
        yield body
