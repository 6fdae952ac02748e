import asyncio

async def fails(words):
    await asyncio.sleep(1)
    raise ValueError(words)

def callback():
    raise KeyError('callback')

async def main():
    loop = asyncio.get_running_loop()
    asyncio.create_task(fails('nobody asks'), name='unasked')
    loop.call_soon(callback)
    await asyncio.sleep(2)
    loop.set_exception_handler(lambda loop, context: print('handled', context['message']))
    asyncio.create_task(fails('a handler hears'), name='heard')
    await asyncio.sleep(2)
    loop.create_task(asyncio.sleep(100))

asyncio.run(main())
