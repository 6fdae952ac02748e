from __future__ import annotations
import typing
class C:
    a: list[int]
    b: 'quoted'
    c: dict[str,   int]
    d: lambda x, *y, z=1, **k: x+y
    e: {1:2, **q}
    f: (1,2)
    g: (1,)
    h: ()
    i: a if b else c
    j: not x and y or z
    k: -x ** -y
    l: (a+b)*c - d//e
    m: f'{x!r:>{w}} abc {{}} {y=}'
    n: x[1:2, ::3, ...]
    o: [i for i in range(10) if i if j]
    p: {k: v for k, v in z}
    q: (yield_ for yield_ in x)
    r: a.b.c(d, *e, f=1, **g)
    s: "it's"
    t: b"x" if 0 else 1e10
    u: 1_000 + 0xff + 1j + 1e400
    v: x < y <= z is not w not in u
    y: ~x @ y
    z: None | True | ...
    aa: a[b, c]
    ab: a[(b, c)]
    ac: a[*b]
    ad: {1, 2, *c}
    ae: [*a, b]
    af: (lambda: 1)()
    ag: (a, b)[0]
    ah: 1 .real
    ai: (1).real
    aj: 'a' 'b'
    ak: 'a\nb'
    al: f'{a}' 'x' "'"
    am: (await_ or x)
    an: x if (y if z else w) else v
    ao: (x, *y)
    ap: a if b else (c if d else e)
    aq: (a or b) and (c and d)
    ar: a - (b - c)
    at: (a ** b) ** c
    au: -(-x)
    av: not (not x)
    aw: 2 ** -1
    ax: (-2) ** 2
    ay: x[a:b]
    az: x[()]
    ba: x[a, ]
    bb: x[lambda: 1]
    bc: """tri
ple"""
    bd: r'\d'
    be: '\u1234 é'
    bf: u'x'
    bg: t'{x}'
    bh: f"{x:%Y-%m}"
    bi: f"{x + 1}"
    bj: f"{'a'}"
    bk: {}
    bl: []
    bm: x.y[z](w).v
    bn: 0.1 + 1e-7 + 1e16 + 123456789.0
    bo: Literal['a', "b", b'c']
    bp: Callable[..., int] | None
for k, v in C.__annotations__.items(): print(k, v)
def f(a: int   |   None = None, /, *args: tuple[int,  ...], b: 'x' = 1, **kw: x . y) -> list [ int ]: pass
print(f.__annotations__)
