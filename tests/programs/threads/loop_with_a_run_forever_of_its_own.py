import asyncio
class Loop(asyncio.SelectorEventLoop):
    def run_forever(self):
        print('begins')
        try: super().run_forever()
        finally: print('ends')
    def run_until_complete(self, future):
        print('until complete')
        return super().run_until_complete(future)
async def main():
    await asyncio.sleep(0.01); return 5
async def fail():
    1 / 0
async def leave():
    raise SystemExit(3)
async def stop():
    asyncio.get_running_loop().stop()
    await asyncio.sleep(1)
loop = Loop()
print(loop.run_until_complete(main()))
for make in fail, leave, stop:
    try: print(loop.run_until_complete(make()))
    except BaseException as e: print(repr(e))
future = loop.create_future()
loop.call_later(0.01, future.set_result, 7)
print(loop.run_until_complete(future), future._callbacks)
for task in asyncio.all_tasks(loop): task.cancel()
loop.close()
try: loop.run_until_complete(future)
except RuntimeError as e: print(e)
print(asyncio.run(main(), loop_factory=Loop))
