"""The loop's own thread, and workers that wait for the loop, wait inside keys and items: each wait ends, and the loop goes on."""
import asyncio, threading, time
lock = threading.Lock()
def work(n):
    with lock:
        time.sleep(0.01)
        return n
async def main():
    loop = asyncio.get_running_loop()
    turns = 0
    async def tick():
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0.002)
    t = asyncio.create_task(tick())
    def job():
        # waits for what the loop does, inside a key
        return sorted([3, 1, 2], key=lambda n: asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, n), loop).result())
    print(await asyncio.gather(*(asyncio.to_thread(job) for _ in range(3))))
    # the loop's own thread waits for a worker, inside a key, while the worker waits for a lock
    from concurrent.futures import ThreadPoolExecutor
    with ThreadPoolExecutor(3) as pool:
        futures = {n: pool.submit(work, n) for n in (3, 1, 2)}
        print(sorted(futures, key=lambda n: futures[n].result()), max(futures, key=lambda n: futures[n].result()))
        made = []
        made.extend(pool.submit(work, n).result() for n in (1, 2))
        print(made, min([pool.submit(work, n) for n in (2, 1)], key=lambda f: f.result()).result())
        print(list(map(work, [1])), sum(pool.map(work, [1, 2])))
    print(turns > 5)
    t.cancel()
asyncio.run(main())
