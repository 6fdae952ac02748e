import asyncio
import sys


def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__:
        return None
    if event == 'exception':
        arg = (arg[0].__name__, str(arg[1]), arg[2] is not None)
    print(frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, repr(arg))
    return tracer


def run(f, *args):
    print('---', f.__name__, *args)
    sys.settrace(tracer)
    try:
        try:
            f(*args)
        finally:
            sys.settrace(None)
    except Exception as e:
        print('got', repr(e))


__file__ = run.__code__.co_filename


def gen():
    x = yield 1
    try:
        yield 2
    finally:
        x = 5
    return 7


def usegen():
    for v in gen():
        pass
    g = gen()
    next(g)
    g.send(5)
    try:
        next(g)
    except StopIteration as e:
        print(e.value)
    g = gen()
    next(g); next(g)
    try:
        g.throw(KeyError('k'))
    except KeyError:
        pass
    g = gen()
    next(g); next(g)
    g.close()


def deleg():
    r = yield from gen()
    yield r


def usedeleg():
    print(list(deleg()))


class CM:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        return True

    def __repr__(self):
        return 'CM()'


def withs():
    with CM() as c:
        x = 1
    with CM(), \
         CM() as d:
        raise ValueError
    with CM():
        return 5


async def inner():
    await asyncio.sleep(0)
    return 4


async def outer():
    x = await inner()
    async with asyncio.Lock() as l:
        pass
    async for i in agen():
        print(i)
    return x


async def agen():
    await asyncio.sleep(0)
    if False:
        yield 1


def useasync():
    asyncio.run(outer())


run(usegen)
run(usedeleg)
run(withs)
run(useasync)
