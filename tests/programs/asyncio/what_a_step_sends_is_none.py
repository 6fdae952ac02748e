"""What a task sends into what it steps, when what it waited for is done: None, whatever the result."""
import asyncio, types
def later(v):
    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, f.set_result, v)
    return f
class OnlyNext:
    def __init__(self): self.n = 0
    def __await__(self): return self
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n == 1:
            self.f = later(7); self.f._asyncio_future_blocking = True
            return self.f
        raise StopIteration('got %r' % self.f.result())
class WithSend(OnlyNext):
    def send(self, v):
        print('send', v); return self.__next__()
class Coro:
    def __init__(self, c): self.c = c
    def send(self, v):
        print('Coro.send', v); return self.c.send(v)
    def throw(self, *a): return self.c.throw(*a)
    def close(self): self.c.close()
    def __await__(self):
        return self
    def __iter__(self): return self
    def __next__(self):
        print('Coro.next'); return self.c.send(None)
import collections.abc
collections.abc.Coroutine.register(Coro)
@types.coroutine
def yields():
    f = later(8); f._asyncio_future_blocking = True
    got = yield f
    print('yield gives', got, f.result())
    got = yield
    print('bare yield gives', got)
    got = yield from later(9)
    print('yield from gives', got)
    return got
async def inner(): return await later(5)
async def main():
    print(await OnlyNext())
    print(await WithSend())
    print(await yields())
    print(await asyncio.create_task(Coro(inner())))
    print(await Coro(inner()))
    class Aw:
        def __await__(self):
            f = later(6); f._asyncio_future_blocking = True
            got = yield f
            print('gen __await__ gives', got)
            got = yield from later(4).__await__()
            print(got)
            it = iter(later(3))
            got = yield next(it)
            print('by hand', got)
            try: next(it)
            except StopIteration as e: print('stop', e.value)
            return 'end'
    print(await Aw())
    async def agen():
        yield await yields()
    async for x in agen(): print(x)
asyncio.run(main())
