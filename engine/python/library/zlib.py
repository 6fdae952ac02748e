"""Check sums. Compression is not there."""

from _binascii import adler32, crc32

__all__ = ['adler32', 'crc32', 'error']


class error(Exception):
    __module__ = 'zlib'


def __getattr__(name):
    if name in ('compress', 'decompress', 'compressobj', 'decompressobj'):
        raise NotImplementedError(f'Loopscope has no zlib.{name} yet')
    raise AttributeError(f"module 'zlib' has no attribute {name!r}")
