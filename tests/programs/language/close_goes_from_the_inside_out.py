# What a generator or coroutine awaits is closed first; GeneratorExit is then raised where it waits, however that ended.
import asyncio
import types


def inner(how):
    try:
        yield 1
    except GeneratorExit as e:
        print('  inner', type(e).__name__, e.args, e.__context__)
        if how == 'raise':
            raise
        if how == 'other':
            raise ValueError('inner')
        if how == 'stop':
            raise StopIteration(3)
        if how == 'yield':
            yield 2
            yield 3
    finally:
        print('  inner finally')
        if how == 'return':
            return 5


def outer(how, more='raise'):
    try:
        got = yield from inner(how)
        print('  went on with', got)
        yield 10
    except BaseException as e:
        print('  outer', repr(e), repr(e.__context__))
        if more == 'return':
            return 'outer value'
        if more == 'yield':
            yield 11
        if more == 'other':
            raise KeyError('outer')
        raise
    finally:
        print('  outer finally')
    return 6


def third(how, more):
    try:
        got = yield from outer(how, more)
        print('  third went on with', got)
        yield 20
    except BaseException as e:
        print('  third', repr(e), repr(e.__context__))
        raise


def attempt(label, call):
    try:
        print(label, repr(call()))
    except BaseException as e:
        print(label, 'raised', repr(e), 'from', repr(e.__cause__), 'in', repr(e.__context__))


for how in 'raise', 'return', 'other', 'stop', 'yield':
    g = outer(how)
    next(g)
    attempt(f'close {how}', g.close)
    attempt('  again', g.close)
    attempt('  next', lambda: next(g, 'end'))

for how in 'raise', 'return', 'other', 'yield':
    for more in 'raise', 'return', 'yield', 'other':
        g = third(how, more)
        next(g)
        attempt(f'three {how} {more}', g.close)
        attempt('  next', lambda: next(g, 'end'))

for how in 'raise', 'return', 'other', 'yield':
    g = outer(how)
    next(g)
    attempt(f'throw {how}', lambda: g.throw(GeneratorExit('mine')))
    attempt('  next', lambda: next(g, 'end'))


class Mine(GeneratorExit):
    pass


g = third('return', 'raise')
next(g)
attempt('subclass', lambda: g.throw(Mine('mine')))


@types.coroutine
def pause(what):
    got = yield what
    return got


async def deep(how):
    try:
        await pause('deep')
    finally:
        print('  deep finally')
        if how == 'return':
            return 'deep value'
        if how == 'await':
            await pause('deep again')


async def shallow(how):
    try:
        print('  shallow got', await deep(how))
        await pause('shallow')
    except BaseException as e:
        print('  shallow', repr(e), repr(e.__context__))
        raise


for how in 'raise', 'return', 'await':
    c = shallow(how)
    print(c.send(None))
    attempt(f'coroutine {how}', c.close)
    attempt('  send', lambda: c.send(None))


async def numbers(how):
    try:
        await pause('numbers')
        yield 1
    finally:
        print('  numbers finally')
        if how == 'return':
            return
        if how == 'yield':
            yield 2
        if how == 'await':
            await pause('numbers again')


async def user(how, kind):
    source = numbers(how)
    try:
        if kind == 'for':
            async for number in source:
                print('  number', number)
        else:
            print('  next', await anext(source))
        await pause('user')
    except BaseException as e:
        print('  user', repr(e), repr(e.__context__))
        raise


for kind in 'for', 'next':
    for how in 'raise', 'return', 'yield', 'await':
        c = user(how, kind)
        print(c.send(None))
        attempt(f'async generator {kind} {how}', c.close)
        del c


async def closing():
    async def source(how):
        try:
            yield 1
        except GeneratorExit as e:
            print('  source', repr(e))
            if how == 'yield':
                yield 2
            await asyncio.sleep(0)
            if how == 'return':
                return
            raise

    for how in 'raise', 'return', 'yield':
        s = source(how)
        await anext(s)
        try:
            print('aclose', how, await s.aclose())
        except BaseException as e:
            print('aclose', how, repr(e))
        s = source(how)
        await anext(s)
        try:
            print('athrow', how, await s.athrow(GeneratorExit('mine')))
        except BaseException as e:
            print('athrow', how, repr(e))

asyncio.run(closing())


async def abandoned():
    async def waits():
        try:
            await asyncio.Future()
        finally:
            print('waits finally')

    async def above():
        try:
            await waits()
            print('never')
        except GeneratorExit:
            print('above sees the exit')
            raise
    c = above()
    c.send(None)
    c.close()

asyncio.run(abandoned())
