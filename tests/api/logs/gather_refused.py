import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    if seconds == 1:
        raise ValueError(f'{seconds} is bad')

async def main():
    try:
        await asyncio.gather(job(0.5), job(1), 5)
    except TypeError as error:
        print(error)
    await asyncio.sleep(2)

asyncio.run(main())
