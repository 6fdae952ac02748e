import inspect, types, asyncio, sys
def drive(coro):
    try:
        while True: coro.send(None)
    except StopIteration as e: return e.value
    except BaseException as e: return f'{type(e).__name__}: {e} | {e.__cause__!r} | {e.__context__!r}'
# __await__ that gives what is no iterator
class A:
    def __init__(self, give): self.give = give
    def __await__(self): return self.give() if callable(self.give) else self.give
class Selfish:
    def __await__(self): return self
async def wait(x): return await x
async def nothing(): pass
c = nothing()
for thing in (A(42), Selfish(), A(None), A([]), A(c), 42, [], None, A(iter('ab')), (i for i in ()), iter('ab')):
    print(drive(wait(thing)))
c.close()
# anext()
class It:
    def __init__(self, give): self.give = give
    def __aiter__(self): return self
    def __anext__(self): return self.give() if callable(self.give) else self.give
async def default(it): return await anext(it, 'default')
async def plain(it): return await anext(it)
async def loop(it):
    async for x in it: return x
def gen(): yield
class Raises:
    def __await__(self): 1 / 0
class Stops:
    def __await__(self):
        raise StopAsyncIteration
        yield
class Ends:
    def __await__(self):
        return 5
        yield
for make in (lambda: A(42), lambda: iter('abc'), gen, lambda: 3, lambda: None, Raises, Stops, Ends, Selfish):
    print([drive(f(It(make))) for f in (default, plain, loop)])
for bad in (3, [], object):
    for args in ((bad,), (bad, 1)):
        try: anext(*args)
        except TypeError as e: print(e)
        try: aiter(bad)
        except TypeError as e: print(e)
class F:
    def __aiter__(self): return self
    def __anext__(self): return self
    def __await__(self): 1 / 0
print(drive(loop(F())))
class G:
    def __aiter__(self): return 5
print(drive(loop(G())))
print(drive(loop(5)))
async def w(x):
    async with x: pass
class E1:
    def __aenter__(self): return 4
    def __aexit__(self, *a): return 5
class E2:
    async def __aenter__(self): return 4
    def __aexit__(self, *a): return 5
class E3:
    async def __aenter__(self): return 4
    async def __aexit__(self, *a): return True
class E4:
    async def __aenter__(self): return 4
class E5:
    async def __aexit__(self): return 4
async def w2(x):
    async with x: 1 / 0
for x in (E1(), E2(), E3(), E4(), E5(), 4): print(drive(w(x))); print(drive(w2(x)))
