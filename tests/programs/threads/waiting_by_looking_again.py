# Waiting by asking what time it is, or by looking again and again whether something is done: time passes then too, on any clock.
import asyncio
import datetime
import threading
import time


def report(what, begun, expected):
    elapsed = time.monotonic() - begun
    print(what, 'waited' if expected <= elapsed + 0.001 < expected + 0.4 else f'waited {elapsed:.3f}, not {expected}')


for clock in (time.time, time.monotonic, time.perf_counter):
    begun, end = time.monotonic(), clock() + 0.2
    while clock() < end:
        pass
    report(clock.__name__, begun, 0.2)
begun, end = time.monotonic(), datetime.datetime.now() + datetime.timedelta(seconds=0.2)
while datetime.datetime.now() < end:
    pass
report('datetime', begun, 0.2)

count, stop = 0, False


def busy():
    global count
    while not stop:
        count += 1


thread = threading.Thread(target=busy)
begun = time.monotonic()
thread.start()
time.sleep(0.2)
stop = True
thread.join()
report(f'beside a busy thread, which counted: {count > 0},', begun, 0.2)

done = threading.Event()
begun = time.monotonic()
threading.Timer(0.2, done.set).start()
while not done.is_set():
    pass
report('for a timer thread', begun, 0.2)


async def main():
    loop = asyncio.get_running_loop()
    begun = time.monotonic()
    task = asyncio.create_task(asyncio.sleep(0.2))
    while not task.done():
        await asyncio.sleep(0)
    report('for a task', begun, 0.2)
    begun = time.monotonic()
    job = loop.run_in_executor(None, time.sleep, 0.2)
    while not job.done():
        await asyncio.sleep(0)
    report('for an executor', begun, 0.2)
    begun = time.monotonic()
    while loop.time() < begun + 0.2:
        await asyncio.sleep(0)
    report('by the time of the loop', begun, 0.2)
    begun, end = time.monotonic(), time.perf_counter() + 0.3
    late = loop.call_later(0.1, lambda: report('a callback behind a blocked loop', begun, 0.3))
    while time.perf_counter() < end:
        pass
    await asyncio.sleep(0.1)


asyncio.run(main())
