import asyncio

counter = 0
limits = {'a': 1}


def double(n):
    result = n * 2
    return result


async def fetch(name):
    global counter
    counter += 1
    await asyncio.sleep(1)
    return name.upper()


async def worker(name, delay):
    seen = []
    for turn in range(2):
        seen.append(double(turn))
        text = await fetch(name)
    del text
    await asyncio.sleep(delay)
    return seen


async def main():
    first = asyncio.create_task(worker('a', 0.5))
    both = await asyncio.gather(first, worker('b', 0.25))
    limits['b'] = len(both)
    print(both)


asyncio.run(main())
