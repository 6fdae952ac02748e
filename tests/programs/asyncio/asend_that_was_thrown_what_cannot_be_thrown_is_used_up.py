"""throw() with what is no exception uses up an asend or athrow; once used up it says that first"""
import asyncio


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers end")


def attempt(call, *args):
    try:
        print("gave", call(*args))
    except BaseException as error:
        print(type(error).__name__, error)


async def main():
    items = numbers()
    for make in (lambda: items.asend(None), lambda: items.athrow(ValueError), lambda: items.aclose(), lambda: anext(items, 5)):
        step = make()
        attempt(step.throw, [1])
        attempt(step.throw, [1])
        attempt(step.throw, ValueError("late"))
        attempt(step.send, None)
        attempt(step.close)
    attempt(items.asend(None).throw, ValueError, "text", 5)
    print(await anext(numbers()))


asyncio.run(main())
