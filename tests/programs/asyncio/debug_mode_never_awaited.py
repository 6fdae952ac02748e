"""debug=True: where a forgotten coroutine was made."""
import asyncio


async def job():
    pass


async def main():
    job()
    c = job()
    del c


asyncio.run(main(), debug=True)
