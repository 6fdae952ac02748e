"""The smallest program

asyncio.run() makes an event loop, runs one coroutine on it and closes the
loop. Watch the loop wait: between the two lines of output nothing is ready,
and one timer is set for a second from now.
"""
import asyncio


async def greet():
    print("Hello")
    await asyncio.sleep(1)
    print("World")


if __name__ == "__main__":
    asyncio.run(greet())
