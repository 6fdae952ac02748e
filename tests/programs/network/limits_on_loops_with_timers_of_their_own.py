"""A loop with a call_at of its own is asked for the timers of timeout, wait_for and wait."""
import asyncio

base = asyncio.new_event_loop()
base.close()


class Loop(type(base)):
    def call_at(self, when, callback, *args, **kwargs):
        print('  call_at', round(when - self.time(), 2), getattr(callback, '__qualname__', callback))
        return super().call_at(when, callback, *args, **kwargs)


async def main():
    loop = asyncio.get_running_loop()
    print('wait_for')
    try:
        await asyncio.wait_for(asyncio.sleep(5), 1)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    print(await asyncio.wait_for(asyncio.sleep(1, 'in time'), 3), await asyncio.wait_for(asyncio.sleep(0, 'no limit'), None))
    print('timeout')
    async with asyncio.timeout(2) as limit:
        limit.reschedule(loop.time() + 4)
        limit.reschedule(None)
    print(limit.when(), limit.expired(), limit)
    try:
        async with asyncio.timeout_at(loop.time() + 1) as limit:
            limit.reschedule(loop.time() + 3)
            await asyncio.sleep(10)
    except TimeoutError:
        print('late', limit.expired())
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(10)
    except TimeoutError:
        print('at once')
    async with asyncio.timeout(1) as limit:
        print(limit._state if hasattr(limit._state, 'lower') else limit._state.value)
    print('wait')
    task = loop.create_task(asyncio.sleep(2, 'slept'))
    print([len(each) for each in await asyncio.wait([task], timeout=1)])
    print([len(each) for each in await asyncio.wait([task], timeout=5)], task.result())


class Clock(type(base)):
    """Time passes when nothing else is to be done, and only for the timers that it has seen."""

    def __init__(self):
        super().__init__()
        self.moment, self.timers, self.steps = 0.0, [], []

    def time(self):
        return self.moment

    def call_at(self, when, callback, *args, **kwargs):
        self.timers.append(when)
        return super().call_at(when, callback, *args, **kwargs)

    def _run_once(self):
        self.timers = sorted(when for when in self.timers if when > self.moment)
        if self.timers and not self._ready:
            self.steps.append(self.timers[0] - self.moment)
            self.moment = self.timers.pop(0)
        super()._run_once()


async def limited():
    try:
        await asyncio.wait_for(asyncio.get_running_loop().create_future(), 30)
    except TimeoutError:
        return 'timed out'


with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
with asyncio.Runner(loop_factory=Clock) as runner:
    print(runner.run(limited()), runner.get_loop().steps)
