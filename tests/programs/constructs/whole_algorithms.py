"""Graphs, matrices, numbers, games: what books on algorithms do."""
import bisect
import cmath
import functools
import graphlib
import heapq
import itertools as it
import math
import operator
import random
import sys
import timeit
from array import array
from collections import Counter, defaultdict, deque
from fractions import Fraction


class Matrix:
    __slots__ = ("rows",)
    def __init__(self, rows):
        self.rows = tuple(map(tuple, rows))
        if len({len(r) for r in self.rows}) != 1: raise ValueError("ragged")
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __matmul__(self, other):
        if not isinstance(other, Matrix): return NotImplemented
        return Matrix([[math.sumprod(r, c) for c in other.T.rows] for r in self.rows])
    def __pow__(self, n, mod=None):
        if n < 0: return self.inverse() ** -n
        out, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1: out @= base
            base @= base
            n >>= 1
        return out
    def __rmul__(self, k): return Matrix([[k * x for x in r] for r in self.rows])
    def det(self):
        m = [list(map(Fraction, r)) for r in self.rows]; d = Fraction(1)
        for i in range(len(m)):
            p = next((r for r in range(i, len(m)) if m[r][i]), None)
            if p is None: return Fraction(0)
            if p != i: m[i], m[p] = m[p], m[i]; d = -d
            d *= m[i][i]
            for r in range(i + 1, len(m)):
                f = m[r][i] / m[i][i]
                m[r] = [a - f * b for a, b in zip(m[r], m[i], strict=True)]
        return d
    def inverse(self):
        d = self.det()
        if not d: raise ZeroDivisionError("singular matrix")
        (a, b), (c, e) = self.rows
        return (1 / d) * Matrix([[e, -b], [-c, a]])
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __getitem__(self, ij):
        match ij:
            case int(i): return self.rows[i]
            case slice() as s: return Matrix(self.rows[s])
            case (slice() as s, int(j)): return [r[j] for r in self.rows[s]]
            case (i, j): return self.rows[i][j]
    def __repr__(self): return f"Matrix({[[str(x) for x in r] for r in self.rows]})"
    def __iter__(self): return it.chain.from_iterable(self.rows)
    def __round__(self, n=0): return Matrix([[round(x, n) for x in r] for r in self.rows])


m = Matrix([[1, 1], [1, 0]])
print(m ** 30, m.det(), m ** -2, (m @ m)[0], m[:, 1], m[1, 0], m[:1], sum(m), m == Matrix([[1, 1], [1, 0]]), round(0.333 * m, 1))
for bad in (lambda: m @ 3, lambda: m * 2, lambda: Matrix([[1], [1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: m[5], lambda: hash(m), lambda: m["a"], lambda: Matrix([[1, 2]]) @ m.T @ Matrix([[1]]), lambda: setattr(m, "x", 1)):
    try: print(bad())
    except Exception as error: print(type(error).__name__, error)
G = {"a": {"b": 4, "c": 1}, "c": {"b": 2, "d": 7}, "b": {"d": 1}, "d": {}, "e": {"a": 1}}
def dijkstra(g, start):
    dist, seen, heap = {start: 0}, {}, [(0, start, None)]
    while heap:
        d, v, via = heapq.heappop(heap)
        if v in seen: continue
        seen[v] = via
        for w, c in g[v].items():
            if (n := d + c) < dist.get(w, math.inf):
                dist[w] = n; heapq.heappush(heap, (n, w, v))
    return dist, seen
dist, via = dijkstra(G, "a")
def path(v): return path(via[v]) + v if v else ""
print(dist, path("d"), [*graphlib.TopologicalSorter({k: set(v) for k, v in G.items()}).static_order()])
try:
    list(graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order())
except graphlib.CycleError as error: print(error)
def floyd(g):
    d = defaultdict(lambda: math.inf, {(u, v): c for u in g for v, c in g[u].items()} | {(u, u): 0 for u in g})
    for k, i, j in it.product(g, repeat=3): d[i, j] = min(d[i, j], d[i, k] + d[k, j])
    return {k: v for k, v in sorted(d.items()) if v < math.inf}
print(floyd(G))
@functools.cache
def edit(a, b): return len(a or b) if not a or not b else min(edit(a[1:], b) + 1, edit(a, b[1:]) + 1, edit(a[1:], b[1:]) + (a[0] != b[0]))
print(edit("kitten", "sitting"), edit.cache_info())
def sieve(n):
    flags = bytearray(b"\1") * (n + 1); flags[:2] = b"\0\0"
    for i in range(2, math.isqrt(n) + 1):
        if flags[i]: flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [*it.compress(range(n + 1), flags)]
primes = sieve(100); print(primes, bisect.bisect(primes, 50), bisect.insort(primes, 50), primes[15], math.lcm(*range(1, 20)), math.comb(40, 20), math.perm(5, 2), math.gcd(12, 18, 27), pow(3, -1, 11), math.factorial(25), math.dist((0, 0), (3, 4)), math.nextafter(1, 2), math.ulp(1.0), math.fma(2, 3, 4))
def queens(n, row=0, cols=(), d1=frozenset(), d2=frozenset()):
    if row == n: yield cols; return
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2:
            yield from queens(n, row + 1, (*cols, c), d1 | {row + c}, d2 | {row - c})
print(sum(1 for _ in queens(6)), next(queens(8)))
def life(cells): 
    counts = Counter((x + dx, y + dy) for x, y in cells for dx, dy in it.product((-1, 0, 1), repeat=2) if dx or dy)
    return {c for c, n in counts.items() if n == 3 or n == 2 and c in cells}
g = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4): g = life(g)
print(sorted(g), *("".join(".#"[(x, y) in g] for x in range(5)) for y in range(5)), sep="\n")
def fft(a):
    if len(a) < 2: return a
    e, o = fft(a[::2]), fft(a[1::2]); n = len(a)
    t = [cmath.exp(-2j * cmath.pi * k / n) * o[k] for k in range(n // 2)]
    return [x + y for x, y in zip(e, t)] + [x - y for x, y in zip(e, t)]
print([f"{abs(x):.3f}" for x in fft([1, 2, 3, 4, 0, 0, 0, 0])], cmath.polar(1j), cmath.rect(2, cmath.pi / 2), (1 + 2j) ** 2, f"{1+2j:.2f}", complex("1-2j").conjugate(), -1j, cmath.sqrt(-4))
class Node:
    def __init__(self, k, l=None, r=None): self.k, self.l, self.r = k, l, r
    def insert(self, k):
        side = "l" if k < self.k else "r"
        if n := getattr(self, side): n.insert(k)
        else: setattr(self, side, Node(k))
        return self
    def __iter__(self):
        if self.l: yield from self.l
        yield self.k
        if self.r: yield from self.r
random.seed(7); keys = random.sample(range(50), 10)
print(keys, list(functools.reduce(Node.insert, keys[1:], Node(keys[0]))), heapq.nlargest(3, keys), heapq.nsmallest(2, keys, key=lambda k: -k), list(heapq.merge([1, 4], [2, 3], reverse=False)))
a = array("i", [3, 1, 2]); a.extend(range(2)); a.byteswap(); print(a, a.itemsize, a.buffer_info()[1], array("d", [1.5]).tobytes().hex(), memoryview(array("H", [1, 2])).cast("B").tolist())
try: array("b", [200])
except OverflowError as error: print(error)
def collatz(n): return [*it.takewhile(lambda x: x != 1, it.accumulate(it.repeat(n), lambda x, _: x // 2 if x % 2 == 0 else 3 * x + 1))]
print(collatz(6), [*it.zip_longest("ab", "xyz", fillvalue="-")], [*it.starmap(pow, [(2, 5), (3, 2)])], [*it.islice(it.cycle("ab"), 1, 8, 3)], ["".join(p) for p in it.permutations("abc", 2)], [*it.combinations_with_replacement("ab", 2)], [*it.chain(*it.tee([1, 2]))], [(k, len([*g])) for k, g in it.groupby("aaabbc")], [*it.filterfalse(str.isdigit, "a1b2")], [*it.dropwhile(bool, [1, 0, 2])], [*it.batched("abcde", 2)], [*it.pairwise("abc")])
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
try:
    (f := lambda n: f(n + 1))(0)
except RecursionError as error: print(type(error).__name__, str(error)[:32])
print(int("zz", 36), bin(10), oct(8), f"{255:#010b} {1e16:g} {1234567.891:,.1f} {0.1 + 0.2!r} {1/3:.3%} {10**20:e}", (255).to_bytes(2), int.from_bytes(b"\1\0", "little"), (37).bit_count(), (-7) // 2, -7 % 3, divmod(-7, 2), round(2.5), round(-1.25, 1), round(1234, -2), 0.1.as_integer_ratio(), (0.5).hex(), float.fromhex("0x1p-2"), 7 .__index__(), ~5, 5 ^ 3, 1 << 70, 1e308 * 10, -0.0, float("nan") != float("nan"), 3 .real, True + True)
