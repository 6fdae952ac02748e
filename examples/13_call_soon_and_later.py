"""call_soon and call_later

Below tasks there are handles: a function, and when to call it. call_soon
queues one for the next turn of the loop, call_later and call_at set timers.
A cancelled handle never runs.
"""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    seen = []
    loop.call_later(0.3, seen.append, "0.3 s")
    loop.call_later(0.1, seen.append, "0.1 s")
    loop.call_at(loop.time() + 0.2, seen.append, "0.2 s")
    loop.call_soon(print, "called soon")
    never = loop.call_later(0.15, print, "never shown")
    never.cancel()
    print("nothing has been called yet")
    await asyncio.sleep(0.5)
    print("order:", seen)


asyncio.run(main())
