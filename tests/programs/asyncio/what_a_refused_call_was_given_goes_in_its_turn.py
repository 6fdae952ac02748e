"""The frames of asyncio's functions in a traceback keep what these were given; what a collection ends goes in the order in which it was made"""
import asyncio


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


class Work(Told):
    def __await__(self):
        yield


async def work(name):
    told = Told(name)
    await asyncio.sleep(0)


closed = asyncio.new_event_loop()
closed.close()


async def attempt(call, *args):
    first = Told("first")
    try:
        call(*args)
    except Exception as error:
        print(type(error).__name__, error)
    del args
    print("behind")


early = Told("early")


async def main():
    global early
    loop = asyncio.get_running_loop()
    await attempt(loop.run_until_complete, Work("in a running loop"))
    await attempt(closed.run_until_complete, Work("in a closed loop"))
    await attempt(closed.create_task, Told("no coroutine"))
    await attempt(closed.call_soon, Told("no callback"))
    await attempt(asyncio.gather, Told("no awaitable"))
    late = Told("late")
    mine, early = early, None
    asyncio.new_event_loop().run_until_complete(Told("given"))


asyncio.run(main())
