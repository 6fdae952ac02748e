"""debug=True: where a failed task was made."""
import asyncio


async def fails():
    raise ValueError("x")


async def main():
    asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
