import asyncio
import time

async def main():
    time.sleep(0.5)
    await asyncio.sleep(0)

asyncio.run(main())
