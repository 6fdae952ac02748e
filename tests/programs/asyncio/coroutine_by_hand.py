"""Driving a coroutine without a loop: send, throw, close."""


class Pause:
    def __await__(self):
        got = yield "paused"
        print("resumed with", got)
        return got


async def work():
    try:
        a = await Pause()
        b = await Pause()
        return a + b
    except ValueError as e:
        print("caught", e)
        return "recovered"
    finally:
        print("finally")


c = work()
print(c.send(None), c.send(1))
try:
    c.send(2)
except StopIteration as e:
    print("value", e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = work()
try:
    c.send(5)
except TypeError as e:
    print(e)
print(c.send(None))
try:
    c.throw(ValueError("thrown"))
except StopIteration as e:
    print(e.value)
c = work()
c.send(None)
c.close()
c.close()
print(c.cr_frame, c.cr_running, c.cr_await, c.__name__, c.__qualname__)
try:
    next(work())
except TypeError as e:
    print(e)
try:
    iter(work())
except TypeError as e:
    print(e)


async def stubborn():
    try:
        await Pause()
    except GeneratorExit:
        await Pause()


c = stubborn()
c.send(None)
try:
    c.close()
except RuntimeError as e:
    print(e)
