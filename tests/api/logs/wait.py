import asyncio

async def job(seconds):
    await asyncio.sleep(seconds)
    if seconds == 2:
        raise OSError(2, 'gone')

async def main():
    tasks = [asyncio.create_task(job(seconds), name=f'job {seconds}') for seconds in (1, 2, 3)]
    done, left = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    done, left = await asyncio.wait(left, return_when=asyncio.FIRST_EXCEPTION)
    done, left = await asyncio.wait(left, timeout=0.5)
    left.pop().cancel()

asyncio.run(main())
