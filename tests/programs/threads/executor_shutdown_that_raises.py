import asyncio
from concurrent.futures import ThreadPoolExecutor


class Stubborn(ThreadPoolExecutor):
    def shutdown(self, wait=True, *, cancel_futures=False):
        super().shutdown(wait, cancel_futures=cancel_futures)
        raise ValueError('no')


async def main():
    asyncio.get_running_loop().set_default_executor(Stubborn(1))
    print(await asyncio.to_thread(str, 5))


try:
    asyncio.run(main())
except ValueError as error:
    print('raised', error)
