"""Limits of queues that are no ints are compared as the queue does it: `maxsize <= 0`, then `qsize() >= maxsize`."""
import asyncio
class Odd:
    def __init__(self, *answers): self.answers = list(answers)
    def __le__(self, other): print('le', other); return self.answers.pop(0)
    def __gt__(self, other): print('gt', other); return self.answers.pop(0)
    def __lt__(self, other): print('lt', other); return self.answers.pop(0)
async def main():
    for limit in ((1,), 'two', print, 1.5, None, Odd([], 'yes'), Odd(False, False), Odd(1, 2), True, [0]):
        queue = asyncio.Queue(limit)
        try:
            print(bool(queue.full()))
            queue.put_nowait(1)
            print(bool(queue.full()))
            queue.put_nowait(2)
        except (TypeError, IndexError, asyncio.QueueFull) as error:
            print(type(error).__name__, error)
asyncio.run(main())
