import asyncio

async def waits(future):
    try:
        print(await future)
    except ValueError as error:
        print('failed', error)

async def main():
    loop = asyncio.get_running_loop()
    result, error, cancelled = (loop.create_future() for _ in range(3))
    tasks = [asyncio.create_task(waits(future)) for future in (result, error, cancelled)]
    await asyncio.sleep(1)
    result.set_result('hello')
    error.set_exception(ValueError('no'))
    cancelled.cancel('not now')
    await asyncio.wait(tasks)

asyncio.run(main())
