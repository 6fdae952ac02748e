"""A test puts a time() of its own into a loop that runs: timers go by it, until it is taken out again."""
import asyncio
from unittest import mock


async def main():
    loop = asyncio.get_running_loop()
    moment = [loop.time()]
    calls = []
    with mock.patch.object(loop, 'time', lambda: moment[0]):
        loop.call_later(10, calls.append, 'ten')
        loop.call_later(5, calls.append, 'five')
        handle = loop.call_at(moment[0] + 7, calls.append, 'seven')
        print(handle.when() - moment[0])
        for step in (4, 2, 0.5, 2, 5):
            moment[0] += step
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print(step, calls)
    print('time' in vars(loop), loop.time() > 0)
    begin = loop.time()
    await asyncio.sleep(1)
    print(loop.time() - begin >= 0.99)
    loop.time = lambda: begin + 1000
    print(loop.time() == begin + 1000)
    del loop.time
    print(loop.time() < begin + 100)


asyncio.run(main())
