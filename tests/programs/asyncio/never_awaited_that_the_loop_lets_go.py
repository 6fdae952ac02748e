"""A coroutine that dies while the loop lets go of something is told of at the line of the loop that did."""
import asyncio


async def job(): pass
async def main():
    s = asyncio.sleep(1)
    j = job()
asyncio.run(main())
def plain():
    j = asyncio.sleep(1)
    k = job()
async def main3(): asyncio.get_running_loop().call_soon(plain); await asyncio.sleep(0)
asyncio.run(main3())
async def main4():
    asyncio.get_running_loop().call_soon(print, asyncio.sleep(1), job())
    await asyncio.sleep(0)
asyncio.run(main4())
loop = asyncio.new_event_loop()
loop.create_task(asyncio.sleep(1))
loop.create_task(job())
loop.close()
loop = asyncio.new_event_loop()
loop.call_soon(print, asyncio.sleep(1))
loop.call_soon(print, job())
loop.close()
