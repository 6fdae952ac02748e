# log: handles
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, 'soon')
    never = loop.call_soon(print, 'never')
    never.cancel()
    loop.call_later(1, print, 'later')
    late = loop.call_later(2, print, 'too late')
    loop.call_at(loop.time() + 3, late.cancel)
    loop.call_later(1.5, late.cancel)
    done = loop.create_future()
    done.add_done_callback(lambda future: print('done', future.result()))
    loop.call_later(0.5, done.set_result, 7)
    await asyncio.sleep(2.5)

asyncio.run(main())
