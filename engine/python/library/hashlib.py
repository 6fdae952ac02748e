"""Hashes by name and by function."""

import _hash
from _hashes import blake2b, blake2s, sponge

_SMALL = 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'
_SPONGES = 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256'
__all__ = (*_SMALL, 'blake2b', 'blake2s', *_SPONGES, 'new', 'algorithms_guaranteed', 'algorithms_available', 'pbkdf2_hmac', 'file_digest')

algorithms_available = {*_SMALL, *_SPONGES, 'blake2b', 'blake2s'}
algorithms_guaranteed = set(algorithms_available)


def new(name, data=b'', *, usedforsecurity=True, string=None):
    if not isinstance(name, str):
        raise TypeError('name must be a string')
    data = data if string is None else string
    plain = name.lower().replace('sha-', 'sha').replace('sha2-', 'sha').replace('-', '_')
    made = _hash.new(plain, data)
    if made is None and plain not in algorithms_available:
        raise ValueError(f'unsupported hash type {name}')
    return globals()[plain](data) if made is None else made


def _constructor(name):
    if name in _SMALL:
        def make(data=b'', *, usedforsecurity=True, string=None):
            return _hash.new(name, data if string is None else string)
    else:
        def make(data=b'', *, usedforsecurity=True, string=None):
            return sponge(name, data if string is None else string)
    make.__name__ = make.__qualname__ = f'openssl_{name}'
    make.__doc__ = f'Returns a {name} hash object; optionally initialized with a string'
    return make


for _name in (*_SMALL, *_SPONGES):
    globals()[_name] = _constructor(_name)


def __getattr__(name):
    if name == 'scrypt':
        raise NotImplementedError(f'Loopscope has no hashlib.{name} yet')
    raise AttributeError(f"module 'hashlib' has no attribute {name!r}")


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."""
    import hmac
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    outer = hmac.new(password, digestmod=hash_name)
    dklen = outer.digest_size if dklen is None else dklen
    if dklen < 1:
        raise ValueError('key length must be greater than 0.')

    def keyed(data):
        h = outer.copy()
        h.update(data)
        return h.digest()

    key, block = b'', 0
    while len(key) < dklen:
        block += 1
        part = keyed(bytes(salt) + block.to_bytes(4, 'big'))
        total = int.from_bytes(part, 'big')
        for _ in range(iterations - 1):
            part = keyed(part)
            total ^= int.from_bytes(part, 'big')
        key += total.to_bytes(outer.digest_size, 'big')
    return key[:dklen]


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    made = new(digest) if isinstance(digest, str) else digest()
    if not (hasattr(fileobj, 'readinto') and hasattr(fileobj, 'readable') and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    while data := fileobj.read(_bufsize):
        made.update(data)
    return made
