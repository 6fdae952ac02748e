"""Matrices, text in columns, life, queens, shortest paths."""
class Matrix:
    def __init__(self, rows):
        rows = [list(r) for r in rows]
        if len({len(r) for r in rows}) > 1: raise ValueError("ragged rows")
        self.rows = rows
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0]) if self.rows else 0
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __getitem__(self, k):
        if isinstance(k, tuple):
            i, j = k
            if isinstance(i, slice) or isinstance(j, slice):
                return Matrix([r[j] if isinstance(j, slice) else [r[j]] for r in (self.rows[i] if isinstance(i, slice) else [self.rows[i]])])
            return self.rows[i][j]
        return self.rows[k]
    def __setitem__(self, k, v): self.rows[k[0]][k[1]] = v
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"shapes {self.shape} and {o.shape} not aligned")
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __imatmul__(self, o): self.rows = (self @ o).rows; return self
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s, strict=True)] for r, s in zip(self.rows, o.rows, strict=True)])
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__
    def __pow__(self, n):
        r, b = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1: r = r @ b
            b, n = b @ b, n >> 1
        return r
    def det(self):
        m = [r[:] for r in self.rows]; n = len(m); sign = 1; prev = 1
        for k in range(n - 1):
            if m[k][k] == 0:
                for i in range(k + 1, n):
                    if m[i][k]: m[k], m[i] = m[i], m[k]; sign = -sign; break
                else: return 0
            for i in range(k + 1, n):
                for j in range(k + 1, n): m[i][j] = (m[i][j] * m[k][k] - m[i][k] * m[k][j]) // prev
            prev = m[k][k]
        return sign * m[-1][-1]
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __repr__(self): return f"Matrix({self.rows})"
    def __str__(self):
        w = [max(len(str(x)) for x in c) for c in zip(*self.rows)]
        return "\n".join("[" + "  ".join(f"{x!s:>{n}}" for x, n in zip(r, w)) + "]" for r in self.rows)
    def __iter__(self): return (x for r in self.rows for x in r)
m = Matrix([[1, 2, 3], [0, 1, 4], [5, 6, 0]])
print(m, m.T, m.shape, m.det(), m @ m.T, 2 * m, m ** 5, sep="\n")
print(m[1, 2], m[0], m[:, 1], m[0:2, 0:2], list(m), m == m.T.T, m != 3)
m[0, 0] = 10; m @= Matrix.identity(3); print(repr(m))
fib = Matrix([[1, 1], [1, 0]]) ** 100; print(fib[0, 1])
def spiral(m):
    rows = [list(r) for r in m.rows]
    while rows:
        yield from rows.pop(0)
        rows = [list(r) for r in zip(*rows)][::-1]
print(list(spiral(Matrix([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))))
import textwrap
para = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore-intensive et dolore magna aliqua." 
print(textwrap.fill(para, 30), textwrap.shorten(para, 40, placeholder="..."), textwrap.indent(textwrap.fill(para, 25, initial_indent="* ", subsequent_indent="  "), "> "), textwrap.dedent("    a\n      b\n    c"), sep="\n")
def justify(text, width):
    words, line, out = text.split(), [], []
    for w in words:
        if sum(map(len, line)) + len(line) + len(w) > width:
            for i in range(width - sum(map(len, line))): line[i % (len(line) - 1 or 1)] += " "
            out.append("".join(line)); line = []
        line.append(w)
    return "\n".join(out + [" ".join(line)])
print(justify(para, 28))
def life(cells, w, h):
    from collections import Counter
    n = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {c for c, k in n.items() if k == 3 or k == 2 and c in cells}
g = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(3): print("\n".join("".join(".#"[(x, y) in g] for x in range(5)) for y in range(4)), end="\n\n"); g = life(g, 5, 4)
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: yield cols
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2: yield from queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))
print(sum(1 for _ in queens(6)), next(queens(8)))
import heapq
def dijkstra(g, s):
    dist, pq, prev = {s: 0}, [(0, s)], {}
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if (nd := d + w) < dist.get(v, float("inf")): dist[v] = nd; prev[v] = u; heapq.heappush(pq, (nd, v))
    return dist, prev
print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}, "a"))
Matrix([[1, 2]]) @ Matrix([[1, 2]])
