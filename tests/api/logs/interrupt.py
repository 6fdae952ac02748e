import asyncio
import signal

async def works():
    try:
        await asyncio.sleep(100)
    finally:
        print('puts its work away')

async def main():
    asyncio.get_running_loop().call_later(2, signal.raise_signal, signal.SIGINT)
    asyncio.create_task(works(), name='worker')
    await works()

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')
