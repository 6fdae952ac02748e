"""All operator methods of a class: arithmetic, reflected, in-place, comparison, container, call, bool, format."""


class V:
    def __init__(self, *v): self.v = list(v)
    def __repr__(self): return f"V{tuple(self.v)}"
    def __add__(self, o): return V(*(a + b for a, b in zip(self.v, o.v))) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return V(*(o + a for a in self.v))
    def __iadd__(self, o): self.v.append(o); return self
    def __mul__(self, k): return V(*(a * k for a in self.v))
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.v, o.v))
    def __neg__(self): return V(*(-a for a in self.v))
    def __abs__(self): return sum(a * a for a in self.v) ** 0.5
    def __invert__(self): return "inverted"
    def __eq__(self, o): return isinstance(o, V) and self.v == o.v
    def __lt__(self, o): return abs(self) < abs(o)
    def __hash__(self): return hash(tuple(self.v))
    def __len__(self): return len(self.v)
    def __getitem__(self, i): return V(*self.v[i]) if isinstance(i, slice) else self.v[i]
    def __setitem__(self, i, x): self.v[i] = x
    def __delitem__(self, i): del self.v[i]
    def __contains__(self, x): return x in self.v
    def __iter__(self): return iter(self.v)
    def __reversed__(self): return iter(self.v[::-1])
    def __call__(self, *a, **k): return ("called", a, k)
    def __bool__(self): return any(self.v)
    def __format__(self, spec): return "|".join(format(x, spec) for x in self.v)
    def __int__(self): return int(abs(self))
    def __float__(self): return float(abs(self))
    def __index__(self): return 3
    def __round__(self, n=None): return ("rounded", n)
    def __divmod__(self, o): return ("divmod", o)
    def __rpow__(self, o): return ("rpow", o)
    def __floordiv__(self, o): return ("floordiv", o)
    def __mod__(self, o): return ("mod", o)
    def __lshift__(self, o): return ("lshift", o)
    def __and__(self, o): return ("and", o)
    def __ror__(self, o): return ("ror", o)
    def __getattr__(self, name):
        if name.startswith("dyn_"): return name[4:]
        raise AttributeError(f"no {name} here")


a, b = V(3, 4), V(1, 2)
print(a + b, 10 + a, a * 2, 2 * a, a @ b, -a, abs(a), ~a, a == V(3, 4), a != b, b < a, b > a, sorted([a, b]))
a += 5
print(a, len(a), a[0], a[-1], a[0:2], 4 in a, 9 in a, list(a), list(reversed(a)), a(1, k=2), bool(V(0)), bool(V()))
a[0] = 7
del a[1]
print(a, f"{a:>4}|{a:.1f}", int(a), float(V(3, 4)), [10, 11, 12, 13][a], round(a), round(a, 2), divmod(a, 2), 2 ** a, a // 1, a % 2)
print(a << 1, a & 2, 3 | a, a.dyn_test, {V(1): "x"}[V(1)], hex(a), "abcd"[a])
x, *rest = a
print(x, rest, max(a), sum(a), sum([a, b], start=V(0, 0)) if False else "-")
for bad in ("a + 'x'", "a - b", "a <= b", "a.other", "a / 2", "a >> 1", "'x' + b", "b ** 2"):
    try:
        print(eval(bad))
    except (TypeError, AttributeError) as e:
        print(bad, "->", e)
