"""SHA-3, SHAKE and BLAKE2 as objects, on the cores of _digest."""
import _digest
from _native import final


class _Object:
    """What all of them share: a core that takes data, and how much is taken from it."""
    __slots__ = '_core', 'name', 'block_size', 'digest_size'

    def _set(self, core, name, block_size, digest_size, data):
        self._core, self.name, self.block_size, self.digest_size = core, name, block_size, digest_size
        core.update(data)
        return self

    def update(self, data, /):
        self._core.update(data)

    def copy(self):
        other = object.__new__(type(self))
        other._core = self._core.copy()
        other.name, other.block_size, other.digest_size = self.name, self.block_size, self.digest_size
        return other

    def digest(self):
        return self._core.finish(self.digest_size)

    def hexdigest(self):
        return self.digest().hex()


class HASH(_Object):
    __slots__ = ()

    def __repr__(self):
        return f'<{self.name} _hashlib.{type(self).__name__} object @ {id(self):#x}>'


class HASHXOF(HASH):
    __slots__ = ()

    def digest(self, length=None):
        if length is None:
            raise TypeError("digest() missing required argument 'length' (pos 1)")
        return self._core.finish(length)

    def hexdigest(self, length=None):
        if length is None:
            raise TypeError("hexdigest() missing required argument 'length' (pos 1)")
        return self._core.finish(length).hex()


for _class in HASH, HASHXOF:
    _class.__module__ = '_hashlib'
    final(_class)
SPONGES = {'sha3_224': 28, 'sha3_256': 32, 'sha3_384': 48, 'sha3_512': 64, 'shake_128': 16, 'shake_256': 32}


def sponge(name, data):
    strength, endless = SPONGES[name], name.startswith('shake')
    rate = 200 - 2 * strength
    core = _digest.keccak(rate, 0x1f if endless else 6)
    kind, size = (HASHXOF, 0) if endless else (HASH, strength)
    return object.__new__(kind)._set(core, name, rate, size, data)


class _Blake2(_Object):
    __slots__ = ()

    def __new__(cls, data=b'', /, *, digest_size=None, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0,
                node_depth=0, inner_size=0, last_node=False, usedforsecurity=True, string=None):
        data = data if string is None else string
        most, half, offset_size = cls.MAX_DIGEST_SIZE, cls.SALT_SIZE, 8 if cls.SALT_SIZE == 16 else 6
        digest_size = most if digest_size is None else digest_size
        name = cls.__name__
        if not 1 <= digest_size <= most:
            raise ValueError(f'digest_size for {name.capitalize()} must be between 1 and {most} bytes, here it is {digest_size}')
        for what, value, limit in ('salt', salt, half), ('person', person, half), ('key', key, most):
            if len(value) > limit:
                raise ValueError(f'maximum {what} length is {limit} bytes')
        for what, value, low, high in (('fanout', fanout, 0, '255'), ('depth', depth, 1, '255'), ('node_depth', node_depth, 0, '255'),
                                       ('inner_size', inner_size, 0, f'is {most}')):
            if not low <= value <= int(high.removeprefix('is ')):
                raise ValueError(f'{what} must be between {low} and {high}')
        if leaf_size < 0 or node_offset < 0:
            raise ValueError('Cannot convert negative int')
        if leaf_size >> 32:
            raise OverflowError('leaf_size is too large')
        if node_offset >> 8 * offset_size:
            raise OverflowError('node_offset is too large')
        block = (bytes([digest_size, len(key), fanout, depth]) + leaf_size.to_bytes(4, 'little') + node_offset.to_bytes(offset_size, 'little')
                 + bytes([node_depth, inner_size]))
        block = block.ljust(2 * half, b'\0') + bytes(salt).ljust(half, b'\0') + bytes(person).ljust(half, b'\0')
        core = _digest.blake2(block, bool(last_node))
        if key:
            core.update(bytes(key).ljust(2 * most, b'\0'))
        return object.__new__(cls)._set(core, name, 2 * most, digest_size, data)

    def __repr__(self):
        return f'<_blake2.{type(self).__name__} object at {id(self):#x}>'


class blake2b(_Blake2):
    __slots__ = ()
    SALT_SIZE = PERSON_SIZE = 16
    MAX_KEY_SIZE = MAX_DIGEST_SIZE = 64


class blake2s(_Blake2):
    __slots__ = ()
    SALT_SIZE = PERSON_SIZE = 8
    MAX_KEY_SIZE = MAX_DIGEST_SIZE = 32


for _class in blake2b, blake2s:
    _class.__module__ = '_blake2'
    final(_class)
