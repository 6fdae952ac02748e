import asyncio


def job(n):
    square = n * n
    return square


async def main():
    result = await asyncio.to_thread(job, 3)
    again = await asyncio.to_thread(job, 4)
    return result + again


asyncio.run(main())
