"""gather inside a loop takes no futures of another, whatever else is given; outside, the first future's loop is the one."""
import asyncio

other = asyncio.new_event_loop()
future = other.create_future()


async def one():
    return 1


async def main():
    task = asyncio.create_task(one())
    for given in (future,), (future, future), (future, task), (task, future):
        try:
            print(await asyncio.wait_for(asyncio.gather(*given), 0.1))
        except ValueError as error:
            print(error)
    other.close()
    try:
        asyncio.gather(future)
    except ValueError as error:
        print(error)


together = asyncio.gather(future, other.create_future())
print(together, together.get_loop() is other)
asyncio.run(main())
