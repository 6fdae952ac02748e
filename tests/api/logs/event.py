import asyncio

class Gate:
    def __init__(self):
        self.opened = asyncio.Event()

async def pass_through(gate):
    await gate.opened.wait()

async def main():
    gate = Gate()
    tasks = [asyncio.create_task(pass_through(gate)) for _ in range(2)]
    await asyncio.sleep(1)
    gate.opened.set()
    gate.opened.set()
    gate.opened.clear()
    await asyncio.wait(tasks)

asyncio.run(main())
