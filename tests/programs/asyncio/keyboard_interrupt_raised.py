"""KeyboardInterrupt raised by the program inside a task."""
import asyncio


async def other():
    try:
        await asyncio.sleep(10)
    finally:
        print("other cleans up")


async def main():
    t = asyncio.create_task(other())
    await asyncio.sleep(1)
    raise KeyboardInterrupt


try:
    asyncio.run(main())
except KeyboardInterrupt as e:
    print("interrupted", repr(e))
