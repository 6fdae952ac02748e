"""One loop per thread

Every thread may have its own event loop. The main thread waits in join()
while the other one runs its coroutine (Waiting says for whose end); then
it runs one on a loop of its own.
"""
import asyncio
import threading

answers = []


async def work(name):
    await asyncio.sleep(0.2)
    return f"result of {name}"


def run_in_thread():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    answers.append(loop.run_until_complete(work("the worker thread")))
    loop.close()


thread = threading.Thread(target=run_in_thread)
thread.start()
thread.join()
answers.append(asyncio.run(work("the main thread")))
print(*answers, sep="\n")
