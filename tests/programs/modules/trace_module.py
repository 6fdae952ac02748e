import trace, sys
def f(x):
    y = x + 1
    if y > 3:
        y = 0
    else:
        y -= 1
    return y
def main():
    for i in range(3):
        f(i)
    g()
def g(): pass
t = trace.Trace(count=1, trace=1)
t.runfunc(main)
r = t.results()
print(sorted((k[1], v) for k, v in r.counts.items()))
t = trace.Trace(count=0, trace=0, countfuncs=1)
t.runfunc(main)
t.results().write_results()
t = trace.Trace(trace=0)
print(t.run('main()'))
print(sorted((line, n) for (name, line), n in t.results().counts.items()))
t = trace.Trace(timing=1, count=0)
print(t.runfunc(f, 3))
t = trace.Trace(count=1, trace=0)
t.runctx('f(1)', globals(), {})
with open('tool.py', 'w') as file: file.write('''def twice(x):
    """Doubles."""
    if x is None:
        return None
    return x + x


class Empty:
    pass
''')
import tool
t = trace.Trace(count=1, trace=0)
t.runfunc(tool.twice, 4)
r = t.results()
r.write_results(show_missing=True, summary=False, coverdir='.')
print(open('tool.cover').read())
t = trace.Trace(count=0, trace=0, countfuncs=1, ignoremods=['tool'])
t.runfunc(tool.twice, 4)
t = trace.Trace(count=0, ignoremods=['tool'])
t.runfunc(tool.twice, 4)
