import asyncio

class Secret:
    def __repr__(self):
        raise RuntimeError('nobody asks for the repr of an item')

async def main():
    stack, heap = asyncio.LifoQueue(), asyncio.PriorityQueue()
    last = asyncio.LifoQueue()
    for number in 2, 1, 3:
        last.put_nowait(number)
        heap.put_nowait(number)
    last.get_nowait(), heap.get_nowait()
    stack.put_nowait(Secret())

asyncio.run(main())
