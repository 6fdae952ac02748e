"""A loop that goes without having been closed says so, to who asked for such warnings."""
import asyncio
import gc
import warnings

warnings.simplefilter('always')
warnings.showwarning = lambda message, category, *place: print(category.__name__, str(message).split(' <')[0])


async def nothing():
    pass


loop = asyncio.new_event_loop()
loop.run_until_complete(nothing())
del loop
gc.collect()
print('--')
loop = asyncio.new_event_loop()
loop.close()
del loop
gc.collect()
print('--')


async def main():
    print('asyncio.run closes its own')

asyncio.run(main())
