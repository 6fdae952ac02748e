"""print_call_graph and its kin: who waits for whom, through tasks, gather, wait, shield, groups and generators."""
import asyncio
import io


def own(text):
    """Without the frames of asyncio itself."""
    return "\n".join(line for line in text.split("\n") if "asyncio" not in line and "Call stack" not in line)


def show(title, *args, **options):
    print("---", title)
    print(own(asyncio.format_call_graph(*args, **options)))


def helper():
    show("from a function called by a coroutine")


async def leaf():
    helper()
    show("in a coroutine", limit=1)
    show("in a coroutine", limit=-1)
    show("in a coroutine", limit=0)
    await asyncio.sleep(1)


async def middle():
    await leaf()


async def numbers():
    show("in an async generator")
    yield 1
    await asyncio.sleep(5)


async def iterates():
    async for n in numbers():
        pass


def plain():
    show("in a generator")
    yield 1


async def uses_plain():
    list(plain())
    await asyncio.sleep(5)


async def waits(awaitable):
    return await awaitable


async def main():
    t = asyncio.create_task(middle(), name="leaf")
    await asyncio.sleep(0)
    show("a task that nobody waits for", t)
    for title, make in {
        "a task": lambda: waits(waits(t)),
        "shield": lambda: shields(t),
        "wait": lambda: asyncio.wait([t]),
    }.items():
        waiter = asyncio.create_task(make(), name="waiter")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        show(f"{title} waits for it", t)
        await waiter
        t = asyncio.create_task(asyncio.sleep(1), name="sleeper")
    waiter = asyncio.create_task(gathers(t), name="gathers")
    await asyncio.sleep(0)
    show("gather waits for it", t)

    async def group():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(3), name="in a group")
            await asyncio.sleep(0.1)
            [child] = [task for task in asyncio.all_tasks() if task.get_name() == "in a group"]
            show("a child of a group", child, limit=0)
    await group()
    await asyncio.wait_for(asyncio.create_task(iterates(), name="iterates"), 20)
    await asyncio.create_task(uses_plain(), name="uses plain")
    future = asyncio.get_running_loop().create_future()
    waiter = asyncio.create_task(waits(future), name="waits for a future")
    await asyncio.sleep(0)
    show("a future", future)
    graph = asyncio.capture_call_graph(future)
    print(graph.future is future, graph.call_stack, len(graph.awaited_by), graph.awaited_by[0].future.get_name())
    print([entry.frame.f_code.co_name for entry in graph.awaited_by[0].call_stack])
    print(repr(asyncio.FutureCallGraph(1, (), ())), repr(asyncio.FrameCallGraphEntry(2)))
    future.set_result(None)
    asyncio.get_running_loop().call_soon(lambda: show("in a callback"))
    await asyncio.sleep(0)
    try:
        asyncio.capture_call_graph("no future")
    except TypeError as error:
        print(error)
    buffer = io.StringIO()
    t = asyncio.create_task(waits(future := asyncio.get_running_loop().create_future()), name="printed")
    await asyncio.sleep(0)
    asyncio.print_call_graph(t, file=buffer)
    print(own(buffer.getvalue()))
    future.set_result(None)
    await t


async def shields(t):
    await asyncio.shield(t)


async def gathers(t):
    await asyncio.gather(t)


asyncio.run(main())
try:
    asyncio.capture_call_graph()
except RuntimeError as error:
    print(error)
