"""TypeErrors of asyncio's functions and methods called with wrong arguments."""
import asyncio


async def f():
    pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue()
    task = asyncio.current_task()
    calls = """
asyncio.sleep()
asyncio.sleep(1, 2, 3)
asyncio.sleep(delay=0, wrong=1)
asyncio.sleep(0, delay=1)
asyncio.gather(1)
asyncio.gather(wrong=1)
asyncio.gather(return_exception=True)
asyncio.wait()
asyncio.wait([], timeout=1, when=2)
asyncio.wait_for()
asyncio.wait_for(future)
asyncio.wait_for(future, 1, 2)
asyncio.wait_for(5, 1)
asyncio.shield()
asyncio.shield(5)
asyncio.ensure_future()
asyncio.ensure_future(future, 5)
asyncio.as_completed()
asyncio.as_completed(5)
asyncio.as_completed(future)
asyncio.timeout()
asyncio.timeout("x")
asyncio.create_task()
asyncio.current_task(1, 2)
asyncio.all_tasks(1, 2)
asyncio.get_running_loop(1)
asyncio.to_thread()
asyncio.run_coroutine_threadsafe()
asyncio.Lock(1)
asyncio.Event(1)
asyncio.Queue(1, 2)
asyncio.Queue(size=1)
asyncio.Semaphore("a")
asyncio.Semaphore(1, 2)
asyncio.Barrier()
asyncio.Condition(5)
asyncio.Runner(1)
asyncio.Future(1)
asyncio.Task()
asyncio.Task(5)
future.set_result()
future.set_result(1, 2)
future.set_exception()
future.result(1)
future.add_done_callback()
future.add_done_callback(5)
future.cancel(1, 2)
future.cancel(message=1)
future.cancel(msg="ok") and print(future)
task.cancel(1, 2)
task.set_name()
task.get_name(1)
task.set_result(1)
task.set_exception(ValueError())
loop.call_soon()
loop.call_later()
loop.call_later(1)
loop.call_at(1)
loop.call_at()
lock.release(1)
lock.locked(1)
lock.acquire(1)
lock.unknown
event.set(1)
event.wait(1)
event.isset()
queue.put()
queue.get(1)
queue.pop()
queue.length
task.results()
task.name
future.exceptions()
asyncio.slep(1)
asyncio.creat_task(f)
asyncio.Que()
asyncio.gathr()
asyncio.unknown
task.done
""".strip().splitlines()
    for call in calls:
        try:
            result = eval(call, globals(), locals())
            if asyncio.iscoroutine(result):
                await result
            print(call, "-> fine")
        except Exception as e:
            print(call, "->", type(e).__name__, str(e).replace("0x", "@")[:150])


asyncio.run(main())
