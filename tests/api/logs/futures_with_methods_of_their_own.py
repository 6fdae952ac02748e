import asyncio


class Counted(asyncio.Future):
    asked = 0

    def result(self):
        Counted.asked += 1
        return super().result()


class Promise:
    _asyncio_future_blocking = False

    def __init__(self):
        self.loop, self.value, self.callbacks = asyncio.get_running_loop(), None, []

    def get_loop(self):
        return self.loop

    def add_done_callback(self, fn, *, context=None):
        self.callbacks.append((fn, context))

    def resolve(self, value):
        self.value = value
        for fn, context in self.callbacks:
            self.loop.call_soon(fn, self, context=context)

    def result(self):
        return self.value

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.result()


async def use(future):
    return await future


async def main():
    counted, promise = Counted(), Promise()
    loop = asyncio.get_running_loop()
    loop.call_later(1, counted.set_result, 'counted')
    loop.call_later(2, promise.resolve, 'promised')
    print(await asyncio.gather(use(counted), use(promise)), Counted.asked)


asyncio.run(main())
