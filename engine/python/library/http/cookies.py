"""http.cookies: cookies as texts of headers, and back."""
import re
import string
import types

__all__ = ['CookieError', 'BaseCookie', 'SimpleCookie']

_LEGAL = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_PLAIN = _LEGAL + ' ()/<=>?@[]{}'
_ESCAPES = {n: f'\\{n:03o}' for n in set(range(256)) - set(map(ord, _PLAIN))} | {ord('"'): '\\"', ord('\\'): '\\\\'}
_is_legal_key = re.compile(f'[{re.escape(_LEGAL)}]+').fullmatch
_KEY = r"\w!#%&'~`><@,:/$*+\-.^|)(?}{="
_PAIR = re.compile(rf'''\s*(?P<key>[{_KEY}]+?)(?:\s*=\s*(?P<val>"(?:[^\\"]|\\.)*"|(?:\w{{3,6}}day|\w{{3}}),\s[\w\s-]{{9,11}}\s[\d:]{{8}}\sGMT'''
                   rf'''|[{_KEY}\[\]]*))?\s*(?:\s+|;|$)''', re.ASCII)


class CookieError(Exception):
    pass


def _quote(str):
    if str is None or _is_legal_key(str):
        return str
    return '"' + str.translate(_ESCAPES) + '"'


def _unquote(str):
    if str is None or len(str) < 2 or str[0] != '"' or str[-1] != '"':
        return str
    return re.sub(r'\\(?:([0-3][0-7][0-7])|(.))', lambda match: chr(int(match[1], 8)) if match[1] else match[2], str[1:-1])


def _getdate(future=0):
    from time import gmtime, time
    year, month, day, hour, minute, second, weekday, _, _ = gmtime(time() + future)
    names = 'Mon Tue Wed Thu Fri Sat Sun'.split()
    months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()
    return f'{names[weekday]}, {day:02d} {months[month - 1]} {year:4d} {hour:02d}:{minute:02d}:{second:02d} GMT'


class Morsel(dict):
    """One cookie: its key and value, and its attributes as a dict."""
    _reserved = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment', 'domain': 'Domain', 'max-age': 'Max-Age', 'secure': 'Secure',
                 'httponly': 'HttpOnly', 'version': 'Version', 'samesite': 'SameSite', 'partitioned': 'Partitioned'}
    _flags = {'secure', 'httponly', 'partitioned'}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        dict.update(self, dict.fromkeys(self._reserved, ''))

    key = property(lambda self: self._key)
    value = property(lambda self: self._value)
    coded_value = property(lambda self: self._coded_value)

    def _checked(self, key):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError(f'Invalid attribute {key!r}')
        return key

    def __setitem__(self, K, V):
        dict.__setitem__(self, self._checked(K), V)

    def setdefault(self, key, val=None):
        return dict.setdefault(self, self._checked(key), val)

    def update(self, values):
        dict.update(self, {self._checked(key): value for key, value in dict(values).items()})

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return dict.__eq__(self, morsel) and self._parts() == morsel._parts()

    __ne__ = object.__ne__

    def _parts(self):
        return self._value, self._key, self._coded_value

    def copy(self):
        morsel = Morsel()
        dict.update(morsel, self)
        morsel.__dict__.update(self.__dict__)
        return morsel

    def isReservedKey(self, K):
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        if key.lower() in self._reserved:
            raise CookieError(f'Attempt to set a reserved key {key!r}')
        if not _is_legal_key(key):
            raise CookieError(f'Illegal key {key!r}')
        self._key, self._value, self._coded_value = key, val, coded_val

    def __getstate__(self):
        return {'key': self._key, 'value': self._value, 'coded_value': self._coded_value}

    def __setstate__(self, state):
        self._key, self._value, self._coded_value = state['key'], state['value'], state['coded_value']

    def output(self, attrs=None, header='Set-Cookie:'):
        return f'{header} {self.OutputString(attrs)}'

    __str__ = output

    def __repr__(self):
        return f'<{self.__class__.__name__}: {self.OutputString()}>'

    def js_output(self, attrs=None):
        text = self.OutputString(attrs).replace('"', r'\"')
        return f'''
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = "{text}";
        // end hiding -->
        </script>
        '''

    def OutputString(self, attrs=None):
        attrs = self._reserved if attrs is None else attrs
        out = [f'{self.key}={self.coded_value}']
        for key, value in sorted(self.items()):
            if value == '' or key not in attrs:
                continue
            name = self._reserved[key]
            if key in self._flags:
                if value:
                    out.append(name)
                continue
            if key == 'expires' and isinstance(value, int):
                value = _getdate(value)
            elif key == 'max-age' and isinstance(value, int):
                value = f'{value:d}'
            elif key == 'comment' and isinstance(value, str):
                value = _quote(value)
            out.append(f'{name}={value}')
        return '; '.join(out)

    __class_getitem__ = classmethod(types.GenericAlias)


class BaseCookie(dict):
    """Cookies by their keys."""

    def __init__(self, input=None):
        if input:
            self.load(input)

    def value_decode(self, val):
        return val, val

    def value_encode(self, val):
        text = str(val)
        return text, text

    def _put(self, key, value, coded):
        morsel = self.get(key, Morsel())
        morsel.set(key, value, coded)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._put(key, *self.value_encode(value))

    def output(self, attrs=None, header='Set-Cookie:', sep='\r\n'):
        return sep.join([value.output(attrs, header) for _, value in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        pairs = ' '.join([f'{key}={value.value!r}' for key, value in sorted(self.items())])
        return f'<{self.__class__.__name__}: {pairs}>'

    def js_output(self, attrs=None):
        return ''.join([value.js_output(attrs) for _, value in sorted(self.items())])

    def load(self, rawdata):
        if isinstance(rawdata, str):
            for key, value, is_attribute in self._parsed(rawdata):
                if is_attribute:
                    morsel[key] = value
                else:
                    self._put(key, *value)
                    morsel = self[key]
        else:
            for key, value in rawdata.items():
                self[key] = value

    def _parsed(self, text):
        """(key, value, whether that is an attribute) of each pair; nothing of a text with something wrong in it."""
        at, found, seen = 0, [], False
        while at < len(text) and (match := _PAIR.match(text, at)):
            key, value = match['key'], match['val']
            at = match.end()
            if key[0] == '$':
                if seen:
                    found.append((key[1:], value, True))
            elif key.lower() in Morsel._reserved:
                is_flag = value is None and key.lower() in Morsel._flags
                if not seen or (value is None and not is_flag):
                    return []
                found.append((key, True if is_flag else _unquote(value), True))
            elif value is None:
                return []
            else:
                found.append((key, self.value_decode(value), False))
                seen = True
        return found


class SimpleCookie(BaseCookie):
    """Cookies whose values are texts."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
