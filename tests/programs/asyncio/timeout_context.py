"""asyncio.timeout: expiry, rescheduling, when(), expired(), nesting."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as cm:
            print(cm.when() - loop.time(), cm.expired())
            await asyncio.sleep(5)
    except TimeoutError as e:
        print("timeout", e.args, cm.expired(), repr(e.__cause__))
    async with asyncio.timeout(None) as cm:
        print(cm.when())
        cm.reschedule(loop.time() + 3)
        await asyncio.sleep(1)
        print(cm)
    print(cm)
    try:
        async with asyncio.timeout(5) as outer:
            async with asyncio.timeout(1) as inner:
                await asyncio.sleep(10)
    except TimeoutError:
        print("outer", outer.expired(), "inner", inner.expired())
    try:
        async with asyncio.timeout_at(loop.time() + 0.5):
            await asyncio.sleep(1)
    except TimeoutError:
        print("at")
    try:
        async with asyncio.timeout(1):
            raise KeyError("own error")
    except KeyError as e:
        print(repr(e))
    cm = asyncio.timeout(1)
    try:
        cm.reschedule(4)
    except RuntimeError as e:
        print(e)
    try:
        async with cm:
            pass
        async with cm:
            pass
    except RuntimeError as e:
        print(e)


asyncio.run(main())
