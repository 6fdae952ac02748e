"""wait_for awaits what has an __await__ by itself, and makes no coroutine of it."""
import asyncio
class A:
    def __init__(self, n): self.n = n
    def __await__(self):
        try: yield from asyncio.sleep(self.n).__await__()
        except BaseException as e: print(repr(e)); raise
        return "A"
async def main():
    for fut, t in ((A(1), 2), (A(2), 1), (A(1), 0), (A(0), None), (1, 1), (1, 0), (1, None), (None, 1), (None, None), (None, 0), ([], -1), (A, 1), (1, 'x')):
        try: print(await asyncio.wait_for(fut, t))
        except BaseException as e: print(repr(e), repr(e.__cause__))
asyncio.run(main())
