"""A loop by hand

What asyncio.run does for you, step by step: a new loop, run_until_complete,
then run_forever until somebody calls stop, then close.
"""
import asyncio


async def main():
    await asyncio.sleep(0.1)
    return "result"


loop = asyncio.new_event_loop()
print("created: running", loop.is_running(), "closed", loop.is_closed())
print(loop.run_until_complete(main()))
loop.call_later(0.3, loop.stop)
loop.call_soon(print, "running for ever (well, 0.3 s)")
loop.run_forever()
loop.close()
print("closed", loop.is_closed())
try:
    loop.call_soon(print, "too late")
except RuntimeError as error:
    print("RuntimeError:", error)
