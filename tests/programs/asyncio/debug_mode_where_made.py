"""debug=True: reprs say where tasks, futures and handles were made."""
import asyncio
import time


async def c():
    await asyncio.sleep(0.1)


async def main():
    loop = asyncio.get_running_loop()
    print(asyncio.current_task())
    t = asyncio.create_task(c(), name="n")
    print(t)
    await asyncio.sleep(0)
    print(t)
    await t
    print(t)
    print(loop.create_task(asyncio.sleep(0)), asyncio.ensure_future(c()), asyncio.Task(c()))
    async with asyncio.TaskGroup() as group:
        print(group.create_task(c()))
    print(loop.create_future(), asyncio.Future(), asyncio.gather(c()), asyncio.shield(asyncio.sleep(0)))
    h = loop.call_later(1, time.sleep, 0.2)
    print(h.when(), str(h).split("created")[1], loop.call_soon(print, "soon", 1))
    h.cancel()
    print(str(h).split("when")[0], str(h).split("created")[1])
    event = asyncio.Event()
    t = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    print(t)
    event.set()


asyncio.run(main(), debug=True)
loop = asyncio.new_event_loop()
loop.set_debug(True)


async def last():
    print(asyncio.current_task())


loop.run_until_complete(last())
loop.close()
