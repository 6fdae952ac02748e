"""process_time counts what the program computes, not what it waits."""
import asyncio
import time


def computes(seconds):
    begin = time.perf_counter()
    while time.perf_counter() - begin < seconds:
        sum(range(1000))


async def main():
    begin, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(asyncio.sleep(0.5), asyncio.sleep(0.7))
    time.sleep(0.3)
    print(time.perf_counter() - begin >= 1.0, time.process_time() - cpu < 0.4)
    cpu = time.process_time_ns()
    await asyncio.sleep(1)
    print(time.process_time_ns() - cpu < 400_000_000, time.process_time_ns() >= cpu)


asyncio.run(main())
cpu = time.process_time()
print(0 <= cpu, time.get_clock_info('process_time').monotonic, sum(range(100_000)) > 0 and time.process_time() >= cpu)
