"""What is thrown into a coroutine that never began stands at the line of its definition."""
import asyncio


def decorated(function):
    return function


@decorated
@decorated
async def never(
    n,
):
    """A docstring."""
    await asyncio.sleep(n)


async def main():
    task = asyncio.create_task(never(1))
    task.cancel("before it began")
    try:
        await task
    except asyncio.CancelledError:
        coroutine = never(2)
        coroutine.throw(ValueError("thrown"))


asyncio.run(main())
