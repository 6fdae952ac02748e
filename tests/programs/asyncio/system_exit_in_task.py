"""sys.exit inside a task ends the program with that status."""
import asyncio
import sys


async def quits():
    await asyncio.sleep(1)
    print("quitting")
    sys.exit(7)


async def other():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("other cancelled")
        raise


async def main():
    asyncio.create_task(other())
    t = asyncio.create_task(quits())
    try:
        await t
    finally:
        print("main leaves")


asyncio.run(main())
