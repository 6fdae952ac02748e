"""_make_key and _CacheInfo, which caches of other libraries take from functools."""
import functools
from functools import _CacheInfo, _make_key

print(_make_key((1,), {}, False), _make_key(('a',), {}, False), _make_key((1, 2), {}, False), _make_key((1.5,), {}, False))
one, other = _make_key((1,), {'b': 2}, False), _make_key((1,), {'b': 2}, False)
print(one == other, hash(one) == hash(other), one == _make_key((1, 'b', 2), {}, False), len(one), len(_make_key((1,), {'b': 2}, True)))
print(_make_key((1,), {}, True) == _make_key((1.0,), {}, True), _make_key((1, 2), {}, False) == _make_key((1.0, 2), {}, False))
print(_CacheInfo(1, 2, None, 3), _CacheInfo(hits=0, misses=0, maxsize=1, currsize=0).maxsize, _CacheInfo._fields)


@functools.lru_cache
def double(x):
    return 2 * x


double(1), double(1)
print(double.cache_info(), type(double.cache_info()) is _CacheInfo, _CacheInfo.__module__, _CacheInfo.__name__)
try:
    functools.no_such_name
except AttributeError as error:
    print(error)
