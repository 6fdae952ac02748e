"""gather and errors

When a child fails, gather raises its error in the caller at once. It does
not cancel the other children: the slow one still prints. With
return_exceptions=True errors come back as results.
"""
import asyncio


async def fine(seconds):
    await asyncio.sleep(seconds)
    print(f"  fine after {seconds} s")
    return "fine"


async def broken():
    await asyncio.sleep(0.1)
    raise ValueError("something went wrong")


async def main():
    try:
        await asyncio.gather(broken(), fine(0.3))
    except ValueError as error:
        print("caught:", error)
    await asyncio.sleep(0.4)
    results = await asyncio.gather(broken(), fine(0.2), return_exceptions=True)
    print(results)


asyncio.run(main())
