# Hashes, and with them the order of sets, are those of a 64-bit CPython.
import sys
print(hash(1), hash(-1), hash(2**61 - 1), hash(2**61), hash(2**64), hash(-(2**70)), hash(True), hash(0.5), hash(1e300), hash(-2.75), hash(float("inf")), hash(3.0))
print(hash((1, 2)), hash(()), hash((1, (2, 3.5))), hash(frozenset([1, 2, 3])), hash(None) == hash(None), hash(range(3)), hash(1 + 2j))
print({-1, -2, -3, 0}, {2**40, 2**41, 5}, {(1, 2), (0, 1)}, {1.5, 2.5, 0.5}, {10**20, 10**21, 7}, {(i, i * i) for i in range(6)})
print(sys.maxsize)
