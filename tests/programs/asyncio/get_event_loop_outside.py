"""get_event_loop and get_running_loop where no loop is."""
import asyncio

for ask in (asyncio.get_event_loop, asyncio.get_running_loop, asyncio.current_task, asyncio.all_tasks):
    try:
        print(ask())
    except RuntimeError as e:
        print(ask.__name__, e)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)


async def inside():
    return asyncio.get_event_loop() is asyncio.get_running_loop() is loop


print(loop.run_until_complete(inside()))
loop.close()
asyncio.set_event_loop(None)
try:
    asyncio.set_event_loop(5)
except TypeError as e:
    print(e)
try:
    asyncio.Future()
except RuntimeError as e:
    print(e)
asyncio.get_event_loop()
