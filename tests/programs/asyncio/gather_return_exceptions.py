"""return_exceptions puts errors, cancellation included, among the results."""
import asyncio


async def ok(x):
    await asyncio.sleep(0)
    return x


async def bad(x):
    raise KeyError(x)


async def never():
    await asyncio.sleep(1000)


async def main():
    t = asyncio.create_task(never())
    asyncio.get_running_loop().call_later(0.5, t.cancel, "enough")
    results = await asyncio.gather(ok(1), bad("k"), t, ok(2), return_exceptions=True)
    for r in results:
        print(type(r).__name__, repr(r))
    print(await asyncio.gather())
    print(await asyncio.gather(*[], return_exceptions=True))


asyncio.run(main())
