"""gather belongs to the loop that runs; only when none runs, to that of the first future."""
import asyncio


async def main(far, done):
    for futures in (far,), (far, far), (asyncio.sleep(0), far), (done,), (done, asyncio.sleep(0)):
        try:
            print(await asyncio.gather(*futures, return_exceptions=True))
        except ValueError as error:
            print(error)


other = asyncio.new_event_loop()
far, done = other.create_future(), other.create_future()
done.set_result("done")
asyncio.run(main(far, done))
both = asyncio.gather(far, done)
print(both.get_loop() is other)
far.set_result("far")
print(other.run_until_complete(both))
other.close()
