"""Generators and coroutines that wait for each other, too deep and nearly too deep."""
def g():
    yield from g()
try: next(g())
except RecursionError as e: print(e)
def g(n):
    if n: yield from g(n-1)
    else: yield 1
print(list(g(400)))
def g():
    for x in g(): yield x
try: list(g())
except RecursionError as e: print(e)
def inc(n):
    for x in inc(n+1): yield x
try: next(inc(0))
except RecursionError as e: print(e)
async def c(): await c()
try: c().send(None)
except RecursionError as e: print(e)
import asyncio
async def c(n): return await c(n+1)
try: asyncio.run(c(0))
except RecursionError as e: print(e)
async def d(n):
    if n == 0:
        await asyncio.sleep(0.01); return 0
    return 1 + await d(n-1)
print(asyncio.run(d(500)))
try: asyncio.run(d(5000))
except RecursionError as e: print(e)
async def ag():
    async for x in ag(): yield x
async def main():
    async for x in ag(): pass
try: asyncio.run(main())
except RecursionError as e: print(e)
async def t(n):
    await asyncio.create_task(t(n-1)) if n else None
asyncio.run(t(3000))
print("tasks")
# nested gather
async def gg(n):
    if n: await asyncio.gather(gg(n-1))
asyncio.run(gg(2000))
print("gathers")
