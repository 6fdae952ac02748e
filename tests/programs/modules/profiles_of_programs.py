import cProfile, pstats, io
from pstats import SortKey
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def work():
    l = [fib(i) for i in range(5)]
    l.append(sum(l))
    l.sort()
    return sorted(l, key=key)
def key(x):
    return -x
def gen():
    for i in range(3):
        yield i
def usegen():
    return list(gen())
def clock():
    return 0
for command, order in ('work()', -1), ('work()', 'name'), ('x = 1', 'stdname'):
    pr = cProfile.Profile(clock)
    pr.run(command).print_stats(order)
pr = cProfile.Profile(clock)
pr.enable()
work()
usegen()
pr.disable()
pr.print_stats()
s = io.StringIO()
st = pstats.Stats(pr, stream=s)
st.strip_dirs().sort_stats(SortKey.STDNAME).print_stats(5)
st.sort_stats('name').print_stats('fib')
st.sort_stats('ncalls', 'name').print_stats(.5)
st.print_callers()
st.print_callees('work')
print(s.getvalue())
with cProfile.Profile(clock) as p:
    fib(3)
p.print_stats('nfl')
print(cProfile.Profile(clock).runcall(fib, 5))
p = cProfile.Profile(clock); print(p.runcall(fib, 4)); 
st = pstats.Stats(p).strip_dirs()
print(st.total_calls, st.prim_calls, sorted(st.stats))
st.sort_stats(SortKey.NAME, SortKey.FILENAME).reverse_order().print_stats()
st.sort_stats(2)
print(st.sort_type)
st.sort_stats('cumu', 'fi')
print(st.sort_type, SortKey('tottime'), [k.value for k in SortKey])
try: pstats.Stats(3)
except TypeError as e: print(e)
try: pstats.Stats(p).sort_stats('bogus')
except KeyError as e: print('KeyError', e)
p = cProfile.Profile(clock)
p.runctx('fib(2)', globals(), {})
p.create_stats()
print(sorted(k for k in p.stats))
for e in sorted(p.getstats(), key=str): print(e.code if isinstance(e.code, str) else e.code.co_name, e.callcount, e.reccallcount, e.calls and [(c.callcount, c.reccallcount) for c in e.calls])
def boom(): raise ValueError('x')
try: cProfile.Profile(clock).run('boom()')
except ValueError as e: print('raised', e)
cProfile.Profile(clock).runctx('f(3)', {'f': fib}, {}).print_stats()
p = cProfile.Profile(clock)
p.runcall(work)
d = pstats.Stats(p).get_stats_profile()
print(type(d).__name__, sorted(d.func_profiles)[:5])
a = pstats.Stats(p).strip_dirs()
p = cProfile.Profile(clock)
p.runcall(work)
a.add(p)
a.strip_dirs().sort_stats('nfl').print_stats()
p = cProfile.Profile()
p.enable()
try:
    cProfile.Profile().enable()
except ValueError as e:
    print(e)
p.disable()
p.clear()
print(p.getstats())
