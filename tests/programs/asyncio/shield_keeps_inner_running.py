"""shield: the outer await is cancelled, the inner task goes on."""
import asyncio


async def important():
    print("saving")
    await asyncio.sleep(2)
    print("saved")
    return "ok"


async def main():
    inner = asyncio.create_task(important())
    try:
        await asyncio.wait_for(asyncio.shield(inner), 1)
    except TimeoutError:
        print("gave up waiting", inner.done(), inner.cancelled())
    print(await inner)
    outer = asyncio.shield(asyncio.create_task(asyncio.sleep(1, "x")))
    print(outer.cancel(), outer.cancelled())
    try:
        await outer
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    done = asyncio.get_running_loop().create_future()
    done.set_result(5)
    print(asyncio.shield(done) is done)
    failing = asyncio.shield(asyncio.ensure_future(fails()))
    try:
        await failing
    except ValueError as e:
        print(e)
    late = asyncio.shield(asyncio.ensure_future(fails()))
    await asyncio.sleep(0)
    late.cancel()
    await asyncio.sleep(1)


async def fails():
    await asyncio.sleep(0.1)
    raise ValueError("inner failed")


asyncio.run(main())
