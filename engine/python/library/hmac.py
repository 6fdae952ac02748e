"""Keyed hashes, as RFC 2104 has them."""

import hashlib as _hashlib

trans_5C, trans_36 = bytes([x ^ 0x5C for x in range(256)]), bytes([x ^ 0x36 for x in range(256)])
digest_size = None


def compare_digest(a, b, /):
    """Return 'a == b', without telling by its time where they differ."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError('comparing strings with non-ASCII characters is not supported')
        a, b = a.encode(), b.encode()
    elif not any(isinstance(x, (bytes, bytearray, memoryview)) for x in (a, b)):
        raise TypeError("unsupported operand types(s) or combination of types: "
                        f"'{type(a).__name__}' and '{type(b).__name__}'")
    for x in (a, b):
        if not isinstance(x, (bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(x).__name__}'")
    a, b = bytes(a), bytes(b)
    difference = len(a) ^ len(b)
    for x, y in zip(a, b):
        difference |= x ^ y
    return difference == 0


class HMAC:
    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f'key: expected bytes or bytearray, but got {type(key).__name__!r}')
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        if isinstance(digestmod, str):
            def make(data=b''):
                return _hashlib.new(digestmod, data)
        else:
            make = digestmod if callable(digestmod) else digestmod.new
        self._outer, self._inner = make(), make()
        self.block_size, self.digest_size = self._inner.block_size, self._inner.digest_size
        key = bytes(key)
        key = (make(key).digest() if len(key) > self.block_size else key).ljust(self.block_size, b'\0')
        self._outer.update(bytes(c ^ 0x5c for c in key))
        self._inner.update(bytes(c ^ 0x36 for c in key))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f'hmac-{self._inner.name}'

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        other = object.__new__(type(self))
        other.block_size, other.digest_size = self.block_size, self.digest_size
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def _whole(self):
        whole = self._outer.copy()
        whole.update(self._inner.digest())
        return whole

    def digest(self):
        return self._whole().digest()

    def hexdigest(self):
        return self._whole().hexdigest()


def new(key, msg=None, digestmod=''):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()
