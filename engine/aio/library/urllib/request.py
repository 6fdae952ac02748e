"""urllib.request: opening addresses: http within the run, files and data: addresses."""
import base64
import io
import os
import posixpath
import socket
import sys
import tempfile
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPSConnection
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, unquote_to_bytes, urldefrag, urljoin, urlsplit

__all__ = ['Request', 'OpenerDirector', 'BaseHandler', 'HTTPDefaultErrorHandler', 'HTTPRedirectHandler', 'HTTPCookieProcessor', 'ProxyHandler',
           'HTTPPasswordMgr', 'HTTPPasswordMgrWithDefaultRealm', 'HTTPBasicAuthHandler', 'AbstractHTTPHandler', 'HTTPHandler', 'HTTPSHandler',
           'FileHandler', 'DataHandler', 'UnknownHandler', 'HTTPErrorProcessor', 'urlopen', 'install_opener', 'build_opener', 'pathname2url',
           'url2pathname', 'getproxies', 'urlretrieve', 'urlcleanup']
__all__.remove('HTTPCookieProcessor')

__version__ = '.'.join(map(str, sys.version_info[:2]))
_opener = None
_kept = []


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.headers, self.unredirected_hdrs = {}, {}
        self.timeout, self._tunnel_host = None, None
        self.full_url = url
        self._data = None
        self.data = data
        for name, value in headers.items():
            self.add_header(name, value)
        self.origin_req_host = self.host if origin_req_host is None else origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return f'{self._url}#{self.fragment}' if self.fragment else self._url

    @full_url.setter
    def full_url(self, url):
        url = url.strip()
        if url.startswith('<') and url.endswith('>'):
            url = url[1:-1].strip().removeprefix('URL:')
        self._url, fragment = urldefrag(url)
        self.fragment = fragment or None
        scheme, colon, rest = self._url.partition(':')
        if not colon or not scheme.replace('+', '').replace('-', '').replace('.', '').isalnum():
            raise ValueError(f'unknown url type: {self.full_url!r}')
        self.type = scheme.lower()
        self.host, self.selector = None, rest
        if rest.startswith('//'):
            end = min((at for sign in '/?' if (at := rest.find(sign, 2)) >= 0), default=len(rest))
            self.host, self.selector = unquote(rest[2:end]), rest[end:]
            if self.selector.startswith('?'):
                self.selector = '/' + self.selector

    @full_url.deleter
    def full_url(self):
        self._url = self.fragment = None
        self.selector = ''

    def _set_data(self, data):
        changed, self._data = data != self._data, data
        if changed:
            self.remove_header('Content-length')

    data = property(lambda self: self._data, _set_data, lambda self: self._set_data(None))

    def get_method(self):
        return getattr(self, 'method', 'GET' if self.data is None else 'POST')

    def get_full_url(self):
        return self.full_url

    def has_proxy(self):
        return False

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


class OpenerDirector:
    """Handlers by what they can: each has methods named after a scheme (or an error's number) and what they do with it."""

    def __init__(self):
        self.addheaders = [('User-agent', f'Python-urllib/{__version__}')]
        self.handlers = []

    def add_handler(self, handler):
        if not hasattr(handler, 'add_parent'):
            raise TypeError(f'expected BaseHandler instance, got {type(handler)!r}')
        self.handlers.append(handler)
        self.handlers.sort(key=lambda each: each.handler_order)
        handler.add_parent(self)

    def close(self):
        pass

    def _first(self, method, *args):
        for handler in self.handlers:
            if (call := getattr(handler, method, None)) is not None and (result := call(*args)) is not None:
                return result
        return None

    def open(self, fullurl, data=None, timeout=socket._unset):
        request = Request(fullurl, data) if isinstance(fullurl, str) else fullurl
        if not isinstance(fullurl, str) and data is not None:
            request.data = data
        request.timeout = timeout
        scheme = request.type
        for handler in self.handlers:
            if prepare := getattr(handler, f'{scheme}_request', None):
                request = prepare(request)
        response = self._first('default_open', request) or self._first(f'{scheme}_open', request) or self._first('unknown_open', request)
        for handler in self.handlers:
            if process := getattr(handler, f'{scheme}_response', None):
                response = process(request, response)
        return response

    def error(self, proto, *args):
        if proto in ('http', 'https'):
            result = self._first(f'http_error_{args[2]}', *args)
            return self._first('http_error_default', *args) if result is None else result
        return self._first(f'{proto}_error', *args)


class BaseHandler:
    handler_order = 500
    parent = None

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        pass

    def __lt__(self, other):
        return not hasattr(other, 'handler_order') or self.handler_order < other.handler_order


class ProxyHandler(BaseHandler):
    handler_order = 100

    def __init__(self, proxies=None):
        self.proxies = dict(proxies or {})
        if self.proxies:
            raise NotImplementedError('Loopscope has no proxies: there is no network outside of the run')


class UnknownHandler(BaseHandler):
    def unknown_open(self, req):
        raise URLError(f'unknown url type: {req.type}')


class HTTPErrorProcessor(BaseHandler):
    handler_order = 1000

    def http_response(self, request, response):
        if 200 <= response.code < 300:
            return response
        return self.parent.error('http', request, response, response.code, response.msg, response.info())

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    max_repeats, max_redirections = 4, 10
    inf_msg = ('The HTTP server returned a redirect error that would lead to an infinite loop.\n'
               'The last 30x error message was:\n')

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        method = req.get_method()
        if not (code in (301, 302, 303, 307, 308) and method in ('GET', 'HEAD') or code in (301, 302, 303) and method == 'POST'):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        kept = {name: value for name, value in req.headers.items() if name.lower() not in ('content-length', 'content-type')}
        return Request(newurl.replace(' ', '%20'), headers=kept, origin_req_host=req.origin_req_host, unverifiable=True,
                       method='HEAD' if method == 'HEAD' else 'GET')

    def http_error_302(self, req, fp, code, msg, headers):
        target = headers.get('location', headers.get('uri'))
        if target is None:
            return None
        scheme = urlsplit(target).scheme
        if scheme not in ('http', 'https', 'ftp', ''):
            raise HTTPError(target, code, f"{msg} - Redirection to url '{target}' is not allowed", headers, fp)
        if not urlsplit(target).path and urlsplit(target).netloc:
            target = urlsplit(target)._replace(path='/').geturl()
        target = urljoin(req.full_url, quote(target, encoding='iso-8859-1', safe="!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"))
        new = self.redirect_request(req, fp, code, msg, headers, target)
        if new is None:
            return None
        new.timeout = req.timeout
        visited = new.redirect_dict = req.redirect_dict = getattr(req, 'redirect_dict', {})
        if visited.get(target, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        visited[target] = visited.get(target, 0) + 1
        fp.read()
        fp.close()
        return self.parent.open(new, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class HTTPPasswordMgr:
    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        for address in [uri] if isinstance(uri, str) else uri:
            self.passwd.setdefault(realm, []).append((self._parts(address), (user, passwd)))

    def _parts(self, uri):
        parts = urlsplit(uri)
        return (parts.netloc, parts.path or '/') if parts.netloc else (uri, '/')

    def find_user_password(self, realm, authuri):
        host, path = self._parts(authuri)
        for (known, prefix), found in self.passwd.get(realm, ()):
            if known == host and (path + '/').startswith(prefix.rstrip('/') + '/'):
                return found
        return None, None


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    def find_user_password(self, realm, authuri):
        user, password = super().find_user_password(realm, authuri)
        return (user, password) if user is not None else super().find_user_password(None, authuri)


class HTTPBasicAuthHandler(BaseHandler):
    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def http_error_401(self, req, fp, code, msg, headers):
        challenge = headers.get('www-authenticate', '')
        scheme, _, rest = challenge.partition(' ')
        if scheme.lower() != 'basic':
            return None
        _, _, realm = rest.partition('realm=')
        user, password = self.passwd.find_user_password(realm.strip('"'), req.full_url)
        if password is None:
            return None
        field = 'Basic ' + base64.b64encode(f'{user}:{password}'.encode()).decode('ascii')
        if req.get_header('Authorization') == field:
            return None
        req.add_unredirected_header('Authorization', field)
        return self.parent.open(req, timeout=req.timeout)


class AbstractHTTPHandler(BaseHandler):
    def __init__(self, debuglevel=None):
        self._debuglevel = debuglevel or 0

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def do_request_(self, request):
        if not request.host:
            raise URLError('no host given')
        data = request.data
        if data is not None:
            if isinstance(data, str):
                raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.')
            self._describe(request, data)
        if not request.has_header('Host'):
            request.add_unredirected_header('Host', request.host)
        for name, value in self.parent.addheaders:
            if not request.has_header(name.capitalize()):
                request.add_unredirected_header(name.capitalize(), value)
        return request

    def _describe(self, request, data):
        if not request.has_header('Content-type'):
            request.add_unredirected_header('Content-type', 'application/x-www-form-urlencoded')
        if request.has_header('Content-length') or request.has_header('Transfer-encoding'):
            return
        try:
            size = None if hasattr(data, 'read') else memoryview(data).nbytes
        except TypeError:
            size = None
        if size is None:
            request.add_unredirected_header('Transfer-encoding', 'chunked')
        else:
            request.add_unredirected_header('Content-length', str(size))

    def do_open(self, http_class, req, **http_conn_args):
        connection = http_class(req.host, timeout=req.timeout, **http_conn_args)
        connection.set_debuglevel(self._debuglevel)
        headers = {name: value for name, value in req.unredirected_hdrs.items() if name not in req.headers} | req.headers
        headers['Connection'] = 'close'
        headers = {name.title(): value for name, value in headers.items()}
        try:
            try:
                connection.request(req.get_method(), req.selector or '/', req.data, headers, encode_chunked=req.has_header('Transfer-encoding'))
            except OSError as problem:
                raise URLError(problem)
            response = connection.getresponse()
        except:
            connection.close()
            raise
        response.url, response.msg = req.get_full_url(), response.reason
        return response


class HTTPHandler(AbstractHTTPHandler):
    def http_open(self, req):
        return self.do_open(HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
    def __init__(self, debuglevel=None, context=None, check_hostname=None):
        super().__init__(debuglevel)

    def https_open(self, req):
        return self.do_open(HTTPSConnection, req)

    https_request = AbstractHTTPHandler.do_request_


class _Answer(io.BufferedIOBase):
    """What opening something gives that is no HTTP."""

    def __init__(self, file, headers, url, code=None):
        self.fp, self.headers, self.url, self.code = file, headers, url, code

    status = property(lambda self: self.code)
    closed = property(lambda self: self.fp.closed)

    def read(self, *args):
        return self.fp.read(*args)

    def readline(self, *args):
        return self.fp.readline(*args)

    def readable(self):
        return True

    def close(self):
        self.fp.close()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.code


def _described(kind, size):
    headers = HTTPMessage()
    headers['Content-type'], headers['Content-length'] = kind, str(size)
    return headers


class FileHandler(BaseHandler):
    def file_open(self, req):
        if req.host not in (None, '', 'localhost'):
            raise URLError('file:// scheme is supported only on localhost')
        from http.server import _TYPES
        path = url2pathname(req.selector)
        try:
            file = open(path, 'rb')
        except OSError as problem:
            raise URLError(problem, path)
        kind = _TYPES.get(posixpath.splitext(path)[1], 'text/plain')
        return _Answer(file, _described(kind, os.path.getsize(path)), 'file://' + req.selector)


class DataHandler(BaseHandler):
    def data_open(self, req):
        kind, comma, data = req.full_url.partition(':')[2].partition(',')
        if not comma:
            raise ValueError('not enough values to unpack (expected 2, got 1)')
        content = unquote_to_bytes(data)
        if kind.endswith(';base64'):
            content, kind = base64.decodebytes(content), kind[:-7]
        return _Answer(io.BytesIO(content), _described(kind or 'text/plain;charset=US-ASCII', len(content)), req.full_url)


def build_opener(*handlers):
    opener = OpenerDirector()
    default = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FileHandler, HTTPErrorProcessor,
               DataHandler, HTTPSHandler]
    for kind in default:
        if not any(issubclass(own, kind) if isinstance(own, type) else isinstance(own, kind) for own in handlers):
            opener.add_handler(kind())
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


def install_opener(opener):
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=socket._unset, *, context=None):
    if _opener is None:
        install_opener(build_opener())
    return _opener.open(url, data, timeout)


def urlretrieve(url, filename=None, reporthook=None, data=None):
    with closing(urlopen(url, data)) as answer:
        headers, read, size = answer.info(), 0, -1
        if 'content-length' in headers:
            size = int(headers['Content-Length'])
        if filename is None:
            number, filename = tempfile.mkstemp()
            os.close(number)
            _kept.append(filename)
        with open(filename, 'wb') as file:
            if reporthook:
                reporthook(0, 8192, size)
            count = 0
            while block := answer.read(8192):
                read += len(block)
                file.write(block)
                count += 1
                if reporthook:
                    reporthook(count, 8192, size)
    if 0 <= read < size:
        raise ContentTooShortError(f'retrieval incomplete: got only {read} out of {size} bytes', (filename, headers))
    return filename, headers


def urlcleanup():
    global _opener
    while _kept:
        try:
            os.unlink(_kept.pop())
        except OSError:
            pass
    _opener = None


def url2pathname(url, *, require_scheme=False, resolve_host=False):
    if require_scheme:
        scheme, _, url = url.partition(':')
        if scheme.lower() != 'file':
            raise URLError("URL is missing a 'file:' scheme")
    if url.startswith('//'):
        host, slash, path = url[2:].partition('/')
        if host not in ('', 'localhost'):
            raise URLError('file:// scheme is supported only on localhost')
        url = slash + path
    return unquote(url, 'utf-8', 'surrogateescape')


def pathname2url(pathname, *, add_scheme=False):
    url = quote(pathname, encoding='utf-8', errors='surrogateescape')
    if url.startswith('/'):
        url = '//' + url if add_scheme or url.startswith('//') else url
    return 'file:' + url if add_scheme else url


def getproxies():
    return {}
