"""A stand-in for httpx: its clients as lessons use them, over the network inside the run."""
import asyncio
import contextlib
import json as _json
import time
from loopscope import servers

__version__ = '0 (a stand-in of Loopscope)'


class HTTPError(Exception):
    def __init__(self, message, *, request=None):
        super().__init__(message)
        self._request = request

    request = property(lambda self: self._request)


class RequestError(HTTPError):
    pass


class TransportError(RequestError):
    pass


class TimeoutException(TransportError):
    pass


class ConnectTimeout(TimeoutException):
    pass


class ReadTimeout(TimeoutException):
    pass


class PoolTimeout(TimeoutException):
    pass


class NetworkError(TransportError):
    pass


class ConnectError(NetworkError):
    pass


class ReadError(NetworkError):
    pass


class UnsupportedProtocol(TransportError):
    pass


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request, response):
        super().__init__(message, request=request)
        self.response = response


class InvalidURL(Exception):
    pass


class Timeout:
    def __init__(self, timeout=5.0, *, connect=None, read=None, write=None, pool=None):
        self.connect, self.read, self.write, self.pool = (value if value is not None else timeout for value in (connect, read, write, pool))

    def __repr__(self):
        return f'Timeout(connect={self.connect}, read={self.read}, write={self.write}, pool={self.pool})'


class Limits:
    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections, self.max_keepalive_connections = max_connections, max_keepalive_connections


class URL(str):
    def __repr__(self):
        return f'URL({str(self)!r})'

    host = property(lambda self: servers.urlsplit(str(self)).hostname)
    path = property(lambda self: servers.urlsplit(str(self)).path)
    scheme = property(lambda self: servers.urlsplit(str(self)).scheme)


class Request:
    def __init__(self, method, url, headers=None, content=b''):
        self.method, self.url, self.headers, self.content = method, URL(url), servers.Headers(headers or {}), content

    def __repr__(self):
        return f'<Request({self.method!r}, {str(self.url)!r})>'


class _Elapsed(float):
    def total_seconds(self):
        return float(self)


class Response:
    def __init__(self, status_code, *, headers=None, content=b'', request=None, reason=None, elapsed=0.0):
        self.status_code, self.headers, self._content, self.request = status_code, servers.Headers(headers or {}), content, request
        self.reason_phrase = servers.reason_of(status_code) if reason is None else reason
        self.elapsed, self.http_version, self.history, self.cookies, self.encoding = _Elapsed(elapsed), 'HTTP/1.1', [], {}, 'utf-8'

    content = property(lambda self: self._content)
    url = property(lambda self: self.request.url)
    text = property(lambda self: self._content.decode('utf-8', 'replace'))
    is_informational = property(lambda self: 100 <= self.status_code < 200)
    is_success = property(lambda self: 200 <= self.status_code < 300)
    is_redirect = property(lambda self: 300 <= self.status_code < 400)
    is_client_error = property(lambda self: 400 <= self.status_code < 500)
    is_server_error = property(lambda self: 500 <= self.status_code < 600)
    is_error = property(lambda self: 400 <= self.status_code < 600)

    def json(self, **kwargs):
        return _json.loads(self._content, **kwargs)

    def raise_for_status(self):
        if self.is_success:
            return self
        kind = {1: 'Informational response', 3: 'Redirect response', 4: 'Client error', 5: 'Server error'}[self.status_code // 100]
        raise HTTPStatusError(f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'\nFor more information check: "
                              f'https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}',
                              request=self.request, response=self)

    def read(self):
        return self._content

    async def aread(self):
        return self._content

    async def aiter_bytes(self, chunk_size=None):
        size = chunk_size or 4096
        for at in range(0, len(self._content), size):
            yield self._content[at:at + size]

    async def aiter_text(self, chunk_size=None):
        async for piece in self.aiter_bytes(chunk_size):
            yield piece.decode('utf-8', 'replace')

    async def aiter_lines(self):
        for line in self.text.splitlines():
            yield line

    def iter_bytes(self, chunk_size=None):
        size = chunk_size or 4096
        return (self._content[at:at + size] for at in range(0, len(self._content), size))

    def iter_lines(self):
        return iter(self.text.splitlines())

    async def aclose(self):
        pass

    def close(self):
        pass

    def __repr__(self):
        return f'<Response [{self.status_code} {self.reason_phrase}]>'


_UNSET = object()


class _Client:
    def __init__(self, *, base_url='', headers=None, params=None, timeout=5.0, limits=None, follow_redirects=False, auth=None, cookies=None,
                 http2=False, verify=True, transport=None, **options):
        self.base_url, self.headers, self.params, self.timeout = base_url, servers.Headers(headers or {}), dict(params or {}), timeout
        self._limits, self._closed = limits, False

    is_closed = property(lambda self: self._closed)

    def build_request(self, method, url, *, params=None, headers=None, data=None, json=None, content=None, **options):
        if self._closed:
            raise RuntimeError('Cannot send a request, as the client has been closed.')
        url = servers.full_url(self.base_url, url, {**self.params, **dict(params or {})})
        if not servers.urlsplit(url).hostname:
            raise UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.")
        body, more = servers.body_of(content if content is not None else data, json)
        return Request(method.upper(), url, {'Accept': '*/*', 'User-Agent': 'python-httpx', **more, **self.headers, **(headers or {})}, body)

    def _seconds(self, timeout):
        timeout = self.timeout if timeout is _UNSET else timeout
        return timeout.read if isinstance(timeout, Timeout) else timeout


class AsyncClient(_Client):
    def __init__(self, **options):
        super().__init__(**options)
        most = self._limits.max_connections if self._limits is not None else 100
        self._places = asyncio.Semaphore(most) if most else contextlib.nullcontext()

    async def _send(self, request, seconds):
        begin = time.perf_counter()
        async with self._places:
            status, reason, headers, reader, writer = await servers.exchange(request.method, str(request.url), request.headers, request.content)
            try:
                content = await reader.read()
            finally:
                writer.close()
        return Response(status, headers=headers, content=content, request=request, reason=reason, elapsed=time.perf_counter() - begin)

    async def request(self, method, url, *, timeout=_UNSET, **kwargs):
        request = self.build_request(method, url, **kwargs)
        seconds = self._seconds(timeout)
        try:
            async with asyncio.timeout(seconds):
                return await self._send(request, seconds)
        except TimeoutError:
            raise ReadTimeout('', request=request) from None
        except ConnectionError as error:
            raise ConnectError(f'[Errno -2] {error}', request=request) from None

    async def send(self, request, **options):
        return await self._send(request, None)

    @contextlib.asynccontextmanager
    async def stream(self, method, url, **kwargs):
        yield await self.request(method, url, **kwargs)

    async def aclose(self):
        self._closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.aclose()


class Client(_Client):
    def request(self, method, url, *, timeout=_UNSET, **kwargs):
        request = self.build_request(method, url, **kwargs)
        begin = time.perf_counter()
        try:
            status, reason, headers, content = servers.blocking_exchange(request.method, str(request.url), request.headers, request.content,
                                                                         self._seconds(timeout))
        except TimeoutError:
            raise ReadTimeout('timed out', request=request) from None
        except ConnectionError as error:
            raise ConnectError(f'[Errno -2] {error}', request=request) from None
        return Response(status, headers=headers, content=content, request=request, reason=reason, elapsed=time.perf_counter() - begin)

    @contextlib.contextmanager
    def stream(self, method, url, **kwargs):
        yield self.request(method, url, **kwargs)

    def close(self):
        self._closed = True

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def _verb(name):
    def asynchronous(self, url, **kwargs):
        return self.request(name, url, **kwargs)

    def alone(url, **kwargs):
        with Client() as client:
            return client.request(name, url, **kwargs)
    asynchronous.__name__ = alone.__name__ = name.lower()
    return asynchronous, alone


for _name in 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE':
    _method, _alone = _verb(_name)
    setattr(AsyncClient, _name.lower(), _method)
    setattr(Client, _name.lower(), _method)
    globals()[_name.lower()] = _alone


def request(method, url, **kwargs):
    with Client() as client:
        return client.request(method, url, **kwargs)
