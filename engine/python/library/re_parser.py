"""re._parser: what other libraries ask of a pattern before they use it, how long its matches can be."""
import _sre

from re._constants import MAXREPEAT, MAXWIDTH, error

__all__ = ['parse', 'SubPattern', 'MAXREPEAT', 'MAXWIDTH', 'error']


class SubPattern:
    def __init__(self, pattern):
        self._pattern = pattern

    def getwidth(self):
        least, most = _sre.width(self._pattern)
        return least, MAXWIDTH if most is None else most


def parse(str, flags=0, state=None):
    import re
    return SubPattern(re._compile(str, flags))
