"""Cancelling the outermost task cancels the innermost thing that is awaited."""
import asyncio


async def inner():
    try:
        await asyncio.sleep(50)
    finally:
        print("inner leaves")


async def middle():
    try:
        await asyncio.create_task(inner())
    finally:
        print("middle leaves")


async def outer():
    try:
        await middle()
    finally:
        print("outer leaves")


async def main():
    t = asyncio.create_task(outer())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("main sees it")


asyncio.run(main())
