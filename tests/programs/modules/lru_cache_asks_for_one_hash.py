# A key's hash is asked for once a call, whether it is found or not; without a cache never.
from functools import cache, lru_cache


class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        print('hash', self.value)
        return hash(self.value)

    def __eq__(self, other):
        print('eq', self.value, other.value)
        return self.value == other.value


for deco in (lru_cache(maxsize=2), cache, lru_cache(maxsize=0), lru_cache(maxsize=2, typed=True)):
    double = deco(lambda key: key.value * 2)
    for value in (1, 2, 1, 3, 2):
        print('call', value, double(Key(value)))
    print(double.cache_info())

print(lru_cache(maxsize=0)(len)([1, 2]))


class Nested:
    """Its __eq__ calls the cached function too."""

    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value

    def __eq__(self, other):
        if self.value == 2:
            kept(Nested(1))
        return self.value == other.value


@lru_cache(maxsize=10)
def kept(key):
    return key


first, second = kept(Nested(1)), kept(Nested(2))
print(kept(Nested(2)) is second, kept(Nested(1)) is first)
