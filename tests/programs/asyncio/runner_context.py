"""asyncio.Runner: several run() on one loop."""
import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n, asyncio.get_running_loop().time()


with asyncio.Runner() as runner:
    print(runner.run(job(1)))
    print(runner.run(job(2)))
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed())
    try:
        runner.run(5)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(loop.is_closed())
try:
    c = job(1)
    runner.run(c)
except RuntimeError as e:
    print(e)
c.close()
with asyncio.Runner(debug=True) as runner:
    print(runner.get_loop().get_debug())
