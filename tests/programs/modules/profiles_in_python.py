import profile, pstats
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def work():
    l = [fib(i) for i in range(5)]
    l.append(sum(l))
    return l
p = profile.Profile()
p.run('work()')
p.create_stats()
for k in sorted(p.stats): print(k, p.stats[k][:2], sorted(p.stats[k][4].items()))
p = profile.Profile()
print(p.runcall(fib, 4))
p = profile.Profile()
p.runctx('fib(3)', globals(), {})
p.create_stats()
print(sorted(p.stats))
for k in sorted(p.stats): print(k, p.stats[k][:2], sorted(p.stats[k][4].items()))
def boom(): raise ValueError('x')
try: profile.Profile().run('boom()')
except ValueError as e: print('raised', e)
print(profile.Profile.bias)
print(p.calibrate(1) >= 0 or 1)
