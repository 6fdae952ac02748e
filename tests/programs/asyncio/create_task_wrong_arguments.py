"""create_task wants a coroutine and a running loop."""
import asyncio


async def f():
    pass


async def main():
    for thing in (f, 1, "x", asyncio.get_running_loop().create_future()):
        try:
            asyncio.create_task(thing)
        except TypeError as e:
            print(str(e).split(" at 0x")[0])
    for make in (lambda: asyncio.create_task(), lambda: asyncio.create_task(f(), "name"),
                 lambda: asyncio.create_task(f(), label=1)):
        try:
            make()
        except TypeError as e:
            print(e)


asyncio.run(main())
try:
    except RuntimeError as e:
    print(e)
