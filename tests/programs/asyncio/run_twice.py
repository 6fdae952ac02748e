"""asyncio.run may be called again; each call has a loop of its own."""
import asyncio


async def main(n):
    await asyncio.sleep(1)
    return n, asyncio.get_running_loop()


a, first = asyncio.run(main(1))
b, second = asyncio.run(main(2))
print(a, b, first is second, first.is_closed(), second.is_closed())
