"""A loop closed over a task that still waits."""
import asyncio


async def waits():
    await asyncio.sleep(100)


loop = asyncio.new_event_loop()
t = loop.create_task(waits(), name="left")
loop.run_until_complete(asyncio.sleep(1))
loop.close()
print(t)
del t
print("end")
