"""gather with an argument that cannot be awaited: what it made for those before fails unheard, as the callback is theirs already"""
import asyncio


async def failing(text):
    await asyncio.sleep(0)
    raise ValueError(text)


async def numbers():
    yield 1


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print("handler:", context["message"]))
    done = asyncio.ensure_future(failing("before"))
    await asyncio.wait([done])
    for wrong in (numbers(), failing, 5, None, [1]):
        given = asyncio.ensure_future(failing("given"))
        try:
            await asyncio.gather(failing("made"), given, given, done, wrong)
        except TypeError as error:
            print(type(error).__name__, error)
        else:
            print("no error")
        print(repr(given).count("gather.<locals>._done_callback()"), asyncio.current_task() in given._asyncio_awaited_by)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        print(sorted(task._log_destroy_pending for task in others))
        await asyncio.wait(others)
        print(given.done(), sorted(str(task.exception()) for task in others))
        del others, given
    alone = asyncio.ensure_future(failing("alone"))
    try:
        asyncio.gather(alone, 7)
    except TypeError as error:
        print(error)
    await asyncio.sleep(0.1)
    print(alone.done())
    del alone, done
    lost = asyncio.get_running_loop().create_future()
    try:
        asyncio.gather(lost, 7)
    except TypeError as error:
        print(error)
    lost.cancel()
    await asyncio.sleep(0)
    print(lost)


asyncio.run(main())
