import asyncio, threading, time

lock = threading.Lock()

def hold():
    with lock:
        time.sleep(2)

async def tick():
    await asyncio.sleep(1)
    print('tick')

async def main():
    ticking = asyncio.create_task(tick())
    holding = asyncio.create_task(asyncio.to_thread(hold))
    await asyncio.sleep(0.5)
    with lock:
        print('mine')
    await ticking
    await holding

asyncio.run(main())
