# The outcome of a concurrent future comes to one that has an outcome already, and to a loop that is closed.
import asyncio
import concurrent.futures


async def main():
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    wrapped.set_result("by hand")
    source.set_result("from the thread")
    print(await wrapped)
    await asyncio.sleep(0)

    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    wrapped.cancel()
    print(source.cancelled())
    await asyncio.sleep(0)
    print(source.cancelled(), wrapped)

    async def raises():
        raise concurrent.futures.CancelledError("of a pool")

    future = asyncio.run_coroutine_threadsafe(raises(), asyncio.get_running_loop())
    await asyncio.sleep(0.1)
    try:
        future.result()
    except BaseException as error:
        print(type(error).__module__, error)
    return asyncio.wrap_future(late)


late = concurrent.futures.Future()
wrapped = asyncio.run(main())
late.set_result("too late")
print(wrapped.done(), late.result())
