"""Hashes: MD5, SHA-1 and the SHA-2 family."""

import _hash

__all__ = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'new', 'algorithms_guaranteed', 'algorithms_available',
           'pbkdf2_hmac', 'file_digest')

algorithms_available = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'}
algorithms_guaranteed = set(algorithms_available)


def new(name, data=b'', *, usedforsecurity=True, string=None):
    if not isinstance(name, str):
        raise TypeError('name must be a string')
    made = _hash.new(name.lower().replace('sha-', 'sha').replace('sha2-', 'sha'), data if string is None else string)
    if made is None:
        raise ValueError(f'unsupported hash type {name}')
    return made


def _constructor(name):
    def make(data=b'', *, usedforsecurity=True, string=None):
        return _hash.new(name, data if string is None else string)
    make.__name__ = make.__qualname__ = f'openssl_{name}'
    make.__doc__ = f'Returns a {name} hash object; optionally initialized with a string'
    return make


md5, sha1, sha224 = _constructor('md5'), _constructor('sha1'), _constructor('sha224')
sha256, sha384, sha512 = _constructor('sha256'), _constructor('sha384'), _constructor('sha512')


def __getattr__(name):
    if name in ('blake2b', 'blake2s', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256', 'scrypt'):
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
    while data := fileobj.read(_bufsize):
        made.update(data)
    return made
