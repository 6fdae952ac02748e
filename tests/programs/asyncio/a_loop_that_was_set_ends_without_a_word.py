"""The loop of set_event_loop lives as long as asyncio itself: nobody is told any more what it lets go of. Of another one they are."""
import asyncio


async def inside():
    pass


asyncio.new_event_loop().create_task(inside(), name='of nobody')
asyncio.new_event_loop().call_later(1, print, inside())
loop = asyncio.new_event_loop()
loop.create_task(inside(), name='of the loop that is set')
loop.call_later(1, print, inside())
asyncio.set_event_loop(loop)
print('end')
