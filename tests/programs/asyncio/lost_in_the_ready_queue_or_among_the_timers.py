"""A loop that is closed lets go of its ready queue, then of its timers: the warnings name these lines."""
import asyncio


async def lost():
    pass


async def also_lost():
    pass


loop = asyncio.new_event_loop()
loop.call_later(5, print, lost())
loop.call_soon(print, also_lost())
loop.close()
