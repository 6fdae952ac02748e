import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    if seconds == 1:
        raise ValueError(f'{seconds} is bad')

async def main():
    try:
        await asyncio.gather(job(0.5), job(1), job(2))
    except ValueError as error:
        print(error)
    both = asyncio.gather(asyncio.sleep(5), asyncio.sleep(6))
    await asyncio.sleep(0)
    both.cancel()
    try:
        await both
    except asyncio.CancelledError:
        print('cancelled')

asyncio.run(main())
