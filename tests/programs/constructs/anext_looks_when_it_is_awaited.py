import asyncio
class It:
    def __init__(self, given): self.given = given
    def __aiter__(self): return self
    def __anext__(self): return self.given
class Bad:
    def __await__(self): return 42
def gen(): yield
async def main():
    for given in Bad(), iter('abc'), gen(), 5, None:
        for args in ((), ('default',)):
            awaitable = anext(It(given), *args)
            try: print(await awaitable)
            except TypeError as error: print(error)
    async def numbers():
        yield 1
    n = numbers()
    print(await anext(n, 'default'), await anext(n, 'default'), await anext(n, 'default'))
    f = asyncio.get_running_loop().create_future()
    f.set_result(8)
    print(await anext(It(f), 0))
    f = asyncio.get_running_loop().create_future()
    f.set_exception(StopAsyncIteration())
    print(await anext(It(f), 0))
asyncio.run(main())
