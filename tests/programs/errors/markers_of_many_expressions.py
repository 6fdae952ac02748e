import traceback
import asyncio
import threading

class A:
    x = None
    def __getitem__(self, i): raise KeyError(i)
    def m(self, *a, **k): raise ValueError('m')
a = A()
d = {'k': {'z': None}}
def f(*x, **k): return x[0] if x else None
def boom(*a, **k): raise RuntimeError('boom')
n = None

cases = [lambda: (1 +
    2 + boom(3,
             4) * 5),
lambda: d['k']['z']['q'],
lambda: d['k']['missing'] + 1,
lambda: a.x.y.z,
lambda: f(1,
          f(2),
          boom(
              3)),
lambda: (f(1) + f(2) + f('a')),
lambda: [i / 0 for i in
         range(3)],
lambda: {k: v.foo for k, v in
         [(1, 2)]},
lambda: f(*[1, 2], **{'a': boom()}),
lambda: a.m(1)(2)(3),
lambda: a.m(
    1
).foo,
lambda: (a
         .x
         .foo()),
lambda: a[1:2][3],
lambda: a[f(1), f(2)],
lambda: n + 1 if f(1) else n - 1,
lambda: n[0] or n,
lambda: not n.foo,
lambda: -a,
lambda: ~(
    a),
lambda: a < 1,
lambda: 1 < f(2) < a,
lambda: 1 in n,
lambda: n is a.y,
lambda: f'{n.foo} and {boom()}',
lambda: f'''{
    n.foo}''',
lambda: 'abc' + 1 + 'd',
lambda: 'é' + 'ü' * n,
lambda: f('日本', 'é') + f(None) + n,
lambda: (lambda: boom())(),
lambda: (yield_ := boom()),
lambda: [*n],
lambda: {**n},
lambda: f(*n),
lambda: f(**n),
lambda: [x for x in n],
lambda: list(x.foo for x in [1]),
lambda: sorted([3, 'a', 1]),
lambda: max(
    (1, 'a'), key=lambda v: v.foo),
lambda: d.get('k').get('z').get('y'),
lambda: int('x') + int('y'),
lambda: 1 / 0 + 1,
lambda: (1 / 0) + 1,
lambda: ((((1 / 0)))),
lambda: 2 ** 'a' ** 3,
lambda: f(1).real.foo.bar,
lambda: a.m,
lambda: d['k'] ['z'] . foo,
lambda: f ( 1 ) [ 0 ],
lambda: (1, 2, 3)[5],
lambda: "%d" % 'a',
lambda: [1, 2, 3][
    10
],
lambda: boom() and 1,
lambda: f(a.x.y
          for _ in [1]) and next(f(a.x.y for _ in [1])),
lambda: f(k=1, j=boom(
    1, 2)),
lambda: d[
    'nope'][0],
]
def store1(): d['a']['b'] = 1
def store2(): a.x.y = 1
def store3(): n[0] += 1
def store4():
    x, y = 1, 2, 3
def store5():
    (x,
     y) = f(1)
def store6(): del d['nope'], d
def store7():
    for x in n: pass
def store8():
    with n as y: pass
def store9():
    with open(n), \
         boom(): pass
def s10(): import nothing.at.all
def s11(): n.real
def s12(): raise ValueError('x') from KeyError('y')
def s13():
    assert f(0) == 1, \
        'message'
def s14():
    assert n.foo
def s15():
    return (
        boom(1)
        if True else
        2)
def s16():
    x = [
        1,
        boom(),
        2]
def s17():
    match n.foo:
        case 1: pass
def s18():
    while n.foo: pass
def s19():
    @boom
    def g(): pass
def s20():
    @boom(1)
    class G: pass
def s21():
    class G(boom()): pass
def s22():
    def g(x=boom()): pass
def s23(): n.foo = boom.bar
def s24(): n.foo()
def s25(): boom(boom, f(1), *[2]).x
def s26():
    try: 1 / 0
    except n.foo: pass
def s27():
    try:
        1 / 0
    except ZeroDivisionError as e:
        e.add_note('a note\nof two lines')
        raise
def s28(): exec('x = (1 +\n  y)\nz', {})
def s29(): exec('x = (1 +\n  y')
def s30(): exec('def f():\nreturn 1')
def s31(): eval('1 + + ')
def s32(): compile('a b', 'file', 'exec')
def s33():
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError('two\nlines')])
    except* ValueError:
        boom()
def s34():
    es = []
    for g in (s1, s2, lambda: n.foo):
        try: g()
        except Exception as e: es.append(e)
    e = ExceptionGroup('many', es); e.add_note('noted'); raise e
def s1(): return n + \
    1
def s2():
    return f(
        1)(
        2)
def s35(): raise ExceptionGroup('deep', [ExceptionGroup('deeper', [ValueError(i) for i in range(3)]), KeyError('k')])
def rec(i): return rec(i - 1) if i else n.foo
def s36(): rec(6)
def s37(): a.m(x=1, *[boom])
def s38(): return not(n .  foo)
def s39(): x: n.foo = boom(); return x
def s40(): global gg; gg += 1
def s41():
    del undefined
def s42(): print(undefined_thing, file=boom)
def s43(): int("a" "b")
def s44(): (lambda x, /, *, y: 0)(1, z=2)
def s45(): f(boom(
))
for case in cases + [v for k, v in list(globals().items()) if k.startswith(('store', 's')) and k[-1].isdigit()]:
    try:
        case()
    except BaseException:
        print(traceback.format_exc())
    else:
        print('fine', case)
async def inner(x):
    await asyncio.sleep(0)
    return x.foo + \
        1
async def outer():
    try:
        await asyncio.gather(inner(1), inner(2))
    except AttributeError:
        print(traceback.format_exc())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(inner(3))
            tg.create_task(inner(n))
    except* AttributeError:
        print(traceback.format_exc())
    try:
        await asyncio.wait_for(inner(4), 1)
    except AttributeError as e:
        raise RuntimeError('outer') from e
try:
    asyncio.run(outer())
except RuntimeError:
    print(traceback.format_exc())
t = asyncio.new_event_loop()
t.call_exception_handler({'message': 'told', 'exception': ValueError('v')})
t.close()
