"""asyncio.run cancels what still runs when main returns, and waits for it."""
import asyncio


async def background(n):
    try:
        while True:
            await asyncio.sleep(1)
            print("tick", n)
    except asyncio.CancelledError:
        print("background", n, "cancelled")
        await asyncio.sleep(0.1)
        print("background", n, "gone")
    finally:
        print("finally", n)


async def main():
    tasks = [asyncio.create_task(background(n)) for n in range(1)]
    await asyncio.sleep(2.5)
    print("main ends")


asyncio.run(main())
print("after")
