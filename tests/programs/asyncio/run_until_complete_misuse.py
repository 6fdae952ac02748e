"""run_until_complete: futures, values, stop() in between, nesting."""
import asyncio

loop = asyncio.new_event_loop()
f = loop.create_future()
loop.call_later(1, f.set_result, "future's result")
print(loop.run_until_complete(f))
print(loop.run_until_complete(asyncio.sleep(1, "coroutine's")))
try:
    loop.run_until_complete(5)
except TypeError as e:
    print(e)


async def stops():
    loop.stop()
    await asyncio.sleep(1)


try:
    loop.run_until_complete(stops())
except RuntimeError as e:
    print(e)


async def nested():
    c = asyncio.sleep(0)
    try:
        loop.run_until_complete(c)
    except RuntimeError as e:
        print(e)
    c.close()
    try:
        loop.run_forever()
    except RuntimeError as e:
        print(e)
    try:
        loop.close()
    except RuntimeError as e:
        print(e)


loop.run_until_complete(nested())
try:
    loop.run_until_complete(fails := asyncio.wait_for(asyncio.sleep(5), 1))
except TimeoutError as e:
    print("TimeoutError")
loop.close()
