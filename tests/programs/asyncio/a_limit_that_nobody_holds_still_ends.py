import asyncio, gc

class Limit(asyncio.Timeout):
    def __del__(self):
        print('the limit goes')

async def main():
    try:
        await Limit(asyncio.get_running_loop().time() + 0.2).__aenter__()
        gc.collect()
        print('entered, and nobody holds it')
        await asyncio.sleep(1)
        print('never here')
    except asyncio.CancelledError:
        print('cancelled', asyncio.current_task().cancelling())
    asyncio.current_task().uncancel()
    limit = Limit(asyncio.get_running_loop().time() + 5)
    await limit.__aenter__()
    limit.reschedule(asyncio.get_running_loop().time() + 0.1)
    del limit
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('cancelled again')
    limit = Limit(asyncio.get_running_loop().time() + 5)
    await limit.__aenter__()
    await limit.__aexit__(None, None, None)
    print(limit)
    del limit
    print('left')
    limit = Limit(None)
    await limit.__aenter__()
    print('without a moment')
    del limit
    print('end')

try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print(repr(error))
