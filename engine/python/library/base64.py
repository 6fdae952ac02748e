"""Base16, Base32, Base64 and Base85."""

import binascii

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode',
           'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'b85encode', 'b85decode', 'a85encode', 'a85decode',
           'z85encode', 'z85decode', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode']


def _bytes_of(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f'argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}') from None


# ---- Base64

_to_urlsafe = bytes.maketrans(b'+/', b'-_')
_from_urlsafe = bytes.maketrans(b'-_', b'+/')


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes_of(s)
    if altchars is not None:
        altchars = _bytes_of(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(_to_urlsafe)


def urlsafe_b64decode(s):
    return b64decode(_bytes_of(s).translate(_from_urlsafe))


def encodebytes(s):
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f'expected bytes-like object, not {s.__class__.__name__}')
    return b''.join(binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f'expected bytes-like object, not {s.__class__.__name__}')
    return binascii.a2b_base64(s)


def encode(input, output):
    while s := input.read(57):
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


# ---- Base32 and Base16

_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B32HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


def _encode32(alphabet, s):
    s = s if isinstance(s, (bytes, bytearray)) else memoryview(s).tobytes()
    left = len(s) % 5
    padded = bytes(s) + bytes(-len(s) % 5)
    out = bytearray()
    for i in range(0, len(padded), 5):
        group = int.from_bytes(padded[i:i + 5], 'big')
        out += bytes(alphabet[group >> shift & 31] for shift in range(35, -1, -5))
    if left:
        pads = (0, 6, 4, 3, 1)[left]
        out[-pads:] = b'=' * pads
    return bytes(out)


def _decode32(alphabet, s, casefold, map01):
    s = _bytes_of(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _bytes_of(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b'=')
    pads = length - len(s)
    values = {c: i for i, c in enumerate(alphabet)}
    out = bytearray()
    for i in range(0, len(s), 8):
        group = 0
        part = s[i:i + 8]
        for c in part:
            if c not in values:
                raise binascii.Error('Non-base32 digit found')
            group = group << 5 | values[c]
        out += (group << 5 * (8 - len(part))).to_bytes(5, 'big')
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    if pads and out:
        del out[-((5 * pads + 7) // 8):]
    return bytes(out)


def b32encode(s):
    """Encode the bytes-like objects using base32 and return a bytes object."""
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    """Decode the base32 encoded bytes-like object or ASCII string s."""
    return _decode32(_B32, s, casefold, map01)


def b32hexencode(s):
    """Encode the bytes-like objects using base32hex and return a bytes object."""
    return _encode32(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    """Decode the base32hex encoded bytes-like object or ASCII string s."""
    return _decode32(_B32HEX, s, casefold, None)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes_of(s)
    if casefold:
        s = s.upper()
    if not all(c in b'0123456789ABCDEF' for c in s):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


# ---- Base85

_B85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
_Z85 = b'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
_A85 = bytes(range(33, 118))


def _encode85(b, alphabet, pad=False, zeros=False, spaces=False):
    b = b if isinstance(b, (bytes, bytearray)) else memoryview(b).tobytes()
    padding = -len(b) % 4
    b = bytes(b) + bytes(padding)
    chunks = []
    for i in range(0, len(b), 4):
        word = int.from_bytes(b[i:i + 4], 'big')
        if zeros and not word:
            chunks.append(b'z')
        elif spaces and word == 0x20202020:
            chunks.append(b'y')
        else:
            chunks.append(bytes(alphabet[word // 85 ** k % 85] for k in (4, 3, 2, 1, 0)))
    if padding and not pad:
        if chunks[-1] == b'z':
            chunks[-1] = alphabet[:1] * 5
        chunks[-1] = chunks[-1][:-padding]
    return b''.join(chunks)


def _decode85(b, alphabet, name):
    values = {c: i for i, c in enumerate(alphabet)}
    padding = -len(b) % 5
    b = bytes(b) + alphabet[-1:] * padding
    out = []
    for i in range(0, len(b), 5):
        word = 0
        for k, c in enumerate(b[i:i + 5]):
            if c not in values:
                raise ValueError(f'bad {name} character at position {i + k}')
            word = word * 85 + values[c]
        if word >= 2 ** 32:
            raise ValueError(f'{name} overflow in hunk starting at byte {i}')
        out.append(word.to_bytes(4, 'big'))
    result = b''.join(out)
    return result[:-padding] if padding else result


def b85encode(b, pad=False):
    return _encode85(b, _B85, pad)


def b85decode(b):
    return _decode85(_bytes_of(b), _B85, 'base85')


def z85encode(s):
    return _encode85(s, _Z85)


def z85decode(s):
    return _decode85(_bytes_of(s), _Z85, 'z85')


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    result = _encode85(b, _A85, pad, True, foldspaces)
    if adobe:
        result = b'<~' + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        chunks = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(chunks[-1]) + 2 > wrapcol:
            chunks.append(b'')
        result = b'\n'.join(chunks)
    return result + b'~>' if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    b = _bytes_of(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    out, group = bytearray(), bytearray()
    for c in bytes(b) + b'u' * 4:
        if 33 <= c <= 117:
            group.append(c)
            if len(group) == 5:
                word = 0
                for digit in group:
                    word = word * 85 + digit - 33
                if word >= 2 ** 32:
                    raise ValueError('Ascii85 overflow')
                out += word.to_bytes(4, 'big')
                group.clear()
        elif c == 122 or (foldspaces and c == 121):
            if group:
                raise ValueError(f"{chr(c)} inside Ascii85 5-tuple")
            out += bytes(4) if c == 122 else b'    '
        elif c not in ignorechars:
            raise ValueError(f'Non-Ascii85 digit found: {chr(c)}')
    padding = 4 - len(group)
    return bytes(out[:-padding] if padding else out)
