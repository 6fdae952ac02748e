"""A stand-in for aiohttp: its client as lessons use it, over the network inside the run."""
import asyncio
import json as _json
from collections.abc import Coroutine
from loopscope import servers

__version__ = '3.0 (a stand-in of Loopscope)'


class ClientError(Exception):
    pass


class ClientPayloadError(ClientError):
    pass


class InvalidURL(ClientError, ValueError):
    pass


class ClientConnectionError(ClientError):
    pass


class ClientOSError(ClientConnectionError, OSError):
    pass


class ClientConnectorError(ClientOSError):
    def __init__(self, host, port, text):
        self.host, self.port = host, port
        super().__init__(-2, f'Cannot connect to host {host}:{port} ssl:default [{text}]')

    def __str__(self):
        return self.args[1]


ClientConnectorDNSError = ClientConnectorError


class ServerConnectionError(ClientConnectionError):
    pass


class ServerDisconnectedError(ServerConnectionError):
    pass


class ServerTimeoutError(ServerConnectionError, asyncio.TimeoutError):
    pass


ConnectionTimeoutError = SocketTimeoutError = ServerTimeoutError


class ClientResponseError(ClientError):
    def __init__(self, request_info, history, *, status=0, message='', headers=None):
        self.request_info, self.history, self.status, self.message, self.headers = request_info, history, status, message, headers
        super().__init__(request_info, history)

    def __str__(self):
        return f'{self.status}, message={self.message!r}, url={str(self.request_info.real_url)!r}'


class ContentTypeError(ClientResponseError):
    pass


class TooManyRedirects(ClientResponseError):
    pass


class ClientTimeout:
    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None, ceil_threshold=5):
        self.total, self.connect, self.sock_read, self.sock_connect = total, connect, sock_read, sock_connect

    def __repr__(self):
        return (f'ClientTimeout(total={self.total!r}, connect={self.connect!r}, sock_read={self.sock_read!r}, '
                f'sock_connect={self.sock_connect!r}, ceil_threshold=5)')


class TCPConnector:
    def __init__(self, *, limit=100, limit_per_host=0, **options):
        self.limit, self.limit_per_host = limit, limit_per_host
        self._places = asyncio.Semaphore(limit) if limit else None
        self._hosts = {}

    async def _enter(self, host):
        if self.limit_per_host:
            await self._hosts.setdefault(host, asyncio.Semaphore(self.limit_per_host)).acquire()
        if self._places is not None:
            await self._places.acquire()

    def _leave(self, host):
        if self._places is not None:
            self._places.release()
        if self.limit_per_host:
            self._hosts[host].release()

    async def close(self):
        pass


class BasicAuth:
    def __init__(self, login, password='', encoding='latin1'):
        self.login, self.password = login, password


class URL(str):
    """An address; yarl's in aiohttp itself."""

    def __repr__(self):
        return f'URL({str(self)!r})'

    def __getattr__(self, name):
        parts = servers.urlsplit(str(self))
        if name in ('scheme', 'path', 'fragment', 'port'):
            return getattr(parts, name) or ('/' if name == 'path' else None if name == 'port' else '')
        if name == 'host':
            return parts.hostname
        if name == 'query_string':
            return parts.query
        if name == 'query':
            return dict(servers.parse_qsl(parts.query))
        raise AttributeError(name)


class RequestInfo:
    def __init__(self, url, method, headers):
        self.url = self.real_url = url
        self.method, self.headers = method, headers


class StreamReader:
    """The body of a response, piece by piece."""

    def __init__(self, reader):
        self._reader = reader

    async def read(self, n=-1):
        return await self._reader.read(n)

    async def readline(self):
        return await self._reader.readline()

    async def readexactly(self, n):
        return await self._reader.readexactly(n)

    def at_eof(self):
        return self._reader.at_eof()

    async def iter_chunked(self, n):
        while piece := await self._reader.read(n):
            yield piece

    async def iter_any(self):
        while piece := await self._reader.read(65536):
            yield piece

    def __aiter__(self):
        return self._lines()

    async def _lines(self):
        while line := await self._reader.readline():
            yield line


class ClientResponse:
    def __init__(self, method, url, request_headers, status, reason, headers, reader, writer, leave):
        self.method, self.url, self.real_url = method, url, url
        self.status, self.reason, self.headers = status, reason, servers.Headers(headers)
        self.request_info = RequestInfo(url, method, request_headers)
        self.content = StreamReader(reader)
        self.history, self.cookies, self.version = (), {}, (1, 1)
        self._writer, self._leave, self._body = writer, leave, None

    ok = property(lambda self: self.status < 400)
    host = property(lambda self: self.url.host)
    closed = property(lambda self: self._writer is None)
    content_type = property(lambda self: self.headers.get('Content-Type', 'application/octet-stream').partition(';')[0])
    content_length = property(lambda self: int(self.headers['Content-Length']) if 'Content-Length' in self.headers else None)
    charset = property(lambda self: 'utf-8')

    def __repr__(self):
        return f'<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{dict(self.headers)!r}\n'

    def raise_for_status(self):
        if self.status >= 400:
            self.release()
            raise ClientResponseError(self.request_info, self.history, status=self.status, message=self.reason, headers=self.headers)

    async def read(self):
        if self._body is None:
            try:
                self._body = await self.content.read()
            finally:
                self.release()
        return self._body

    async def text(self, encoding=None, errors='strict'):
        return (await self.read()).decode(encoding or 'utf-8', errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type='application/json'):
        await self.read()
        if content_type and self.content_type != content_type:
            raise ContentTypeError(self.request_info, self.history, status=self.status, headers=self.headers,
                                   message=f'Attempt to decode JSON with unexpected mimetype: {self.headers.get("Content-Type")}')
        text = self._body.decode(encoding or 'utf-8').strip()
        return loads(text) if text else None

    def release(self):
        if self._writer is not None:
            writer, self._writer = self._writer, None
            writer.close()
            self._leave()

    close = release

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.release()


class _RequestContextManager(Coroutine):
    """What session.get(...) gives: to be awaited, made a task, or entered with `async with`."""

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, *error):
        return self._coroutine.throw(*error)

    def close(self):
        return self._coroutine.close()

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return self._response

    async def __aexit__(self, *exc):
        self._response.release()


DEFAULT_TIMEOUT = ClientTimeout(total=300)


class ClientSession:
    def __init__(self, base_url=None, *, connector=None, headers=None, timeout=None, raise_for_status=False, auth=None, cookies=None,
                 json_serialize=_json.dumps, trust_env=False, connector_owner=True, **options):
        self._base_url, self._headers, self._raise = base_url, dict(headers or {}), raise_for_status
        self._timeout = DEFAULT_TIMEOUT if timeout is None else timeout
        self._connector = connector or TCPConnector()
        self._loop = asyncio.get_running_loop()
        self._closed = False

    closed = property(lambda self: self._closed)
    headers = property(lambda self: self._headers)
    timeout = property(lambda self: self._timeout)
    connector = property(lambda self: self._connector)

    async def _exchange(self, method, url, headers, body, raise_for_status):
        host = servers.urlsplit(url).hostname
        await self._connector._enter(host)
        try:
            found = await servers.exchange(method, url, headers, body)
        except ConnectionError as error:
            self._connector._leave(host)
            raise ClientConnectorError(host, 443 if url.startswith('https') else 80, error) from None
        except BaseException:
            self._connector._leave(host)
            raise
        response = ClientResponse(method, URL(url), headers, *found, lambda: self._connector._leave(host))
        check = self._raise if raise_for_status is None else raise_for_status
        if check:
            response.raise_for_status()
        return response

    async def _request(self, method, url, *, params=None, data=None, json=None, headers=None, timeout=None, raise_for_status=None, **options):
        if self._closed:
            raise RuntimeError('Session is closed')
        url = servers.full_url(self._base_url, url, params)
        if not servers.urlsplit(url).hostname:
            raise InvalidURL(url)
        body, more = servers.body_of(data, json)
        all_headers = {'Accept': '*/*', 'User-Agent': 'Python/3.14 aiohttp/3', **more, **self._headers, **(headers or {})}
        timeout = self._timeout if timeout is None else timeout
        total = timeout.total if isinstance(timeout, ClientTimeout) else timeout
        work = self._exchange(method, url, all_headers, body, raise_for_status)
        if not total:
            return await work
        async with asyncio.timeout(total):
            return await work

    def request(self, method, url, **kwargs):
        return _RequestContextManager(self._request(method.upper(), url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return self.request('GET', url, **kwargs)

    def head(self, url, *, allow_redirects=False, **kwargs):
        return self.request('HEAD', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def post(self, url, **kwargs):
        return self.request('POST', url, **kwargs)

    def put(self, url, **kwargs):
        return self.request('PUT', url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request('PATCH', url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    async def close(self):
        self._closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()

    def __enter__(self):
        raise TypeError('Use async with instead')

    def __exit__(self, *exc):
        pass

    def __del__(self):
        if not self.__dict__.get('_closed', True) and not self._loop.is_closed():
            self._loop.call_exception_handler({'client_session': self, 'message': 'Unclosed client session'})

    def __repr__(self):
        return f'<aiohttp.client.ClientSession object at {id(self):#x}>'


class _OneRequest(_RequestContextManager):
    """A request with a session of its own."""

    def __init__(self, session, manager):
        self._session, self._manager = session, manager

    async def __aenter__(self):
        return await self._manager.__aenter__()

    async def __aexit__(self, *exc):
        await self._manager.__aexit__(*exc)
        await self._session.close()


def request(method, url, **kwargs):
    session = ClientSession()
    return _OneRequest(session, session.request(method, url, **kwargs))
