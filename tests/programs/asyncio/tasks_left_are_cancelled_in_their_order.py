"""What is left when run() ends is cancelled in the order of creation, shielded tasks too; debug mode tells of a step that took long."""
import asyncio
import logging
import time

logging.basicConfig(format='%(name)s %(levelname)s %(message)s')


async def waits(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('inner', n)
        raise


async def shields(n):
    try:
        await asyncio.shield(waits(n))
    except asyncio.CancelledError:
        print('outer', n)
        raise


async def main(kind, count):
    global tasks
    tasks = [asyncio.create_task(kind(n)) for n in range(count)]
    await asyncio.sleep(0.1)


def naps():
    time.sleep(0.25)


async def blocks():
    time.sleep(0.5)
    asyncio.get_running_loop().call_soon(naps)
    await asyncio.sleep(0)


asyncio.run(main(waits, 12))
asyncio.run(main(shields, 5))
asyncio.run(blocks(), debug=True)
