import asyncio

async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print('cleans up')

async def main():
    for limit in 1, 0:
        try:
            await asyncio.wait_for(slow(), limit)
        except TimeoutError:
            print('timeout')
    print(await asyncio.wait_for(asyncio.sleep(1, 'in time'), 2))

asyncio.run(main())
