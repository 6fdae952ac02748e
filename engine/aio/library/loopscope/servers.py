"""Simulated web servers: every host is one, and answers after its latency. They are reached over the network inside the run, at a
port of this machine that listens while a loop runs; blocking clients get the same answers without one.

What the usual addresses of lessons answer: /delay/N waits N seconds, /status/N has that status, /get, /json, /uuid, /headers and
everything that looks like an API is JSON, everything else a small page.
"""
import asyncio
import json
import zlib
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

_hosts = {}
_ports = {}


class Rules:
    """How a host answers."""
    latency = None
    status = 200
    text = None
    json = None
    handler = None
    headers = {}
    fails = False


def server(host, *, latency=None, status=200, text=None, json=None, headers=None, handler=None, fails=False):
    """Sets how the server of a host answers from now on.

    latency: seconds until it answers, or a function of the path that gives them; else between 0.1 and 0.5, by the host's name.
    status, text, json, headers: the answer. handler(request): makes it instead: a str, bytes or anything JSON, or (status, that).
    fails: nobody can connect to it.
    """
    rules = _hosts[host] = Rules()
    rules.latency, rules.status, rules.text, rules.json = latency, status, text, json
    rules.headers, rules.handler, rules.fails = dict(headers or {}), handler, fails


class Request:
    def __init__(self, method, url, headers, body):
        self.method, self.url, self.headers, self.body = method, url, headers, body
        parts = urlsplit(url)
        self.host, self.path, self.query = parts.hostname or '', parts.path or '/', dict(parse_qsl(parts.query, keep_blank_values=True))

    def json(self):
        return json.loads(self.body)


def rules_of(host):
    return _hosts.get(host) or Rules()


def can_connect(host):
    return not (rules_of(host).fails or host.endswith(('.invalid', '.test')) or not host)


def latency_of(request):
    """Seconds until the answer comes."""
    rules = rules_of(request.host)
    if callable(rules.latency):
        return rules.latency(request.path)
    seconds = rules.latency
    if seconds is None:
        seconds = 0.1 + zlib.crc32(request.host.encode() + request.path.encode()) % 401 / 1000
    first, _, rest = request.path.strip('/').partition('/')
    if first == 'delay' and rest:
        try:
            seconds = float(rest.split('/')[0])
        except ValueError:
            pass
    return seconds


def _words(path):
    return [part for part in path.split('/') if part]


def _usual(request):
    """(status, body) of a host that nobody has said anything of."""
    words = _words(request.path)
    first, last = (words[0], words[-1]) if words else ('', '')
    if first == 'status' and last.isdecimal():
        return int(last), ''
    if request.method == 'HEAD':
        return 200, ''
    about = {'args': request.query, 'headers': dict(request.headers), 'url': request.url}
    if request.method in ('POST', 'PUT', 'PATCH', 'DELETE') or first in ('get', 'delay', 'anything', 'headers'):
        if request.body:
            try:
                about['json'] = json.loads(request.body)
            except ValueError:
                about['data'] = request.body.decode('utf-8', 'replace')
        return 201 if request.method == 'POST' and 'typicode' in request.host else 200, about
    if first == 'uuid':
        import uuid
        return 200, {'uuid': str(uuid.uuid4())}
    if first == 'json' or request.host.startswith('api.') or 'typicode' in request.host or 'application/json' in request.headers.get('accept', ''):
        return 200, _records(words)
    return 200, f'<!doctype html>\n<title>{request.host}</title>\n<p>This is {request.url}, as a simulated server has it.</p>\n'


def _records(words):
    """What an API answers: one record, or ten of them."""
    kind, last = (words[0], words[-1]) if words else ('items', '')

    def record(number):
        return {'userId': (number - 1) // 10 + 1, 'id': number, 'name': f'{kind.rstrip("s")} {number}', 'title': f'{kind.rstrip("s")} {number}',
                'completed': number % 2 == 0}
    return record(int(last)) if last.isdecimal() else [record(number) for number in range(1, 11)]


def _made(status, body, extra):
    """(status, headers, bytes) of an answer in whatever form it has."""
    kind = 'text/html; charset=utf-8'
    if isinstance(body, bytes):
        kind = 'application/octet-stream'
    elif not isinstance(body, str):
        kind, body = 'application/json', json.dumps(body)
    data = body.encode() if isinstance(body, str) else body
    return status, {'Content-Type': kind, 'Content-Length': str(len(data)), 'Server': 'loopscope', **extra}, data


def answer(request):
    """(status, headers, bytes) for a request."""
    rules = rules_of(request.host)
    if rules.handler is not None:
        found = rules.handler(request)
        status, body = found if isinstance(found, tuple) else (200, found)
    elif rules.json is not None:
        status, body = rules.status, rules.json
    elif rules.text is not None or rules.status != 200:
        status, body = rules.status, rules.text or ''
    else:
        status, body = _usual(request)
    return _made(status, body, rules.headers)


def reason_of(status):
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ''


# ---- over the network

def _head(lines):
    first, *rest = lines.decode('latin-1').split('\r\n')
    return first, {name.strip().lower(): value.strip() for name, _, value in (line.partition(':') for line in rest if line)}


class _Server(asyncio.Protocol):
    """One connection of a server: a request is read, its answer written when its latency is over."""

    def connection_made(self, transport):
        self.transport, self.data = transport, b''

    def data_received(self, data):
        self.data += data
        head, found, body = self.data.partition(b'\r\n\r\n')
        if not found:
            return
        first, headers = _head(head)
        if len(body) < int(headers.get('content-length', 0)):
            return
        self.data = b''
        method, url, _ = first.split(' ')
        request = Request(method, url, headers, body)
        asyncio.get_running_loop().call_later(latency_of(request), self.respond, request)

    def respond(self, request):
        if self.transport.is_closing():
            return
        try:
            status, headers, data = answer(request)
        except Exception as error:
            status, headers, data = _made(500, f'{type(error).__name__}: {error}', {})
        lines = ''.join(f'{name}: {value}\r\n' for name, value in headers.items())
        self.transport.write(f'HTTP/1.1 {status} {reason_of(status)}\r\n{lines}\r\n'.encode('latin-1') + data)
        self.transport.close()


async def _port():
    """The port at which the simulated servers listen in this loop."""
    loop = asyncio.get_running_loop()
    known = _ports.get(id(loop))
    if known is not None and known[0] is loop:
        return await asyncio.shield(known[1])
    future = loop.create_future()
    _ports.clear()
    _ports[id(loop)] = loop, future
    listening = await loop.create_server(_Server, '127.0.0.1', 0)
    listening.get_loop()
    future.set_result(listening.sockets[0].getsockname()[1])
    return future.result()


async def exchange(method, url, headers, body):
    """Sends a request; (status, reason, headers, reader, writer) once the head of its answer is there. ConnectionError when nobody
    is there."""
    host = urlsplit(url).hostname or ''
    if not can_connect(host):
        await asyncio.sleep(0.05)
        raise ConnectionError('Name or service not known')
    reader, writer = await asyncio.open_connection('127.0.0.1', await _port())
    try:
        sent = {'Host': host, **headers}
        if body:
            sent['Content-Length'] = str(len(body))
        lines = ''.join(f'{name}: {value}\r\n' for name, value in sent.items())
        writer.write(f'{method} {url} HTTP/1.1\r\n{lines}\r\n'.encode('latin-1') + body)
        head = await reader.readuntil(b'\r\n\r\n')
    except BaseException:
        writer.close()
        raise
    first, rest = head[:-4].decode('latin-1').split('\r\n', 1)
    _, status, reason = first.split(' ', 2)
    found = {name: value.strip() for name, _, value in (line.partition(':') for line in rest.split('\r\n'))}
    return int(status), reason, found, reader, writer


def blocking_exchange(method, url, headers, body, timeout=None):
    """The same for a client that blocks: (status, reason, headers, bytes)."""
    import time
    request = Request(method, url, {name.lower(): value for name, value in headers.items()}, body)
    if not can_connect(request.host):
        time.sleep(0.05)
        raise ConnectionError('Name or service not known')
    seconds = latency_of(request)
    if timeout is not None and seconds > timeout:
        time.sleep(timeout)
        raise TimeoutError
    time.sleep(seconds)
    status, found, data = answer(request)
    return status, reason_of(status), found, data


class Headers(dict):
    """Names in any case."""

    def __init__(self, items=()):
        super().__init__(items)
        self._names = {name.lower(): name for name in self}

    def __getitem__(self, name):
        return super().__getitem__(self._names.get(name.lower(), name))

    def __contains__(self, name):
        return isinstance(name, str) and name.lower() in self._names

    def get(self, name, default=None):
        return self[name] if name in self else default


def full_url(base, url, params):
    """An address with its parameters, below a base."""
    from urllib.parse import urlencode, urljoin
    url = urljoin(str(base), str(url)) if base else str(url)
    if params:
        pairs = params.items() if hasattr(params, 'items') else params
        url += ('&' if '?' in url else '?') + urlencode(list(pairs) if not isinstance(params, str) else parse_qsl(params))
    if urlsplit(url).hostname and not urlsplit(url).path:
        at = min((place for place in (url.find('?'), url.find('#')) if place >= 0), default=len(url))
        url = url[:at] + '/' + url[at:]
    return url


def body_of(data, json_value):
    """(bytes, headers) of what is to be sent."""
    if json_value is not None:
        return json.dumps(json_value).encode(), {'Content-Type': 'application/json'}
    if data is None:
        return b'', {}
    if isinstance(data, (bytes, bytearray)):
        return bytes(data), {'Content-Type': 'application/octet-stream'}
    if isinstance(data, str):
        return data.encode(), {'Content-Type': 'text/plain; charset=utf-8'}
    from urllib.parse import urlencode
    return urlencode(data).encode(), {'Content-Type': 'application/x-www-form-urlencoded'}
