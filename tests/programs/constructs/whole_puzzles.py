"""Puzzles and algorithms: life, queens, sudoku, mazes, dijkstra, topological order, knapsack, edit distance, huffman, tries, LRU, big numbers."""
import bisect, collections, copy, fractions, functools, graphlib, heapq, itertools, math, operator, random, re, string, sys, textwrap
from collections import defaultdict, deque, Counter, OrderedDict
class Life:
    def __init__(self, text): self.alive = {(r, c) for r, line in enumerate(text.split()) for c, ch in enumerate(line) if ch == "#"}
    def step(self):
        n = Counter((r + dr, c + dc) for r, c in self.alive for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc)
        self.alive = {p for p, k in n.items() if k == 3 or k == 2 and p in self.alive}; return self
    def __str__(self):
        rs, cs = zip(*self.alive); return "\n".join("".join(".#"[(r, c) in self.alive] for c in range(min(cs), max(cs) + 1)) for r in range(min(rs), max(rs) + 1))
glider = Life(".#. ..# ###"); print(*(f"gen {i}\n{glider.step()}" for i in range(1, 4)), sep="\n"); print(sorted(glider.alive))
def queens(n, row=0, cols=0, d1=0, d2=0):
    if row == n: yield (); return
    free = ~(cols | d1 | d2) & ((1 << n) - 1)
    while free:
        bit = free & -free; free ^= bit
        for rest in queens(n, row + 1, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1): yield (bit.bit_length() - 1, *rest)
sols = list(queens(6)); print(len(sols), sols[0], sum(1 for _ in queens(8))); print("\n".join(" ".join("Q" if c == q else "·" for c in range(6)) for q in sols[-1]))
GRID = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
def solve(g):
    peers = [{j for j in range(81) if j != i and (j // 9 == i // 9 or j % 9 == i % 9 or (j // 27, j % 9 // 3) == (i // 27, i % 9 // 3))} for i in range(81)]
    steps = 0
    def go(cells):
        nonlocal steps; steps += 1
        opts = {i: set("123456789") - {cells[p] for p in peers[i]} for i, c in enumerate(cells) if c == "."}
        if not opts: return cells
        i = min(opts, key=lambda k: (len(opts[k]), k))
        for d in sorted(opts[i]):
            if r := go(cells[:i] + [d] + cells[i + 1:]): return r
    r = go(list(g)); return "".join(r), steps
s, n = solve(GRID); print(*textwrap.wrap(s, 9), n, sep="\n")
MAZE = ["S.#.....", "..#.##.#", ".##..#..", "....#..E"]
def bfs(maze):
    at = {ch: complex(c, r) for r, row in enumerate(maze) for c, ch in enumerate(row)}; ok = {complex(c, r) for r, row in enumerate(maze) for c, ch in enumerate(row) if ch != "#"}
    q, came = deque([at["S"]]), {at["S"]: None}
    while q and (p := q.popleft()) != at["E"]:
        for d in (1, -1, 1j, -1j):
            if p + d in ok and p + d not in came: came[p + d] = p; q.append(p + d)
    else:
        if p != at["E"]: return None
    path = [p]
    while (p := came[path[-1]]) is not None: path.append(p)
    return path[::-1]
path = bfs(MAZE); print(len(path), path[:3], path[-1].real); print("\n".join("".join("*" if complex(c, r) in path else ch for c, ch in enumerate(row)) for r, row in enumerate(MAZE)))
graph = {"A": {"B": 7, "C": 9, "F": 14}, "B": {"C": 10, "D": 15}, "C": {"D": 11, "F": 2}, "D": {"E": 6}, "F": {"E": 9}, "E": {}}
def dijkstra(g, s):
    dist, prev, heap = {s: 0}, {}, [(0, s)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if d + w < dist.get(v, math.inf): dist[v], prev[v] = d + w, u; heapq.heappush(heap, (d + w, v))
    return dist, prev
dist, prev = dijkstra(graph, "A"); print(dist, prev, [*itertools.accumulate("E", lambda a, b: a)])
order = graphlib.TopologicalSorter({"roof": {"walls"}, "walls": {"floor", "wood"}, "wood": {"forest"}, "floor": {"wood"}}); print(*order.static_order())
try: graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare()
except graphlib.CycleError as e: print(e)
ts = graphlib.TopologicalSorter({"d": "bc", "b": "a", "c": "a"}); ts.prepare()
while ts: ready = ts.get_ready(); print(sorted(ready), end=" "); ts.done(*ready)
def tarjan(g):
    index, low, stack, out = {}, {}, [], []
    def visit(v):
        index[v] = low[v] = len(index); stack.append(v)
        for w in g.get(v, ()):
            if w not in index: visit(w); low[v] = min(low[v], low[w])
            elif w in stack: low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            comp = []
            while True:
                comp.append(w := stack.pop())
                if w == v: break
            out.append(sorted(comp))
    for v in g: v in index or visit(v)
    return out
print(tarjan({1: [2], 2: [3], 3: [1, 4], 4: [5], 5: [4], 6: [5]}))
@functools.cache
def edit(a, b): return len(a) + len(b) if not a or not b else min(edit(a[1:], b) + 1, edit(a, b[1:]) + 1, edit(a[1:], b[1:]) + (a[0] != b[0]))
print(edit("kitten", "sitting"), edit.cache_info().currsize, functools.reduce(math.lcm, range(1, 21)))
def knapsack(items, cap):
    best = [(0, ())] * (cap + 1)
    for i, (w, v) in enumerate(items):
        for c in range(cap, w - 1, -1): best[c] = max(best[c], (best[c - w][0] + v, best[c - w][1] + (i,)))
    return best[cap]
print(knapsack([(12, 4), (2, 2), (1, 1), (1, 2), (4, 10)], 15))
def huffman(text):
    heap = [[n, i, ch] for i, (ch, n) in enumerate(sorted(Counter(text).items()))]; heapq.heapify(heap); i = len(heap)
    while len(heap) > 1: a, b = heapq.heappop(heap), heapq.heappop(heap); heapq.heappush(heap, [a[0] + b[0], i := i + 1, (a, b)])
    codes = {}
    def walk(node, code=""):
        if isinstance(node[2], str): codes[node[2]] = code or "0"
        else: walk(node[2][0], code + "0"); walk(node[2][1], code + "1")
    walk(heap[0]); return codes, sum(len(codes[c]) for c in text)
print(huffman("abracadabra"))
class Trie(dict):
    __missing__ = lambda self, k: self.setdefault(k, Trie())
    def add(self, word): functools.reduce(operator.getitem, word, self)["$"] = word
    def find(self, prefix):
        node = self
        for ch in prefix:
            if ch not in node: return
            node = node[ch]
        yield from node.words()
    def words(self):
        for k in sorted(self):
            if k == "$": yield self[k]
            else: yield from self[k].words()
t = Trie(); [t.add(w) for w in "car card care cat dog do".split()]; print(list(t.find("car")), list(t.find("x")), list(t.find("do")), len(t))
class LRU:
    class Node: __slots__ = "k", "v", "p", "n"
    def __init__(self, cap): self.cap, self.map = cap, {}; self.head, self.tail = self.Node(), self.Node(); self.head.n, self.tail.p = self.tail, self.head
    def _cut(self, x): x.p.n, x.n.p = x.n, x.p
    def _front(self, x): x.n, x.p = self.head.n, self.head; self.head.n.p = x; self.head.n = x
    def __getitem__(self, k): x = self.map[k]; self._cut(x); self._front(x); return x.v
    def __setitem__(self, k, v):
        if k in self.map: self._cut(self.map[k])
        elif len(self.map) >= self.cap: old = self.tail.p; self._cut(old); del self.map[old.k]
        x = self.map[k] = self.Node(); x.k, x.v = k, v; self._front(x)
    def __iter__(self):
        x = self.head.n
        while x is not self.tail: yield x.k; x = x.n
l = LRU(2); l["a"] = 1; l["b"] = 2; l["a"]; l["c"] = 3; print([*l], "b" in l.map)
class BST:
    def __init__(self): self.root = None
    def insert(self, *ks):
        for k in ks: self.root = self._ins(self.root, k)
        return self
    def _ins(self, n, k): return (k, None, None) if n is None else (n[0], self._ins(n[1], k), n[2]) if k < n[0] else (n[0], n[1], self._ins(n[2], k))
    def __iter__(self):
        def walk(n):
            if n: yield from walk(n[1]); yield n[0]; yield from walk(n[2])
        return walk(self.root)
    def depth(self): d = lambda n: 0 if n is None else 1 + max(d(n[1]), d(n[2])); return d(self.root)
print([*BST().insert(5, 2, 8, 1, 9, 3)], BST().insert(*range(6)).depth())
class Matrix:
    def __init__(self, rows): self.rows = [list(map(fractions.Fraction, r)) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(map(operator.mul, r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n): return functools.reduce(operator.matmul, [self] * n) if n < 5 else (h := self ** (n // 2)) @ h @ (self if n % 2 else Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))]))
    def det(self): return self.rows[0][0] if len(self.rows) == 1 else sum((-1) ** j * x * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j, x in enumerate(self.rows[0]))
    def inv(self):
        n, m = len(self.rows), [r + [fractions.Fraction(i == j) for j in range(len(self.rows))] for i, r in enumerate(copy.deepcopy(self.rows))]
        for i in range(n):
            p = next(k for k in range(i, n) if m[k][i]); m[i], m[p] = m[p], m[i]; m[i] = [x / m[i][i] for x in m[i]]
            for k in range(n):
                if k != i: m[k] = [a - m[k][i] * b for a, b in zip(m[k], m[i])]
        return Matrix([r[n:] for r in m])
    def __str__(self): w = max(len(str(x)) for r in self.rows for x in r); return "\n".join("[" + " ".join(f"{x!s:>{w}}" for x in r) + "]" for r in self.rows)
m = Matrix([[2, 1, 0], [1, "1/2", 3], [0, 4, 1]]); print(m @ m.inv(), m.inv(), m.det(), (Matrix([[1, 1], [1, 0]]) ** 90).rows[0][1], sep="\n")
print(sum(int(d) for d in str(2**1000)), math.comb(40, 20), sum(x for x in range(1000) if x % 3 == 0 or x % 5 == 0), math.isqrt(2 * 10**60), len(str(math.factorial(200))), pow(3, 10**9, 10**9 + 7), hex(0xFFFFFFFF ** 5 % 0x1FFFFFFFFFFFFFF), -7 // 2, -7 % 3, divmod(-(10**30), 7**20), (10**25).bit_length(), int("zz", 36), f"{10**22:,}", 0.1 + 0.2, 1e16 + 1, 5e-324 / 2, float("1e400"), round(2.675, 2), round(1234567, -3), 3.0.is_integer(), (0.1).as_integer_ratio(), float.hex(1 / 3), math.fsum([.1] * 10), math.gcd(2**70, 6**40), math.perm(10, 3), math.dist((0, 0), (3, 4)), sum([0.1] * 10), math.prod(range(1, 8)), math.nextafter(1, 2), math.ulp(1e10), math.remainder(7, 4), math.copysign(0, -1), math.trunc(-2.7), math.sumprod([1, 2], [3, 4]))
primes = lambda: (p for p in itertools.count(2) if all(p % q for q in range(2, math.isqrt(p) + 1)))
print(list(itertools.islice(primes(), 12)), list(itertools.takewhile(lambda p: p < 30, primes()))[-1], [*itertools.pairwise("abcd")], [*itertools.batched("abcdefg", 3)], [*itertools.combinations_with_replacement("ab", 2)], [*itertools.zip_longest("ab", "c", fillvalue="-")], [*itertools.compress("abcd", [1, 0, 1])], [*itertools.groupby("aabbc")][0][0], ["".join(g) for _, g in itertools.groupby("aabbcca")], [*itertools.accumulate([3, 1, 4], max, initial=2)], [*itertools.starmap(pow, [(2, 3), (3, 2)])], [*itertools.filterfalse(str.isdigit, "a1b2")], [*itertools.permutations([1, 2, 3], 2)][:3], [*itertools.product("ab", repeat=2)][-1], [*itertools.dropwhile(lambda x: x < 3, [1, 3, 2])], [*itertools.chain.from_iterable(["ab", "c"])], [*itertools.islice(itertools.cycle("xy"), 3)], [next(t) for t in itertools.tee("pq")], sep=" ")
def collatz(n):
    while n != 1: yield n; n = n // 2 if n % 2 == 0 else 3 * n + 1
print(max(range(1, 300), key=lambda n: sum(1 for _ in collatz(n))), [*collatz(6)], str(collatz(1))[:25])
print("\n".join(f"{n:>3} {'Fizz' * (n % 3 == 0) + 'Buzz' * (n % 5 == 0) or n!s:<9}|{n:08b}|{n:#x}" for n in range(13, 17)), *(lambda r: [r.choice("abc") for _ in range(5)])(random.Random(3)))
roman = lambda n: "".join(s * (n // v) for v, s, n in [(v, s, n % p) for (v, s), p in zip([(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")], [10**9, 1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4])])
print(roman(1994), roman(49), str.maketrans("abc", "xyz"), "".join(chr((ord(c) - 97 + 13) % 26 + 97) for c in "hello"), sorted("banana", key=Counter("banana").get), Counter("banana") - Counter("an"), Counter(a=1, b=-2) + Counter(), +Counter(a=-1), Counter("ab").total(), Counter("abca").most_common(), *map("{:>4}".format, [1, 22]))
scores = [33, 99, 77, 70, 89, 90, 100]; print(["FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in scores], bisect.insort(l2 := [1, 3, 5], 4), l2, bisect.bisect_left(["a", "ccc"], 2, key=len), heapq.nlargest(2, scores), heapq.nsmallest(2, scores, key=lambda s: -s), list(heapq.merge([1, 4], [2, 3])), heapq.heappushpop(h := [2, 5], 1), h)
big = defaultdict(lambda: defaultdict(int)); big["a"]["x"] += 1; print(big["a"], dict(big), OrderedDict(a=1, b=2).popitem(last=False), deque("abcdef", 3), collections.ChainMap({"a": 1}, {"a": 2, "b": 3})["b"])
def hanoi(n, a="A", b="B", c="C"): return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(hanoi(8), ack(2, 3)); print(ack(2, 9))
