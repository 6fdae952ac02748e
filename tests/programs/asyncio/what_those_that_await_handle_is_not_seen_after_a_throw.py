"""Code that goes on because something is thrown into it does not see what those that await it handle: contexts, sys.exception(), tracebacks."""
import asyncio, sys, traceback, contextlib

def chain(e):
    out = []
    while e is not None:
        out.append(repr(e) + (' from ' + repr(e.__cause__) if e.__cause__ else ''))
        e = e.__context__
    return ' <- '.join(out)

async def sees(tag):
    print(tag, repr(sys.exception()))

async def inner(delay=0.1):
    await sees('before')
    try:
        await asyncio.sleep(delay)
    except BaseException as e:
        print('inner', chain(e), repr(sys.exception()))
        await sees('nested in except')
        raise ValueError('of inner')
    finally:
        print('finally', repr(sys.exception()))
        await sees('nested in finally')
        await asyncio.sleep(0)
        print('finally, resumed', repr(sys.exception()))
    await sees('after')

async def middle(swallow):
    try:
        try:
            raise KeyError('of middle')
        except KeyError:
            await inner()
    except ValueError as e:
        print('middle', chain(e), repr(sys.exception()))
        if not swallow:
            raise
    await sees('end of middle')
    await asyncio.sleep(0)
    await sees('resumed end of middle')

async def outer(swallow):
    try:
        1 / 0
    except ZeroDivisionError:
        await sees('outer')
        await middle(swallow)
        await sees('outer later')

async def timed():
    async with asyncio.timeout(0.1):
        await asyncio.sleep(1)

async def failing():
    await asyncio.sleep(0.1)
    raise OSError('of task')

async def agen():
    try:
        for i in range(3):
            await sees('agen')
            try:
                await asyncio.sleep(0.1)
            except asyncio.CancelledError as e:
                print('agen', chain(e))
                await sees('agen handles')
            print('agen then', repr(sys.exception()))
            yield i
            print('agen resumed', repr(sys.exception()))
    finally:
        print('agen ends', repr(sys.exception()))

async def walks():
    try:
        raise IndexError('walks')
    except IndexError:
        async for i in agen():
            await sees('got %d' % i)

def g1():
    try:
        yield 1
    except ValueError as e:
        print('g1', chain(e), repr(sys.exception()))
        yield repr(sys.exception())
    print('g1 after', repr(sys.exception()))
    yield 2
    raise LookupError('g1')

def g2():
    try:
        raise KeyError('g2')
    except KeyError:
        yield from g1()

async def main():
    for swallow in True, False:
        for how in 'cancel', 'run':
            print('--', swallow, how)
            t = asyncio.create_task(outer(swallow))
            await asyncio.sleep(0.05)
            if how == 'cancel':
                t.cancel()
            try:
                await t
            except BaseException as e:
                print('main', chain(e))
    print('-- timed')
    try:
        try:
            raise KeyError('first')
        except KeyError:
            await timed()
    except TimeoutError as e:
        print(chain(e), chain(e.__cause__))
        traceback.print_exc(file=sys.stdout)
    print('-- failing')
    t = asyncio.create_task(failing())
    async def waits():
        try:
            await t
        except OSError as e:
            print('waits', chain(e), repr(sys.exception()))
            raise RuntimeError('waits')
    try:
        try:
            raise KeyError('second')
        except KeyError:
            await waits()
    except RuntimeError as e:
        print(chain(e))
    print('-- agen')
    t = asyncio.create_task(walks())
    await asyncio.sleep(0.15)
    t.cancel()
    await t
    print('-- wait_for')
    try:
        try:
            raise KeyError('third')
        except KeyError:
            await asyncio.wait_for(asyncio.sleep(1), 0.1)
    except TimeoutError as e:
        print(chain(e), chain(e.__cause__))
    print('-- stack')
    try:
        async with contextlib.AsyncExitStack() as stack:
            await stack.enter_async_context(asyncio.timeout(0.1))
            stack.push_async_callback(asyncio.sleep, 1)
            raise KeyError('body')
    except BaseException as e:
        print(chain(e), chain(e.__cause__))
    print('-- group')
    try:
        try:
            raise KeyError('fourth')
        except KeyError:
            async with asyncio.TaskGroup() as group:
                group.create_task(failing())
                await timed()
    except* TimeoutError as e:
        print(chain(e), e.exceptions, chain(e.exceptions[0]))
    except* OSError as e:
        print(chain(e), e.exceptions, chain(e.exceptions[0]))
    print('-- generators')
    for caller in False, True:
        g = g2()
        print(next(g))
        if caller:
            try:
                raise TypeError('caller')
            except TypeError:
                print(g.throw(ValueError('thrown')))
        else:
            print(g.throw(ValueError('thrown')))
        print(next(g))
        try:
            next(g)
        except LookupError as e:
            print(chain(e))
        g = g2()
        next(g)
        try:
            raise TypeError('caller')
        except TypeError:
            try:
                g.throw(OSError('passes'))
            except OSError as e:
                print(chain(e))
            g = g2()
            next(g)
            g.close()
        try:
            c = inner()
            c.close()
            c = inner(0)
            c.send(None)
            c.close()
        except BaseException as e:
            print('closed', chain(e))
        c = outer(True)
        c.send(None)
        try:
            c.close()
        except BaseException as e:
            print('closed', chain(e))

asyncio.run(main())

def g1():
    try:
        yield 1
    except ValueError: pass
    except OSError as e:
        print('g1', repr(e.__context__))
        raise
def g2():
    try:
        raise KeyError('g2')
    except KeyError:
        try:
            yield from g1()
        except OSError as e:
            print('g2', repr(e.__context__)); raise
try: raise TypeError
except TypeError:
    g = g2(); next(g)
    try: g.throw(OSError('handling'))
    except OSError as e: print(repr(e.__context__))
    g = g2(); next(g)
    e=OSError('handling')
    try: g.throw(e)
    except OSError as e: print(repr(e.__context__))
