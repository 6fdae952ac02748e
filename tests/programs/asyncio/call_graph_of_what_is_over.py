"""print_call_graph leaves out as many frames as it is told, its own among them; a task that has ended has no frame to show."""
import asyncio
import io


def inner(depth):
    file = io.StringIO()
    asyncio.print_call_graph(depth=depth, file=file)
    print(*[line for line in file.getvalue().splitlines() if '/asyncio/' not in line], sep='\n')
    print(asyncio.format_call_graph(depth=depth).count('File '), len(asyncio.capture_call_graph(depth=depth).call_stack))


def outer(depth):
    inner(depth)


async def nothing():
    pass


async def main():
    for depth in 1, 2, 3:
        print('depth', depth)
        outer(depth)
    task = asyncio.create_task(nothing())
    await task
    print(asyncio.capture_call_graph(task).call_stack)
    try:
        asyncio.print_call_graph(task)
    except AttributeError as error:
        print(error)


asyncio.run(main())
