import asyncio
import types


@types.coroutine
def old_style(name, seconds):
    got = yield from asyncio.sleep(seconds, name)
    print("slept", got)
    again = yield from inner(got)
    return again


async def inner(text):
    await asyncio.sleep(0.1)
    return text.upper()


@types.coroutine
def failing():
    try:
        yield from asyncio.sleep(5)
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
        raise


def plain():
    yield from asyncio.sleep(0)


async def main():
    print(await asyncio.gather(old_style("a", 0.3), old_style("b", 0.1)))
    task = asyncio.create_task(wrapper())
    await asyncio.sleep(0.1)
    task.cancel("enough")
    print(await asyncio.gather(task, return_exceptions=True))
    for f in (plain, lambda: iter(asyncio.sleep(0))):
        try:
            list(f())
        except TypeError as e:
            print(e)


async def wrapper():
    await failing()


asyncio.run(main())
print(asyncio.run(old_style("at the top", 0.1)))
try:
    asyncio.run(plain())
except TypeError as e:
    print(e)
