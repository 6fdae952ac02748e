"""A future: a promised value

A future has no code of its own. Somebody awaits it, somebody else sets its
result; that puts the waiter on the ready queue, and the next turn of the
loop runs it.
"""
import asyncio


async def cook(order):
    await asyncio.sleep(0.4)
    order.set_result("pasta")
    print("cook: the order is ready")


async def main():
    loop = asyncio.get_running_loop()
    order = loop.create_future()
    order.add_done_callback(lambda future: print("callback:", future.result()))
    cooking = asyncio.create_task(cook(order))
    print("guest: waiting, done is", order.done())
    print("guest: eating", await order)
    await cooking


asyncio.run(main())
