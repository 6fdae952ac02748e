def gen():
    yield 1


async def coro():
    pass


async def agen():
    yield 1


g = gen()
print(list(g), g.gi_code is gen.__code__, g.gi_frame)
g = gen()
g.close()
print(g.gi_code.co_name)
c = coro()
c.close()
print(c.cr_code is coro.__code__, c.cr_frame)
c = coro()
try:
    c.send(None)
except StopIteration:
    print(c.cr_code.co_name)


async def main():
    a = agen()
    async for x in a:
        print(a.ag_code.co_name)
    print(a.ag_code is agen.__code__, a.ag_frame)

m = main()
try:
    m.send(None)
except StopIteration:
    del gen, agen, coro
    print(g.gi_code, m.cr_code) if False else print(g.gi_code.co_name, m.cr_code.co_name)
