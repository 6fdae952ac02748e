"""Event: set, clear, wait, is_set."""
import asyncio


async def waiter(n, event):
    print(n, "waits")
    print(n, await event.wait())


async def main():
    event = asyncio.Event()
    print(event, event.is_set())
    tasks = [asyncio.create_task(waiter(n, event)) for n in range(3)]
    await asyncio.sleep(1)
    print(event)
    event.set()
    event.clear()
    print("set and cleared at once")
    await asyncio.gather(*tasks)
    event.set()
    print(await event.wait(), event)
    try:
        event.clear()
        await asyncio.wait_for(event.wait(), 0.5)
    except TimeoutError:
        print("nobody sets it")


asyncio.run(main())
