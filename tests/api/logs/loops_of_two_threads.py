import asyncio
import threading

async def double(n):
    await asyncio.sleep(n)
    return 2 * n

def serve(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()
    loop.close()

async def main():
    other = asyncio.new_event_loop()
    thread = threading.Thread(target=serve, args=(other,), name='other')
    thread.start()
    future = asyncio.run_coroutine_threadsafe(double(1), other)
    print(await asyncio.wrap_future(future))
    future = asyncio.run_coroutine_threadsafe(double(9), other)
    await asyncio.sleep(1)
    future.cancel()
    await asyncio.sleep(0.1)
    other.call_soon_threadsafe(other.stop)
    await asyncio.to_thread(thread.join)

asyncio.run(main())
