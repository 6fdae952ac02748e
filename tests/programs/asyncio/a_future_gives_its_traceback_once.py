import asyncio, traceback
async def main():
    f = asyncio.get_running_loop().create_future()
    def a():
        try:
            raise ValueError(1)
        except ValueError as e:
            f.set_exception(e)
            raise
    def b():
        try: a()
        except ValueError: pass
    b()
    async def waiter(): await f
    for i in range(3):
        try:
            await waiter()
        except ValueError as e:
            print([x.name for x in traceback.extract_tb(e.__traceback__)])
    async def t(): 
        raise KeyError(1)
    tk = asyncio.create_task(t())
    for i in range(3):
        try:
            await tk
        except KeyError as e:
            print([x.name for x in traceback.extract_tb(e.__traceback__)])
    try: tk.result()
    except KeyError as e: print([x.name for x in traceback.extract_tb(e.__traceback__)])
    e = tk.exception()
    print([x.name for x in traceback.extract_tb(e.__traceback__)])
asyncio.run(main())


async def shared():
    async def load():
        await asyncio.sleep(0.1)
        raise OSError("no such thing")

    async def user(task):
        try:
            await task
        except OSError:
            traceback.print_exc()

    task = asyncio.create_task(load())
    await asyncio.gather(user(task), user(task), user(asyncio.shield(task)), user(asyncio.gather(task)))
    try:
        task.result()
    except OSError:
        traceback.print_exc()


asyncio.run(shared())
