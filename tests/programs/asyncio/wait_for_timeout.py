"""wait_for cancels what took too long and raises TimeoutError."""
import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise
    finally:
        print("slow cleans up")


async def main():
    try:
        await asyncio.wait_for(slow(), timeout=1)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e), type(e), repr(e.__cause__), asyncio.TimeoutError is TimeoutError)
    print(await asyncio.wait_for(asyncio.sleep(1, "in time"), 2))
    print(await asyncio.wait_for(asyncio.sleep(1, "no limit"), None))
    for limit in (0, -1):
        try:
            await asyncio.wait_for(asyncio.sleep(1), limit)
        except TimeoutError as e:
            print("at once", repr(e))
    f = asyncio.get_running_loop().create_future()
    f.set_result("ready")
    print(await asyncio.wait_for(f, 0))


asyncio.run(main())
