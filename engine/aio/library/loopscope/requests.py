"""A stand-in for requests: each call blocks its thread, as the real one does, until a simulated server has answered."""
import json as _json
import time
from loopscope import servers

__version__ = '2 (a stand-in of Loopscope)'


class RequestException(IOError):
    def __init__(self, *args, response=None, request=None):
        super().__init__(*args)
        self.response, self.request = response, request


class HTTPError(RequestException):
    pass


class ConnectionError(RequestException):
    pass


class Timeout(RequestException):
    pass


class ReadTimeout(Timeout):
    pass


class ConnectTimeout(ConnectionError, Timeout):
    pass


class MissingSchema(RequestException, ValueError):
    pass


class JSONDecodeError(RequestException, ValueError):
    pass


class _Elapsed(float):
    def total_seconds(self):
        return float(self)


class Response:
    def __init__(self, url, status, reason, headers, content, elapsed):
        self.url, self.status_code, self.reason, self.headers, self.content = url, status, reason, servers.Headers(headers), content
        self.elapsed, self.encoding, self.history, self.cookies = _Elapsed(elapsed), 'utf-8', [], {}

    ok = property(lambda self: self.status_code < 400)
    text = property(lambda self: self.content.decode('utf-8', 'replace'))

    def json(self, **kwargs):
        try:
            return _json.loads(self.content, **kwargs)
        except ValueError as error:
            raise JSONDecodeError(str(error)) from None

    def raise_for_status(self):
        if self.status_code >= 400:
            side = 'Client' if self.status_code < 500 else 'Server'
            raise HTTPError(f'{self.status_code} {side} Error: {self.reason} for url: {self.url}', response=self)

    def iter_content(self, chunk_size=1):
        return (self.content[at:at + chunk_size] for at in range(0, len(self.content), chunk_size))

    def iter_lines(self):
        return iter(self.content.splitlines())

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def __bool__(self):
        return self.ok

    def __repr__(self):
        return f'<Response [{self.status_code}]>'


class Session:
    def __init__(self):
        self.headers, self.params = {'User-Agent': 'python-requests', 'Accept': '*/*'}, {}

    def request(self, method, url, params=None, data=None, json=None, headers=None, timeout=None, **options):
        url = servers.full_url('', url, {**self.params, **dict(params or {})})
        if not servers.urlsplit(url).hostname:
            raise MissingSchema(f'Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?')
        body, more = servers.body_of(data, json)
        begin = time.perf_counter()
        seconds = timeout[1] if isinstance(timeout, tuple) else timeout
        try:
            found = servers.blocking_exchange(method.upper(), url, {**self.headers, **more, **(headers or {})}, body, seconds)
        except TimeoutError:
            host = servers.urlsplit(url).hostname
            raise ReadTimeout(f"HTTPSConnectionPool(host='{host}', port=443): Read timed out. (read timeout={seconds})") from None
        except OSError as error:
            raise ConnectionError(str(error)) from None
        return Response(url, *found, time.perf_counter() - begin)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def _verb(name):
    def method(self, url, **kwargs):
        return self.request(name, url, **kwargs)

    def alone(url, **kwargs):
        return Session().request(name, url, **kwargs)
    return method, alone


for _name in 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE':
    _method, _alone = _verb(_name)
    setattr(Session, _name.lower(), _method)
    globals()[_name.lower()] = _alone
session = Session


def request(method, url, **kwargs):
    return Session().request(method, url, **kwargs)


class _Exceptions:
    """requests.exceptions."""


exceptions = _Exceptions()
for _kind in (RequestException, HTTPError, ConnectionError, Timeout, ReadTimeout, ConnectTimeout, MissingSchema, JSONDecodeError):
    setattr(exceptions, _kind.__name__, _kind)
