import asyncio, contextlib, functools, itertools, operator, collections, dataclasses, typing, json, re, datetime, math, random, string, textwrap, statistics, heapq, bisect, copy, types
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
@dataclasses.dataclass(order=True)
class P:
    x: int
    y: float = 1.5
    tags: list = dataclasses.field(default_factory=list, compare=False, repr=False)
    k: dataclasses.InitVar[int] = 3
    c: typing.ClassVar[int] = 9
    def __post_init__(self, k): self.z = self.x * k
print(P(1), P(1) < P(2), P(1).z, dataclasses.asdict(P(1)), dataclasses.replace(P(1), x=5, k=1), [f.name for f in dataclasses.fields(P)], P.__match_args__)
@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class F: a: int; b: str = 'q'
t(lambda: F(a=1)); t(lambda: F(1)); t(lambda: setattr(F(a=1), 'a', 2)); t(lambda: hash(F(a=1)) == hash(F(a=1))); t(lambda: F(a=1).__dict__)
Pt = collections.namedtuple('Pt', 'x y', defaults=[0]); print(Pt(1), Pt(1)._replace(y=5), Pt._fields, Pt(1)._asdict(), Pt._make([1, 2])); t(lambda: Pt()); t(lambda: Pt(1, 2, 3)); t(lambda: Pt(1).z)
class NT(typing.NamedTuple): a: int; b: str = 'x'
print(NT(1), NT._field_defaults, NT.__annotations__)
class TD(typing.TypedDict, total=False): a: int; b: typing.Required[str]
print(TD(a=1, b='x'), TD.__required_keys__, TD.__optional_keys__, TD.__total__)
cnt = collections.Counter('abracadabra'); print(cnt.most_common(2), cnt - collections.Counter('aaa'), cnt & collections.Counter('ab'), cnt.total(), +cnt == cnt, cnt['zz'])
dd = collections.defaultdict(list); dd['a'].append(1); print(dd, dd.get('q'), 'q' in dd)
cm = collections.ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(cm, cm['b'], dict(cm), cm.new_child({'c': 1}), cm.parents)
dq = collections.deque([1, 2, 3], maxlen=3); dq.append(4); dq.rotate(1); print(dq, dq.index(4), dq.maxlen); dq.extendleft([9, 8]); print(dq)
@functools.lru_cache(maxsize=2)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(10), fib.cache_info(), fib.cache_parameters())
@functools.singledispatch
def sd(x): return 'obj'
@sd.register
def _(x: int | str): return 'int|str'
@sd.register(list)
def _(x): return 'list'
print(sd(1), sd('a'), sd([]), sd(1.5), sd.registry.keys())
print(functools.reduce(operator.add, [1, 2, 3]), functools.partial(int, base=2)('101'), repr(functools.partial(print, 1, sep='')).replace('<built-in function print>', 'P'))
class CP:
    @functools.cached_property
    def v(self): print('computed'); return 42
c = CP(); print(c.v, c.v)
print(list(itertools.batched('abcdefg', 3)), list(itertools.pairwise([1, 2, 3])), list(itertools.accumulate([1, 2, 3], operator.mul)), list(itertools.groupby('aabbc'))[0][0], [list(g) for k, g in itertools.groupby('aabbc')], list(itertools.zip_longest('ab', 'c', fillvalue='-')), list(itertools.product('ab', repeat=2))[:2], list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.chain.from_iterable(['ab', 'c'])), list(itertools.starmap(pow, [(2, 3)])), list(itertools.compress('abc', [1, 0, 1])), list(itertools.dropwhile(lambda x: x < 2, [1, 2, 1])))
print(json.dumps({'a': [1, 2.5, None, True, 'é', float('inf')], 'b': {'c': ()}}, indent=2, sort_keys=True)); t(lambda: json.loads('{"a": 1,}')); t(lambda: json.loads('')); t(lambda: json.dumps({1: 2, None: 3, (1,): 4})); t(lambda: json.dumps(object())); t(lambda: json.loads('[1, 2.0, "x\\u00e9", null]'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.findall(r'(?P<a>\d+)-(\d+)', '1-2 3-4'), re.split(r'[,;]\s*', 'a, b;c'), re.match(r'(?i)ABC', 'abcd'), re.fullmatch('a+', 'aaa').span(), re.compile('x', re.I | re.M)); t(lambda: re.compile('(')); t(lambda: re.compile('[a')); t(lambda: re.compile('*a'))
d = datetime.datetime(2024, 2, 29, 12, 30, 45, 123456); print(d, repr(d), d.isoformat(' ', 'minutes'), d + datetime.timedelta(days=366), d.strftime('%a %d %b %Y %H:%M:%S.%f %j %U %p'), datetime.datetime.strptime('2024-01-02', '%Y-%m-%d'), (datetime.date(2024, 3, 1) - datetime.date(2024, 2, 1)).days, datetime.timedelta(seconds=90061), repr(datetime.timedelta(days=-1, seconds=5)), d.replace(tzinfo=datetime.timezone.utc).isoformat(), d.weekday(), d.isocalendar()); t(lambda: datetime.date(2023, 2, 29)); t(lambda: d < d.date())
random.seed(42); print(random.random(), random.randint(1, 100), random.choice('abc'), random.sample(range(100), 3), random.gauss(0, 1), random.choices('ab', [1, 9], k=5), random.uniform(1, 2)); l = list(range(10)); random.shuffle(l); print(l)
print(statistics.mean([1, 2, 3, 4]), statistics.stdev([1, 2, 3]), statistics.median([3, 1, 2]), statistics.mode('aab'), statistics.quantiles(range(10)), math.isclose(.1 + .2, .3), math.comb(5, 2), math.gcd(12, 18), math.prod([1, 2, 3]), math.dist((0, 0), (3, 4)), math.fsum([.1] * 10), math.nextafter(1, 2), math.ulp(1.0))
print(textwrap.fill('the quick brown fox jumps', 10), textwrap.dedent('  a\n   b'), textwrap.shorten('hello world foo', 11), string.Template('$a ${b} $$').substitute(a=1, b=2), string.capwords('a b'))
h = [5, 1, 4]; heapq.heapify(h); print(heapq.heappop(h), heapq.nlargest(2, [1, 5, 3]), list(heapq.merge([1, 4], [2, 3])), bisect.bisect([1, 3, 5], 3), bisect.insort(h, 2), h)
@contextlib.contextmanager
def cmgr(x):
    print('in', x)
    try: yield x
    except ValueError as e: print('caught', e)
    finally: print('out', x)
with cmgr(1) as v, contextlib.suppress(KeyError), contextlib.ExitStack() as st:
    st.callback(print, 'cb'); st.enter_context(cmgr(2)); raise ValueError('inside')
ns = types.SimpleNamespace(a=1, b=[2]); print(ns, ns == types.SimpleNamespace(a=1, b=[2]), vars(ns)); print(copy.deepcopy(ns).b is ns.b)
async def main():
    async def w(n, d):
        await asyncio.sleep(d)
        if n == 2: raise ValueError(n)
        return n
    print(await asyncio.gather(w(1, .2), w(2, .1), return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as tg: a = tg.create_task(w(1, .1)); tg.create_task(w(2, .05))
    except* ValueError as eg: print(eg.exceptions, a.cancelled())
    try:
        async with asyncio.timeout(.01): await asyncio.sleep(1)
    except TimeoutError as e: print('timeout', repr(e))
    q = asyncio.Queue()
    async def prod():
        for i in range(3): await q.put(i)
        q.shutdown()
    async def cons():
        out = []
        try:
            while True: out.append(await q.get())
        except asyncio.QueueShutDown: return out
    print((await asyncio.gather(prod(), cons()))[1])
    async def agen():
        for i in range(3): yield i; await asyncio.sleep(0)
    print([i async for i in agen() if i], {i: i async for i in agen()}, await anext(agen()))
    async for r in asyncio.as_completed([w(1, .2), w(3, .1)]): print(await r)
asyncio.run(main())
