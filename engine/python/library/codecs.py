"""codecs: encodings by name, what is done with what they cannot say, and streams and steps of them. What the engine's own codecs do
not know - other encodings, other error handlers - ends up in `_encode` and `_decode` here."""
import builtins

__all__ = ['register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE', 'BOM64_LE', 'BOM_UTF8',
           'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE', 'BOM_UTF32_BE', 'CodecInfo', 'Codec',
           'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader', 'StreamWriter', 'StreamReaderWriter', 'StreamRecoder',
           'getencoder', 'getdecoder', 'getincrementalencoder', 'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode',
           'iterencode', 'iterdecode', 'strict_errors', 'ignore_errors', 'replace_errors', 'xmlcharrefreplace_errors',
           'backslashreplace_errors', 'namereplace_errors', 'register_error', 'lookup_error']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM = BOM_UTF16 = BOM32_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = BOM32_BE = b'\xfe\xff'
BOM_UTF32_LE = BOM_UTF32 = BOM64_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = BOM64_BE = b'\0\0\xfe\xff'


# ---- error handlers

def _bad(error):
    return TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict_errors(error):
    raise error if isinstance(error, Exception) else TypeError('codec must pass exception instance')


def ignore_errors(error):
    if not isinstance(error, UnicodeError):
        raise _bad(error)
    return '', error.end


def replace_errors(error):
    if isinstance(error, UnicodeEncodeError):
        return '?' * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return '\ufffd', error.end
    if isinstance(error, UnicodeTranslateError):
        return '\ufffd' * (error.end - error.start), error.end
    raise _bad(error)


def _for_each(error, text_of):
    if not isinstance(error, UnicodeEncodeError):
        raise _bad(error)
    return ''.join(map(text_of, error.object[error.start:error.end])), error.end


def xmlcharrefreplace_errors(error):
    return _for_each(error, lambda c: f'&#{ord(c)};')


def backslashreplace_errors(error):
    if isinstance(error, UnicodeDecodeError):
        return ''.join(f'\\x{byte:02x}' for byte in error.object[error.start:error.end]), error.end
    return _for_each(error, _escaped)


def _escaped(c):
    code = ord(c)
    return f'\\x{code:02x}' if code < 0x100 else f'\\u{code:04x}' if code < 0x10000 else f'\\U{code:08x}'


def namereplace_errors(error):
    from unicodedata import name

    def named(c):
        found = name(c, None)
        return _escaped(c) if found is None else f'\\N{{{found}}}'
    return _for_each(error, named)


_handlers = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors, 'namereplace': namereplace_errors,
             'xmlcharrefreplace': xmlcharrefreplace_errors, 'backslashreplace': backslashreplace_errors}
_BUILTIN = {'surrogateescape', 'surrogatepass', *_handlers} - {'namereplace'}


def register_error(errors, handler, /):
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[errors] = handler


def lookup_error(name, /):
    if name in _handlers:
        return _handlers[name]
    if name in _BUILTIN:
        def handler(error):
            piece = error.object[error.start:error.end]
            if isinstance(error, UnicodeDecodeError):
                return piece.decode(error.encoding, name), error.end
            return piece.encode(error.encoding, name), error.end
        return handler
    raise LookupError(f"unknown error handler name '{name}'")


# ---- the encodings

def _plain(name):
    return name.lower().replace('-', '_').replace(' ', '_')


# What the engine's codecs are called.
_OWN = {'utf_8': 'utf-8', 'utf8': 'utf-8', 'u8': 'utf-8', 'utf': 'utf-8', 'cp65001': 'utf-8', 'ascii': 'ascii', 'us_ascii': 'ascii', '646': 'ascii',
        'latin_1': 'iso8859-1', 'latin1': 'iso8859-1', 'iso_8859_1': 'iso8859-1', 'iso8859_1': 'iso8859-1', 'l1': 'iso8859-1',
        'latin': 'iso8859-1', 'charmap': 'iso8859-1', '8859': 'iso8859-1', 'cp819': 'iso8859-1', 'utf_16': 'utf-16', 'utf16': 'utf-16', 'u16': 'utf-16',
        'utf_16_le': 'utf-16-le', 'utf_16le': 'utf-16-le', 'utf_16_be': 'utf-16-be', 'utf_16be': 'utf-16-be', 'utf_32': 'utf-32',
        'utf32': 'utf-32', 'u32': 'utf-32', 'utf_32_le': 'utf-32-le', 'utf_32le': 'utf-32-le', 'utf_32_be': 'utf-32-be',
        'utf_32be': 'utf-32-be', 'cp1252': 'cp1252', '1252': 'cp1252', 'windows_1252': 'cp1252', 'utf_8_sig': 'utf-8-sig',
        'utf8_sig': 'utf-8-sig'}


class _Page:
    """An encoding of a byte a character."""

    def __init__(self, name, upper):
        self.name, self.upper = name, upper
        self.bytes = {c: byte for byte, c in enumerate(upper, 128) if c != '\ufffe'}

    def encode(self, text, errors='strict'):
        out, at = bytearray(), 0
        while at < len(text):
            c = text[at]
            if c < '\x80' or c in self.bytes:
                out.append(ord(c) if c < '\x80' else self.bytes[c])
                at += 1
                continue
            end = at + 1
            while end < len(text) and text[end] >= '\x80' and text[end] not in self.bytes:
                end += 1
            put, at = _handled(errors, UnicodeEncodeError('charmap', text, at, end, 'character maps to <undefined>'))
            out += put if isinstance(put, bytes) else self.encode(put)[0]
        return bytes(out), len(text)

    def decode(self, data, errors='strict'):
        data, out, at = bytes(data), [], 0
        while at < len(data):
            c = chr(data[at]) if data[at] < 128 else self.upper[data[at] - 128]
            if c == '\ufffe':
                c, at = _handled(errors, UnicodeDecodeError('charmap', data, at, at + 1, 'character maps to <undefined>'))
            else:
                at += 1
            out.append(c)
        return ''.join(out), len(data)


def _handled(errors, error):
    if errors == 'surrogateescape':
        return _surrogates(error)
    put, at = lookup_error(errors)(error)
    return put, at + len(error.object) if at < 0 else at


def _surrogates(error):
    piece = error.object[error.start:error.end]
    if isinstance(error, UnicodeDecodeError):
        return ''.join(chr(0xDC00 + byte) for byte in piece), error.end
    if not all('\udc80' <= c <= '\udcff' for c in piece):
        raise error
    return bytes(ord(c) - 0xDC00 for c in piece), error.end


class _Own:
    """One of the engine's own, with the handlers it does not know."""

    def __init__(self, name):
        self.name = name

    def encode(self, text, errors='strict'):
        if errors in _BUILTIN:
            return text.encode(self.name, errors), len(text)
        out, at = b'', 0
        while True:
            try:
                return out + text[at:].encode(self.name), len(text)
            except UnicodeEncodeError as error:
                first, last = error.start + at, error.end + at
                whole = UnicodeEncodeError(error.encoding, text, first, last, error.reason)
            out += text[at:first].encode(self.name)
            put, at = _handled(errors, whole)
            out += put if isinstance(put, bytes) else put.encode(self.name)

    def decode(self, data, errors='strict'):
        if errors in _BUILTIN:
            return bytes(data).decode(self.name, errors), len(data)
        data, out, at = bytes(data), '', 0
        while True:
            try:
                return out + data[at:].decode(self.name), len(data)
            except UnicodeDecodeError as error:
                first, last = error.start + at, error.end + at
                whole = UnicodeDecodeError(error.encoding, data, first, last, error.reason)
            out += data[at:first].decode(self.name)
            put, at = _handled(errors, whole)
            out += put


def _escape_encode(text, errors='strict'):
    out = []
    for c in text:
        known = {'\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r'}.get(c)
        out.append(known or (c if ' ' <= c < '\x7f' else _escaped(c)))
    return ''.join(out).encode(), len(text)


def _raw_escape_encode(text, errors='strict'):
    return ''.join(c if ord(c) < 256 else _escaped(c) for c in text).encode('latin-1'), len(text)


_SIMPLE = {'\\': '\\', "'": "'", '"': '"', 'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\n': ''}
_HEX = {'x': (2, 'truncated \\xXX escape'), 'u': (4, 'truncated \\uXXXX escape'), 'U': (8, 'truncated \\UXXXXXXXX escape')}


def _named(text, at):
    """The character of \\N{...}, or what is wrong with that, and where it ends."""
    if text[at + 2:at + 3] != '{':
        return None, 'malformed \\N character escape', at + 2
    end = text.find('}', at)
    if end <= at + 3:
        return None, 'malformed \\N character escape', len(text) if end < 0 else end
    from unicodedata import lookup
    try:
        return lookup(text[at + 3:end]), None, end + 1
    except KeyError:
        return None, 'unknown Unicode character name', end + 1


def _escape_decode(data, errors='strict', kinds='xuUN', simple=True, wrong=None):
    wrong = wrong or (lambda error: _handled(errors, error))
    encoding = 'unicodeescape' if simple else 'rawunicodeescape'
    data = data.encode() if isinstance(data, str) else bytes(data)
    text, out, at = data.decode('latin-1'), [], 0
    while at < len(text):
        c, after = text[at], text[at + 1:at + 2]
        if c != '\\' or not (simple or after in kinds and after):
            out.append(c)
            at += 1
        elif after == 'N' and after in kinds:
            char, reason, end = _named(text, at)
            if reason is None:
                at = end
            else:
                char, at = wrong(UnicodeDecodeError(encoding, data, at, end, reason))
            out.append(char)
        elif after and after in kinds:
            length, reason = _HEX[after]
            digits = ''
            for digit in text[at + 2:at + 2 + length]:
                if digit not in '0123456789abcdefABCDEF':
                    break
                digits += digit
            end = at + 2 + len(digits)
            if len(digits) == length and int(digits, 16) <= 0x10FFFF:
                out.append(chr(int(digits, 16)))
                at = end
            else:
                reason = 'illegal Unicode character' if len(digits) == length else reason
                put, at = wrong(UnicodeDecodeError(encoding, data, at, end, reason))
                out.append(put)
        elif after in _SIMPLE and after:
            out.append(_SIMPLE[after])
            at += 2
        elif after and after in '01234567':
            digits = ''
            for digit in text[at + 1:at + 4]:
                if digit not in '01234567':
                    break
                digits += digit
            out.append(chr(int(digits, 8)))
            at += 1 + len(digits)
        elif after:
            out.append(c + after)
            at += 2
        else:
            put, at = wrong(UnicodeDecodeError(encoding, data, at, at + 1, '\\ at end of string'))
            out.append(put)
    return ''.join(out), len(data)


def _raw_escape_decode(data, errors='strict'):
    return _escape_decode(data, errors, 'uU', False)


def escape_encode(data, errors=None, /):
    if not isinstance(data, bytes):
        raise TypeError(f'escape_encode() argument 1 must be bytes, not {type(data).__name__}')
    return repr(b'"' + data)[3:-1].encode(), len(data)  # so the quotes around it are single ones


def escape_decode(data, errors='strict', /):
    def wrong(error):
        if error.reason[0] == '\\':
            raise ValueError('Trailing \\ in string')
        if errors in ('strict', None):
            raise ValueError(f'invalid \\x escape at position {error.start}')
        if errors not in ('replace', 'ignore'):
            raise ValueError(f'decoding error; unknown error handling code: {errors}')
        return '?' if errors == 'replace' else '', error.end
    text, length = _escape_decode(data, errors, 'x', True, wrong)
    return text.encode('latin-1'), length


def _rot13(text, errors='strict'):
    small = 'abcdefghijklmnopqrstuvwxyz'
    turned = small[13:] + small[:13]
    return str.translate(text, str.maketrans(small + small.upper(), turned + turned.upper())), len(text)


def _of_module(module, name, **options):
    def call(data, errors='strict'):
        _check_bytes(data)
        return getattr(__import__(module), name)(data, **options), len(data)
    return call


def _hex_decode(data, errors='strict'):
    import binascii
    return binascii.a2b_hex(data), len(data)


# Other codecs: (name, encode, decode, whether it is between text and bytes)
_OTHERS = {
    'unicode_escape': ('unicode-escape', _escape_encode, _escape_decode, True),
    'raw_unicode_escape': ('raw-unicode-escape', _raw_escape_encode, _raw_escape_decode, True),
    'rot_13': ('rot-13', _rot13, _rot13, False),
    'hex_codec': ('hex', _of_module('binascii', 'b2a_hex'), _hex_decode, False),
    'base64_codec': ('base64', _of_module('base64', 'encodebytes'), _of_module('base64', 'decodebytes'), False),
    'zlib_codec': ('zlib', _of_module('zlib', 'compress'), _of_module('zlib', 'decompress'), False),
}
_OTHER_NAMES = {'rot13': 'rot_13', 'hex': 'hex_codec', 'base64': 'base64_codec', 'base_64': 'base64_codec', 'zip': 'zlib_codec',
                'zlib': 'zlib_codec', 'unicodeescape': 'unicode_escape', 'rawunicodeescape': 'raw_unicode_escape'}
# Those that CPython has and that are not here.
_NOT_YET = ('utf_7 punycode idna big5 big5hkscs cp932 cp949 cp950 euc_jp euc_kr gb18030 gb2312 gbk hz iso2022_jp johab shift_jis sjis '
            'shift_jisx0213 quopri uu bz2').split()


class CodecInfo(tuple):
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None, *,
                _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} object for encoding {self.name} at {id(self):#x}>'

    def __getnewargs__(self):
        return tuple(self)


_searches, _known = [], {}


def register(search_function, /):
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searches.append(search_function)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)
        _known.clear()


def _ours(name):
    if name in _OWN:
        own = _Own(_OWN[name])
        return own.name, own.encode, own.decode, True
    name = _OTHER_NAMES.get(name, name)
    if name in _OTHERS:
        return _OTHERS[name]
    import _codepages
    for page, (shown, others) in _codepages.NAMES.items():
        if (name == page or name in others.split()) and page in _codepages.PAGES:
            table = _Page(shown, _codepages.PAGES[page])
            return shown, table.encode, table.decode, True
    return None


def lookup(encoding, /):
    name = _plain(encoding)
    if name in _known:
        return _known[name]
    found = _ours(name)
    if found is not None:
        found = _info(*found)
    elif name in _NOT_YET:
        raise NotImplementedError(f'Loopscope has no encoding {encoding!r} yet')
    for search in () if found is not None else _searches:
        found = search(name)
        if found is not None:
            break
    if found is None:
        raise LookupError(f'unknown encoding: {encoding}')
    _known[name] = found
    return found


def _info(name, encode, decode, text):
    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            if name in _MARKED and not self.begun:
                self.begun = bool(input)
                return encode(input, self.errors)[0] if input else b''
            return (input.encode(_MARKED[name], self.errors) if name in _MARKED else encode(input, self.errors)[0])

        def reset(self):
            self.begun = False
        begun = False

    class Decoder(BufferedIncrementalDecoder):
        def _buffer_decode(self, input, errors, final):
            return _decode_some(self, name, decode, input, errors, final)

        def reset(self):
            super().reset()
            self.marked = None
        marked = None

    class Reader(StreamReader):
        _name = name
    class Writer(StreamWriter):
        _name = name
    Reader.decode, Writer.encode = staticmethod(decode), staticmethod(encode)
    for cls, shown in ((Encoder, 'IncrementalEncoder'), (Decoder, 'IncrementalDecoder'), (Reader, 'StreamReader'), (Writer, 'StreamWriter')):
        cls.__name__ = cls.__qualname__ = shown
        cls.__module__ = 'encodings.' + _plain(name)
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name, _is_text_encoding=text)


_MARKED = {'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le', 'utf-8-sig': 'utf-8'}  # what follows the mark at the beginning


def _decode_some(decoder, name, decode, data, errors, final):
    """(text, how many bytes are read): an unfinished character at the end waits for the rest of it."""
    if name in _MARKED:
        if decoder.marked is None:
            need = 4 if name == 'utf-32' else 3 if name == 'utf-8-sig' else 2
            if len(data) < need and not final:
                return '', 0
            decoder.marked = _MARKED[name]
            if data[:need] in (BOM_UTF16_BE, BOM_UTF32_BE):
                decoder.marked = decoder.marked.replace('le', 'be')
            skip = need if data[:need] in (BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE) else 0
            text, read = _decode_some(decoder, decoder.marked, lookup(decoder.marked).decode, data[skip:], errors, final)
            return text, read + skip
        name, decode = decoder.marked, lookup(decoder.marked).decode
    if final:
        return decode(data, errors)
    try:
        decode(data, 'strict')
    except UnicodeDecodeError as error:
        if error.reason in ('unexpected end of data', 'truncated data', 'unexpected end') and error.end == len(data):
            data = data[:error.start]
    except ValueError:
        pass
    return decode(data, errors)


# ---- what the engine asks for

def _text_codec(encoding, what):
    info = lookup(encoding)
    if not info._is_text_encoding:
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{what}() to handle arbitrary codecs")
    return info


def _encode(text, encoding, errors):
    if errors not in _BUILTIN and errors not in _handlers and not text.isascii():
        lookup_error(errors)
    out, _ = _text_codec(encoding, 'encode').encode(text, errors)
    if not isinstance(out, bytes):
        raise TypeError(f"'{encoding}' encoder returned '{type(out).__name__}' instead of 'bytes'; use codecs.encode() to encode to "
                        "arbitrary types")
    return out


def _decode(data, encoding, errors):
    out, _ = _text_codec(encoding, 'decode').decode(data, errors)
    if not isinstance(out, str):
        raise TypeError(f"'{encoding}' decoder returned '{type(out).__name__}' instead of 'str'; use codecs.decode() to decode to "
                        "arbitrary types")
    return out


# ---- by name

def encode(obj, encoding='utf-8', errors='strict'):
    codec = lookup(encoding)
    if codec._is_text_encoding and not isinstance(obj, str) and _own_codec(codec):
        raise TypeError(f'{_plain(codec.name)}_encode() argument 1 must be str, not {type(obj).__name__}')
    return codec.encode(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    codec = lookup(encoding)
    if codec._is_text_encoding and _own_codec(codec) and not (isinstance(obj, str) and 'escape' in codec.name):
        _check_bytes(obj)
    return codec.decode(obj, errors)[0]


def _own_codec(codec):
    """Not one that the program has registered."""
    return codec.incrementalencoder is not None and codec.incrementalencoder.__module__.startswith('encodings.')


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def _or_missing(encoding, found):
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementalencoder(encoding):
    return _or_missing(encoding, lookup(encoding).incrementalencoder)


def getincrementaldecoder(encoding):
    return _or_missing(encoding, lookup(encoding).incrementaldecoder)


def iterencode(iterator, encoding, errors='strict', **kwargs):
    yield from _pieces(getincrementalencoder(encoding)(errors, **kwargs).encode, iterator, '')


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    yield from _pieces(getincrementaldecoder(encoding)(errors, **kwargs).decode, iterator, b'')


def _pieces(step, iterator, nothing):
    for piece in iterator:
        if made := step(piece):
            yield made
    if made := step(nothing, True):
        yield made


def _pair(name, what):
    shown, wide = f'{_plain(name)}_{what}', what == 'decode' and name.startswith('utf')

    def call(obj, errors='strict', final=False, /):
        if what == 'encode' and not isinstance(obj, str):
            raise TypeError(f'{shown}() argument 1 must be str, not {type(obj).__name__}')
        if what == 'decode' and not (isinstance(obj, str) and 'escape' in name):
            _check_bytes(obj)
        if not wide or final:
            return getattr(lookup(name), what)(obj, errors or 'strict')
        steps = lookup(name).incrementaldecoder(errors or 'strict')  # an unfinished character is left
        text = steps.decode(obj)
        return text, len(obj) - len(steps.getstate()[0])
    call.__name__ = shown
    return call


def _check_bytes(obj):
    if not hasattr(type(obj), '__buffer__'):
        raise TypeError(f"a bytes-like object is required, not '{type(obj).__name__}'")


def charmap_build(map, /):
    return {ord(char): byte for byte, char in enumerate(map)}


def charmap_encode(str, errors='strict', mapping=None, /):
    if mapping is None:
        return latin_1_encode(str, errors)
    out, at = [], 0
    while at < len(str):
        put = mapping.get(ord(str[at])) if hasattr(mapping, 'get') else mapping[ord(str[at])]
        if put is None:
            more, at = _handled(errors or 'strict', UnicodeEncodeError('charmap', str, at, at + 1, 'character maps to <undefined>'))
            put = more if isinstance(more, bytes) else charmap_encode(more, 'strict', mapping)[0]
        else:
            at += 1
        out.append(bytes([put]) if isinstance(put, int) else put)
    return b''.join(out), len(str)


def charmap_decode(data, errors='strict', mapping=None, /):
    _check_bytes(data)
    if mapping is None:
        return latin_1_decode(data, errors)
    out, at = [], 0
    while at < len(data):
        try:
            put = mapping[data[at]]
        except LookupError:
            put = None
        if put is None or put in ('\ufffe', 0xFFFE):
            put, at = _handled(errors or 'strict', UnicodeDecodeError('charmap', bytes(data), at, at + 1, 'character maps to <undefined>'))
        else:
            at += 1
        out.append(chr(put) if isinstance(put, int) else put)
    return ''.join(out), len(data)


def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)


for _name in ('utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'unicode-escape',
              'raw-unicode-escape'):
    for _what in ('encode', 'decode'):
        globals()[f'{_plain(_name)}_{_what}'] = _pair(_name, _what)


def make_identity_dict(rng):
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    made = {}
    for key, value in decoding_map.items():
        made[value] = None if value in made else key
    return made


# ---- bases, steps

class Codec:
    def encode(self, input, errors='strict'):
        raise NotImplementedError

    decode = encode


class IncrementalEncoder:
    def __init__(self, errors='strict'):
        self.errors, self.buffer = errors, ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """What is not encoded yet waits in `buffer`."""

    def encode(self, input, final=False):
        whole = self.buffer + input
        made, read = self._buffer_encode(whole, self.errors, final)
        self.buffer = whole[read:]
        return made

    def reset(self):
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class IncrementalDecoder:
    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """What is not decoded yet waits in `buffer`."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b''

    def decode(self, input, final=False):
        whole = self.buffer + bytes(input)
        made, read = self._buffer_decode(whole, self.errors, final)
        self.buffer = whole[read:]
        return made

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


# ---- streams

class _Stream:
    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __getattr__(self, name):
        return getattr(self.__dict__['stream'], name)


class StreamWriter(_Stream):
    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors
        self._steps = None

    def write(self, object):
        if not hasattr(self, '_name'):
            self.stream.write(self.encode(object, self.errors)[0])
            return
        if self._steps is None:
            self._steps = lookup(self._name).incrementalencoder(self.errors)
        self.stream.write(self._steps.encode(object))

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        self._steps = None

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == offset == 0:
            self.reset()


class StreamReader(_Stream):
    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors
        self.reset()

    def reset(self):
        self._text, self._steps = '', None

    def _more(self, size):
        """Reads some bytes; False: there are no more."""
        data = self.stream.read() if size < 0 else self.stream.read(size)
        if self._steps is None:
            self._steps = lookup(self._name).incrementaldecoder(self.errors) if hasattr(self, '_name') else self
        if self._steps is self:
            self._text += self.decode(data, self.errors)[0]
        else:
            self._text += self._steps.decode(data, not data)
        return bool(data)

    def read(self, size=-1, chars=-1, firstline=False):
        wanted = chars if chars >= 0 else size
        if wanted < 0:
            while self._more(-1):
                pass
            wanted = len(self._text)
        elif chars < 0:
            self._more(size) if not self._text else None
            wanted = len(self._text)
        else:
            while len(self._text) < wanted and self._more(72):
                pass
        given, self._text = self._text[:wanted], self._text[wanted:]
        return given

    def readline(self, size=None, keepends=True):
        while True:
            lines = self._text.splitlines(True)
            if len(lines) > 1 or lines and lines[0].endswith('\n'):
                break
            if not self._more(72):
                lines = self._text.splitlines(True)
                break
        line = lines[0] if lines else ''
        self._text = self._text[len(line):]
        return line if keepends else line.splitlines()[0] if line else ''

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class StreamReaderWriter(_Stream):
    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)
        self.read, self.readline, self.readlines = self.reader.read, self.reader.readline, self.reader.readlines
        self.write, self.writelines = self.writer.write, self.writer.writelines

    def __iter__(self):
        return iter(self.reader)

    def __next__(self):
        return next(self.reader)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()


class StreamRecoder(_Stream):
    """What is written is in one encoding, the stream in another."""

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        self.stream, self.errors, self.encode, self.decode = stream, errors, encode, decode
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        return self.encode(self.reader.readline(size), self.errors)[0]

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    import warnings
    warnings.warn('codecs.open() is deprecated. Use open() instead.', DeprecationWarning, stacklevel=2)
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    info = lookup(encoding)
    stream = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    stream.encoding = encoding
    return stream


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    inner, outer = lookup(data_encoding), lookup(file_encoding or data_encoding)
    return StreamRecoder(file, inner.encode, inner.decode, outer.streamreader, outer.streamwriter, errors)
