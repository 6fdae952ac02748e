"""result() and exception() of a task that is not done, was cancelled, or failed."""
import asyncio


async def main():
    t = asyncio.create_task(asyncio.sleep(1, "x"))
    for ask in (t.result, t.exception):
        try:
            ask()
        except asyncio.InvalidStateError as e:
            print("InvalidStateError:", e)
    t.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for ask in (t.result, t.exception):
        try:
            ask()
        except asyncio.CancelledError as e:
            print(repr(e))
    f = asyncio.Future()
    for ask in (f.result, f.exception):
        try:
            ask()
        except asyncio.InvalidStateError as e:
            print("InvalidStateError:", e)
    f.set_result(1)
    for again in (lambda: f.set_result(2), lambda: f.set_exception(ValueError()), lambda: print(f.cancel())):
        try:
            again()
        except asyncio.InvalidStateError as e:
            print("InvalidStateError:", e)
    try:
        asyncio.Future().set_exception(StopIteration())
    except TypeError as e:
        print(e)
    for wrong in (3, "text", int):
        try:
            asyncio.Future().set_exception(wrong)
        except TypeError as e:
            print(e)


asyncio.run(main())
