import asyncio

class Problem(Exception):
    def __str__(self):
        raise RuntimeError('nobody asks for the text of an error')

async def fails():
    raise Problem('first')

async def main():
    task = asyncio.create_task(fails(), name='failing')
    try:
        await task
    except Problem:
        print('caught')
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, future.set_exception, LookupError())
    try:
        await future
    except LookupError:
        print('caught too')

asyncio.run(main())
