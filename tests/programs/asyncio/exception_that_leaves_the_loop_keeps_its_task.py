"""SystemExit out of a task or callback keeps that by its traceback, as the frames of CPython's loop do: it is told of when both go."""
import asyncio
import sys
import weakref


class Ends:
    def __init__(self, name):
        self.name = name

    def __call__(self, *args):
        raise SystemExit(4)

    def __del__(self):
        print("gone", self.name)


async def later():
    await asyncio.sleep(0.1)
    raise SystemExit(3)


async def by_task():
    task = asyncio.create_task(later(), name="later")
    refs.append(weakref.ref(task))
    await asyncio.sleep(1)


async def by_callback():
    asyncio.get_running_loop().call_soon(Ends("callback"), Ends("argument"))
    await asyncio.sleep(1)


refs = []
for main in by_task, by_callback:
    try:
        asyncio.run(main())
    except SystemExit as error:
        print("out of run:", error.code)
        kept = error
    print("kept", refs[0]() is not None)
sys.stdout.flush()
