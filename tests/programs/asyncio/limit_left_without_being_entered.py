# Leaving a time limit that is not entered, or left already, is an assertion that fails.
import asyncio


async def leave(limit):
    try:
        print(await limit.__aexit__(None, None, None))
    except AssertionError as error:
        print(repr(error), limit)


async def main():
    await leave(asyncio.timeout(1))
    async with asyncio.timeout(1) as limit:
        await leave(limit)
        try:
            limit.reschedule(2)
        except RuntimeError as error:
            print(error)
        await leave(limit)
        limit = asyncio.timeout(1)
    await leave(limit)


try:
    asyncio.run(main())
except AssertionError as error:
    print("out of the block", repr(error))
