"""The forgotten await

Without await nothing runs. When a coroutine object that never ran is thrown
away, Python warns that it was never awaited: here at once, because nobody
holds it.
"""
import asyncio


async def save(record):
    print("saving", record)


async def main():
    save("first")
    print("it looks as if the first record was saved")
    await save("second")


asyncio.run(main())
