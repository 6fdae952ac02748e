"""An exit that is thrown into aclose() by hand is its end, not an error; into asend() and athrow() it is one"""
import types


@types.coroutine
def pause():
    return (yield "pause")


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        try:
            await pause()
        finally:
            print("numbers end")


def attempt(call, *args):
    try:
        print("gave", repr(call(*args)))
    except BaseException as error:
        print(type(error).__name__, *error.args)


for begin in False, True:
    for error in GeneratorExit, StopAsyncIteration, ValueError, GeneratorExit("text"):
        for make in (lambda items: items.aclose(), lambda items: items.athrow(LookupError), lambda items: items.asend(None)):
            items = numbers()
            attempt(items.asend(None).send, None)
            step = make(items)
            if begin:
                attempt(step.send, None)
            attempt(step.throw, error)
            attempt(step.throw, error)
            attempt(step.send, None)
            step.close()
            print(items.ag_running, items.ag_frame is None)
            for _ in range(3):
                attempt(items.aclose().send, None)
