import asyncio

base = asyncio.new_event_loop()
base.close()
class Logging(type(base)):
    def create_future(self):
        print('create_future')
        return super().create_future()
    def call_later(self, delay, callback, *args, context=None):
        print('call_later', delay, callback.__name__, len(args))
        return super().call_later(delay, callback, *args, context=context)
    def call_at(self, when, callback, *args, context=None):
        print('call_at', callback.__name__)
        return super().call_at(when, callback, *args, context=context)
async def main():
    print(await asyncio.sleep(0, 'zero'))
    print(await asyncio.sleep(0.01, 'result'))
    t = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled')
    try: await asyncio.sleep(float('nan'))
    except ValueError as e: print(e)
    await asyncio.gather(asyncio.sleep(0.01), asyncio.sleep(0.02))
    try: await asyncio.sleep('x')
    except TypeError as e: print(e)
with asyncio.Runner(loop_factory=Logging) as runner:
    runner.run(main())
class Futures(type(base)):
    count = 0
    def create_future(self):
        self.count += 1
        return super().create_future()
async def count():
    for i in range(3): await asyncio.sleep(0.001)
    return asyncio.get_running_loop().count
with asyncio.Runner(loop_factory=Futures) as runner:
    print(runner.run(count()))
