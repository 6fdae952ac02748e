def t(d, n=20):
    out = []
    try:
        for k in d:
            out.append(k)
            if len(out) > n: break
            d.pop(k); d[k] = 1
    except RuntimeError as e: out.append(str(e))
    print(out, d)
t({1: 2})
d = {1: 2}; d.clear(); d[3] = 4; t(d)
d = {}; d[1] = 1; t(d)
t(dict([(1,2)]))
t(dict(a=1))
t(dict(a=1,b=2))
for n in range(1, 13):
    t({k: k for k in range(n)})
    t(dict.fromkeys(range(n)))
    t(dict(zip(range(n), range(n))))
    t({k: k for k in range(n)}.copy())
    t(dict({k: k for k in range(n)}))
    t({**{k: k for k in range(n)}})
    t(eval('{' + ','.join(f'{k}:{k}' for k in range(n)) + '}'))
    t(eval('{' + ','.join(f'"a{k}":{k}' for k in range(n)) + '}'))
    d = {}; d.update({k: k for k in range(n)}); t(d)
    d = {100: 1}; d.update({k: k for k in range(n)}); t(d)
    d = {k: k for k in range(n)}; d.clear();  d.update([(k, k) for k in range(n)]); t(d)
    d = {k: k for k in range(n)} | {k: k for k in range(n)}; t(d)
    d = {k: k for k in range(n)}; d |= {k: k for k in range(n, 2*n)}; t(d)
    d = {k: k for k in range(2 * n)}
    for k in range(n): d.pop(k)
    t(d)
    d = {k: k for k in range(2 * n)}
    for k in range(n): d.popitem()
    t(d)
print({1: 'a', 2: 'b'}.keys() & {True, 2.0, 3}, {True: 1}.keys() & {1, 2}, {1, 2} & {True: 1}.keys(), {1: 1, 2: 2}.keys() & {True: 0}.keys())
