"""EventLoop, the class: every method that needs no network, in the order of the reference."""
import asyncio
import concurrent.futures
import signal
import threading

loop = asyncio.EventLoop()
print(isinstance(loop, asyncio.AbstractEventLoop), isinstance(loop, asyncio.BaseEventLoop), asyncio.EventLoop is asyncio.SelectorEventLoop)
print(loop.is_running(), loop.is_closed(), loop.get_debug(), loop.get_task_factory(), loop.get_exception_handler(), loop.slow_callback_duration)


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


async def body():
    print("running", loop.is_running(), asyncio.get_running_loop() is loop, loop.time() >= 0)
    task = loop.create_task(asyncio.sleep(0, "slept"), name="sleeper")
    future = loop.create_future()
    loop.call_later(0.2, future.set_result, "later")
    loop.call_at(loop.time() + 0.1, print, "at")
    loop.call_soon(print, "soon")
    threading.Thread(target=loop.call_soon_threadsafe, args=(print, "from a thread")).start()
    print(await task, await future)
    with concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="mine") as pool:
        print(await loop.run_in_executor(pool, lambda: threading.current_thread().name))
        print(await loop.run_in_executor(None, sum, [1, 2, 3]))
    generator = agen()
    print(await anext(generator))
    return generator


kept = loop.run_until_complete(body())
print("stopped", loop.is_running())
loop.run_until_complete(loop.shutdown_asyncgens())


def handler(its_loop, context):
    print("handler", its_loop is loop, sorted(context), context["message"].split(" at ")[0], repr(context.get("exception")))


loop.set_exception_handler(handler)
print(loop.get_exception_handler() is handler)
loop.call_exception_handler({"message": "by hand"})
loop.call_soon(lambda: 1 / 0)
loop.call_soon(loop.stop)
loop.run_forever()
loop.set_exception_handler(None)
print(loop.get_exception_handler())
for wrong in (lambda: loop.set_exception_handler(3), lambda: loop.set_task_factory(3), lambda: loop.set_default_executor(3)):
    try:
        wrong()
    except TypeError as error:
        print(error)
loop.set_debug(True)
print(loop.get_debug())
loop.set_debug(False)

pool = concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="default")
loop.set_default_executor(pool)
print(loop.run_until_complete(loop.run_in_executor(None, lambda: threading.current_thread().name)))
loop.run_until_complete(loop.shutdown_default_executor())
try:
    loop.run_until_complete(loop.run_in_executor(None, print))
except RuntimeError as error:
    print(error)

loop.add_signal_handler(signal.SIGTERM, lambda: print("never"))
print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))


async def stop_early():
    loop.stop()
    await asyncio.sleep(1)


task = loop.create_task(stop_early())
loop.run_forever()
print("not done", task.done())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled")
try:
    loop.run_until_complete(3)
except TypeError as error:
    print(error)
loop.close()
loop.close()
print(loop.is_closed())
for late in (lambda: loop.call_soon(print), loop.run_forever, lambda: loop.call_later(1, print), lambda: loop.run_until_complete(loop.create_future()),
             lambda: loop.run_in_executor(None, print)):
    try:
        late()
    except RuntimeError as error:
        print(error)
