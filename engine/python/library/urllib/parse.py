"""urllib.parse: URLs taken apart, put together, quoted."""
from collections import namedtuple

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs', 'parse_qsl', 'quote',
           'quote_plus', 'quote_from_bytes', 'unquote', 'unquote_plus', 'unquote_to_bytes', 'DefragResult', 'ParseResult', 'SplitResult',
           'DefragResultBytes', 'ParseResultBytes', 'SplitResultBytes']

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp', 'rtsps', 'rtspu',
                 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp', 'snews', 'prospero', 'rtsp',
               'rtsps', 'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh', 'ws', 'wss', 'itms-services']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps', 'rtspu', 'sip', 'sips', 'mms', 'sftp', 'tel']
scheme_chars = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'


def _texts(*parts):
    """The parts as text, and what turns a result back into what they were."""
    binary = not isinstance(parts[0], str) if parts[0] is not None else any(isinstance(part, (bytes, bytearray)) for part in parts)
    if any(part and isinstance(part, str) == binary for part in parts[1:]):
        raise TypeError('Cannot mix str and non-str arguments')
    if binary:
        return [*(part.decode('ascii') if part else '' for part in parts), lambda result: result.encode()]
    return [*parts, lambda result: result]


class _Netloc:
    """What stands in a netloc: user, password, host, port."""
    __slots__ = ()

    def _userinfo(self):
        sign, colon = ('@', ':') if isinstance(self.netloc, str) else (b'@', b':')
        info, found, _ = self.netloc.rpartition(sign)
        name, has_password, password = info.partition(colon)
        return name if found else None, password if found and has_password else None

    def _hostinfo(self):
        text = self.netloc if isinstance(self.netloc, str) else self.netloc.decode()
        _, _, host = text.rpartition('@')
        _, open_bracket, bracketed = host.partition('[')
        if open_bracket:
            host, _, rest = bracketed.partition(']')
            _, _, port = rest.partition(':')
        else:
            host, _, port = host.partition(':')
        return host, port or None

    @property
    def username(self):
        return self._userinfo()[0]

    @property
    def password(self):
        return self._userinfo()[1]

    @property
    def hostname(self):
        host = self._hostinfo()[0]
        if not host:
            return None
        name, percent, zone = host.partition('%')
        host = name.lower() + percent + zone
        return host if isinstance(self.netloc, str) else host.encode()

    @property
    def port(self):
        port = self._hostinfo()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        if int(port) > 65535:
            raise ValueError('Port out of range 0-65535')
        return int(port)


class DefragResult(namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return self.url + (('#' if isinstance(self.url, str) else b'#') + self.fragment if self.fragment else self.fragment)

    def encode(self, encoding='ascii', errors='strict'):
        return DefragResultBytes(*(part.encode(encoding, errors) for part in self))

    def decode(self, encoding='ascii', errors='strict'):
        return DefragResult(*(part.decode(encoding, errors) for part in self))


class SplitResult(namedtuple('SplitResult', 'scheme netloc path query fragment'), _Netloc):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)

    def encode(self, encoding='ascii', errors='strict'):
        return SplitResultBytes(*(part.encode(encoding, errors) for part in self))

    def decode(self, encoding='ascii', errors='strict'):
        return SplitResult(*(part.decode(encoding, errors) for part in self))


class ParseResult(namedtuple('ParseResult', 'scheme netloc path params query fragment'), _Netloc):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)

    def encode(self, encoding='ascii', errors='strict'):
        return ParseResultBytes(*(part.encode(encoding, errors) for part in self))

    def decode(self, encoding='ascii', errors='strict'):
        return ParseResult(*(part.decode(encoding, errors) for part in self))


class DefragResultBytes(DefragResult):
    __slots__ = ()


class SplitResultBytes(SplitResult):
    __slots__ = ()


class ParseResultBytes(ParseResult):
    __slots__ = ()


def _encoded(result, binary):
    return result.encode() if binary else result


def _is_bytes(back):
    return isinstance(back(''), bytes)


def _check_netloc(netloc):
    if ('[' in netloc) != (']' in netloc):
        raise ValueError('Invalid IPv6 URL')
    if '[' in netloc:
        _check_brackets(netloc.rpartition('@')[2])
    if not netloc.isascii():
        _check_normal(netloc)


def _check_brackets(host):
    before, _, rest = host.partition('[')
    inside, _, port = rest.partition(']')
    if before or port and not port.startswith(':'):
        raise ValueError('Invalid IPv6 URL')
    if inside.startswith('v'):
        number, dot, address = inside[1:].partition('.')
        if not dot or not number or number.strip('0123456789abcdefABCDEF') or not address:
            raise ValueError('IPvFuture address is invalid')
        return
    import ipaddress
    if isinstance(ipaddress.ip_address(inside), ipaddress.IPv4Address):
        raise ValueError('An IPv4 address cannot be in brackets')


def _check_normal(netloc):
    """No character may become a separator when the name is normalized."""
    import unicodedata
    plain = netloc
    for char in '@:#?':
        plain = plain.replace(char, '')
    normal = unicodedata.normalize('NFKC', plain)
    if plain != normal and any(char in normal for char in '/?#@:'):
        raise ValueError(f'netloc {netloc!r} contains invalid characters under NFKC normalization')


def urlsplit(url, scheme='', allow_fragments=True):
    url, scheme, back = _texts(url, scheme)
    url = url.lstrip(''.join(map(chr, range(33))))
    scheme = scheme.strip(''.join(map(chr, range(33))))
    for char in '\t\r\n':
        url = url.replace(char, '')
        scheme = scheme.replace(char, '')
    at = url.find(':')
    if at > 0 and url[0].isascii() and url[0].isalpha() and all(char in scheme_chars for char in url[:at]):
        scheme, url = url[:at].lower(), url[at + 1:]
    netloc = query = fragment = ''
    if url[:2] == '//':
        end = min((place for place in (url.find(char, 2) for char in '/?#') if place >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        _check_netloc(netloc)
    if allow_fragments:
        url, _, fragment = url.partition('#')
    url, _, query = url.partition('?')
    return _encoded(SplitResult(scheme, netloc, url, query, fragment), _is_bytes(back))


def urlparse(url, scheme='', allow_fragments=True):
    url, scheme, back = _texts(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        at = path.find(';', path.rfind('/') + 1) if '/' in path else path.find(';')
        if at >= 0:
            path, params = path[:at], path[at + 1:]
    return _encoded(ParseResult(scheme, netloc, path, params, query, fragment), _is_bytes(back))


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, back = _texts(*components)
    if params:
        url = f'{url};{params}'
    return back(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, back = _texts(*components)
    if netloc:
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + netloc + url
    elif url[:2] == '//':
        url = '//' + url
    elif scheme and scheme in uses_netloc and (not url or url[:1] == '/'):
        url = '//' + url
    if scheme:
        url = f'{scheme}:{url}'
    if query:
        url = f'{url}?{query}'
    if fragment:
        url = f'{url}#{fragment}'
    return back(url)


def _joined_path(base, path):
    """Path below the folder of base, with . and .. gone."""
    parts = base.split('/')
    if parts[-1]:
        del parts[-1]
    if path[:1] == '/':
        segments = path.split('/')
    else:
        segments = parts + path.split('/')
        segments[1:-1] = filter(None, segments[1:-1])
    out = []
    for segment in segments:
        if segment == '..':
            if out:
                out.pop()
        elif segment != '.':
            out.append(segment)
    if segments[-1] in ('.', '..'):
        out.append('')
    return '/'.join(out) or '/'


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    base, url, back = _texts(base, url)
    b = urlparse(base, '', allow_fragments)
    u = urlparse(url, b.scheme, allow_fragments)
    scheme, netloc, path, params, query, fragment = u
    if scheme != b.scheme or scheme not in uses_relative:
        return back(url)
    if scheme in uses_netloc:
        if netloc:
            return back(urlunparse(u))
        netloc = b.netloc
    if not path and not params:
        return back(urlunparse((scheme, netloc, b.path, b.params, query or b.query, fragment)))
    return back(urlunparse((scheme, netloc, _joined_path(b.path, path), params, query, fragment)))


def urldefrag(url):
    url, back = _texts(url)
    if '#' in url:
        s, n, p, a, q, fragment = urlparse(url)
        result = DefragResult(urlunparse((s, n, p, a, q, '')), fragment)
    else:
        result = DefragResult(url, '')
    return _encoded(result, _is_bytes(back))


# ---- quoting

_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    safe = safe.encode('ascii', 'ignore') if isinstance(safe, str) else bytes(c for c in safe if c < 128)
    keep = _SAFE.union(safe)
    return ''.join(chr(byte) if byte in keep else f'%{byte:02X}' for byte in bs)


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    space = ' ' if isinstance(string, str) else b' '
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (' ' if isinstance(safe, str) else b' '), encoding, errors).replace(' ', '+')


_HEX = '0123456789abcdefABCDEF'


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode('utf-8')
    first, *rest = bytes(string).split(b'%')
    out = [first]
    for part in rest:
        pair = part[:2].decode('latin-1')
        if len(pair) == 2 and pair[0] in _HEX and pair[1] in _HEX:
            out.append(bytes([int(pair, 16)]) + part[2:])
        else:
            out.append(b'%' + part)
    return b''.join(out)


def unquote(string, encoding='utf-8', errors='replace'):
    encoding, errors = encoding or 'utf-8', errors or 'replace'
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(string).decode(encoding, errors)
    if '%' not in string:
        string.split
        return string
    out, at = [], 0
    while at < len(string):  # runs of ASCII are decoded together, the rest stays as it is
        end = at
        ascii_run = string[at].isascii()
        while end < len(string) and string[end].isascii() == ascii_run:
            end += 1
        run = string[at:end]
        out.append(unquote_to_bytes(run).decode(encoding, errors) if ascii_run else run)
        at = end
    return ''.join(out)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    if not qs:
        if qs is not None and not isinstance(qs, str) and not hasattr(type(qs), '__buffer__'):
            import warnings
            warnings.warn(f'Accepting {type(qs).__name__} objects with false value in urllib.parse.parse_qsl() is deprecated as of 3.14',
                          DeprecationWarning, stacklevel=2)
        return []
    binary = not isinstance(qs, str)
    text = bytes(memoryview(qs)).decode('latin-1') if binary else qs or ''
    separator = separator.decode() if isinstance(separator, bytes) else separator
    if not text:
        return []
    if max_num_fields is not None and max_num_fields < 1 + text.count(separator):
        raise ValueError('Max number of fields exceeded')
    found = []
    for pair in text.split(separator):
        if not pair and not strict_parsing:
            continue
        name, equals, value = pair.partition('=')
        if not equals and strict_parsing:
            raise ValueError(f'bad query field: {pair!r}')
        if value or keep_blank_values:
            if binary:
                found.append(tuple(unquote_to_bytes(part.replace('+', ' ').encode('latin-1')) for part in (name, value)))
            else:
                found.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def unwrap(url):
    """Transform a string like '<URL:scheme://host/path>' into 'scheme://host/path'."""
    url = str(url).strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == 'URL:' else url


def clear_cache():
    """Nothing is cached here."""


def _split_last(text, mark):
    before, found, after = text.rpartition(mark)
    return (before, after) if found else (after, None)


def _split_first(text, mark):
    before, found, after = text.partition(mark)
    return before, after if found else None


def _split_port(host):
    before, found, port = host.rpartition(':')
    return (before, port or None) if found and (not port or port.isdecimal() and port.isascii()) else (host, None)


def _split_number(host, defport=-1):
    before, found, port = host.rpartition(':')
    if not found:
        return host, defport
    return before, int(port) if port.isdecimal() and port.isascii() else None


def _split_type(url):
    scheme, found, rest = url.partition(':')
    return (scheme.lower(), rest) if found and scheme and '/' not in scheme else (None, url)


def _split_host(url):
    if not url.startswith('//'):
        return None, url
    end = min((place for place in (url.find(char, 2) for char in '/#?') if place >= 0), default=len(url))
    path = url[end:]
    return url[2:end], '/' + path if path and path[0] != '/' else path


def _split_attributes(url):
    first, *rest = url.split(';')
    return first, rest


def _to_bytes(url):
    if isinstance(url, str):
        try:
            url = url.encode('ASCII').decode()
        except UnicodeError:
            raise UnicodeError('URL ' + repr(url) + ' contains non-ASCII characters') from None
    return url


_DEPRECATED = {
    'splittype': _split_type, 'splithost': _split_host, 'splitport': _split_port, 'splitnport': _split_number,
    'splituser': lambda host: (lambda pair: pair[::-1] if pair[1] is None else pair)(_split_last(host, '@')),
    'splitpasswd': lambda user: _split_first(user, ':'), 'splitquery': lambda url: _split_last(url, '?'),
    'splittag': lambda url: _split_last(url, '#'), 'splitattr': _split_attributes, 'splitvalue': lambda attr: _split_first(attr, '='),
    'to_bytes': _to_bytes}


def __getattr__(name):
    if name not in _DEPRECATED:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    instead = '' if name == 'to_bytes' else f', use urllib.parse.{"parse_qsl" if name == "splitvalue" else "urlparse"}() instead'

    def deprecated(*args):
        import warnings
        warnings.warn(f'urllib.parse.{name}() is deprecated as of 3.8{instead}', DeprecationWarning, stacklevel=2)
        return _DEPRECATED[name](*args)
    return deprecated


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError('not a valid non-string sequence or mapping object') from None

    def quoted(value):
        return quote_via(value, safe) if isinstance(value, bytes) else quote_via(str(value), safe, encoding, errors)

    pairs = []
    for key, value in query:
        key = quoted(key)
        if doseq and not isinstance(value, (str, bytes)) and hasattr(value, '__len__'):
            pairs.extend(f'{key}={quoted(item)}' for item in value)
        else:
            pairs.append(f'{key}={quoted(value)}')
    return '&'.join(pairs)
