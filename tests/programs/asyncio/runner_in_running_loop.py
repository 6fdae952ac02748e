"""A Runner cannot run inside a running loop."""
import asyncio


async def job(n):
    return n


async def nested():
    with asyncio.Runner() as inner:
        c = job(1)
        try:
            inner.run(c)
        finally:
            c.close()


try:
    asyncio.run(nested())
except RuntimeError as e:
    print(e)
