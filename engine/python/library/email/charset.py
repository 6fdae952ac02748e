"""Character sets: how headers and bodies in them are encoded, and which codec reads and writes them."""
from email import base64mime, errors, quoprimime
from email.encoders import encode_7or8bit

__all__ = ['Charset', 'add_alias', 'add_charset', 'add_codec']

QP, BASE64, SHORTEST = 1, 2, 3
RFC2047_CHROME_LEN = 7  # of =?, ?q? and ?= around what is encoded
DEFAULT_CHARSET, UNKNOWN8BIT, EMPTYSTRING = 'us-ascii', 'unknown-8bit', ''

CHARSETS = {name: (QP, QP, None) for name in (
    *[f'iso-8859-{part}' for part in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16)], 'windows-1252', 'viscii')}
CHARSETS |= {name: (BASE64, BASE64, None) for name in ('big5', 'gb2312', 'koi8-r')}
CHARSETS |= {
    'us-ascii': (None, None, None), 'utf-8': (SHORTEST, BASE64, 'utf-8'), 'iso-2022-jp': (BASE64, None, None),
    'euc-jp': (BASE64, None, 'iso-2022-jp'), 'shift_jis': (BASE64, None, 'iso-2022-jp')}
ALIASES = {f'latin{mark}{number}': f'iso-8859-{part}'
           for number, part in enumerate((1, 2, 3, 4, 9, 10, 13, 14, 15, 16), 1) for mark in '_-'}
ALIASES |= {'cp949': 'ks_c_5601-1987', 'euc_jp': 'euc-jp', 'euc_kr': 'euc-kr', 'ascii': 'us-ascii'}
CODEC_MAP = {'gb2312': 'eucgb2312_cn', 'big5': 'big5_tw', 'us-ascii': None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    if body_enc == SHORTEST:
        raise ValueError('SHORTEST not allowed for body_enc')
    CHARSETS[charset] = header_enc, body_enc, output_charset


def add_alias(alias, canonical):
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    CODEC_MAP[charset] = codecname


def _encode(text, codec):
    return text.encode('ascii', 'surrogateescape') if codec == UNKNOWN8BIT else text.encode(codec)


class Charset:
    def __init__(self, input_charset=DEFAULT_CHARSET):
        try:
            if isinstance(input_charset, str):
                input_charset.encode('ascii')
            else:
                input_charset = str(input_charset, 'ascii')
        except UnicodeError:
            raise errors.CharsetError(input_charset)
        name = input_charset.lower()
        name = self.input_charset = ALIASES.get(name, name)
        self.header_encoding, self.body_encoding, written = CHARSETS.get(name, (SHORTEST, BASE64, None))
        written = written or name
        self.output_charset = ALIASES.get(written, written)
        self.input_codec = CODEC_MAP.get(name, name)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def get_body_encoding(self):
        assert self.body_encoding != SHORTEST
        return {QP: 'quoted-printable', BASE64: 'base64'}.get(self.body_encoding, encode_7or8bit)

    def get_output_charset(self):
        return self.output_charset or self.input_charset

    def _encoder(self, data):
        if self.header_encoding == SHORTEST:
            return base64mime if base64mime.header_length(data) < quoprimime.header_length(data) else quoprimime
        return {QP: quoprimime, BASE64: base64mime}.get(self.header_encoding)

    def header_encode(self, string):
        codec = self.output_codec or 'us-ascii'
        data = _encode(string, codec)
        encoder = self._encoder(data)
        return string if encoder is None else encoder.header_encode(data, codec)

    def header_encode_lines(self, string, maxlengths):
        """Encoded words, each as long as the next of `maxlengths` lets it be; None stands first if there is no room for one character."""
        codec = self.output_codec or 'us-ascii'
        encoder = self._encoder(_encode(string, codec))
        charset = self.get_output_charset()
        around = len(charset) + RFC2047_CHROME_LEN
        words, word, room = [], '', next(maxlengths) - around
        for c in string:
            if encoder.header_length(_encode(word + c, charset)) > room:
                words.append(encoder.header_encode(_encode(word, codec), codec) if words or word else None)
                word, room = '', next(maxlengths) - around
            word += c
        return words + [encoder.header_encode(_encode(word, codec), codec)]

    def body_encode(self, string):
        if not string:
            return string
        data = string.encode(self.output_charset) if isinstance(string, str) else string
        if self.body_encoding == BASE64:
            return base64mime.body_encode(data)
        if self.body_encoding == QP:
            return quoprimime.body_encode(data.decode('latin1'))
        return data.decode('ascii') if isinstance(string, str) else string
