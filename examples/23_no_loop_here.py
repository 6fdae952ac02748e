"""No running loop

get_running_loop works only inside coroutines and callbacks. Since Python
3.14 get_event_loop does not make a loop for you either: outside, both raise
RuntimeError.
"""
import asyncio

try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("get_running_loop:", error)

try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print("get_event_loop:", error)


async def main():
    print("inside:", asyncio.get_running_loop() is asyncio.get_event_loop())


asyncio.run(main())
