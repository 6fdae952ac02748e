"""An exception thrown into a coroutine lives until the step that threw it is over, and the frames in its traceback with it."""
import asyncio, gc, sys
gc.disable()
class Probe:
    def __del__(self): print("probe dies")
async def work1():
    p = Probe()
    try:
        await asyncio.sleep(5)
    finally:
        print("work1 leaves")
async def work0():
    try:
        async with asyncio.timeout(0.2):
            try:
                async with asyncio.timeout(0.1):
                    await work1()
            except TimeoutError:
                print("inner")
                await asyncio.sleep(1)
    except TimeoutError:
        print("outer")
    print("work0 ends")
async def simple():
    try:
        async with asyncio.timeout(0.1):
            await work1()
    except TimeoutError:
        print("in handler")
    print("simple ends")
async def nested_plain():
    try:
        try:
            await work2()
        except ValueError:
            await asyncio.sleep(0)
            raise KeyError
    except KeyError:
        print("key")
    print("plain ends")
async def work2():
    p = Probe()
    raise ValueError
async def cancelled():
    try:
        try:
            await work2()
        except ValueError:
            await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cancelled")
    print("cancelled ends")
async def main():
    await work0(); print("--")
    await simple(); print("--")
    await nested_plain(); print("--")
    t=asyncio.create_task(cancelled()); await asyncio.sleep(0.01); t.cancel(); await t
asyncio.run(main())
