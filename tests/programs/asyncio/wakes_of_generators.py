"""In which turn of the loop async generators are closed that nobody goes on with, and what closes them."""
import asyncio
import gc


class Turns:
    """Counts turns of the loop from start() on."""

    def start(self):
        self.count = 0
        self.going = True
        asyncio.get_running_loop().call_soon(self.tick)

    def tick(self):
        self.count += 1
        if self.going:
            asyncio.get_running_loop().call_soon(self.tick)


turns = Turns()


def at(*words):
    print(*words, "after", turns.count)


async def numbers(name):
    try:
        for n in range(5):
            await asyncio.sleep(0)
            yield n
    finally:
        at(name, "closing")
        await asyncio.sleep(0)
        at(name, "closed")


async def settle():
    for _ in range(12):
        await asyncio.sleep(0)
    turns.going = False
    await asyncio.sleep(0)


async def main():
    print("--- dropped")
    items = numbers("dropped")
    await anext(items)
    turns.start()
    del items
    await settle()
    print("--- left by break")
    turns.start()
    async for n in numbers("left"):
        at("item", n)
        if n == 1:
            break
    at("loop left")
    await settle()
    print("--- aclose")
    items = numbers("aclose")
    await anext(items)
    turns.start()
    await items.aclose()
    at("aclose over")
    await settle()
    print("--- never begun")
    turns.start()
    numbers("never")
    await settle()
    print("--- in a cycle")
    items = numbers("cycle")
    await anext(items)
    cycle = [items]
    cycle.append(cycle)
    turns.start()
    del items, cycle
    gc.collect()
    await settle()
    print("--- at the end of the loop")
    global kept
    kept = numbers("kept")
    await anext(kept)
    turns.start()
    turns.going = False


asyncio.run(main())
print("over")
