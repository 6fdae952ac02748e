"""An error raised while asyncio.run cancels the remaining tasks is reported."""
import asyncio


async def background():
    try:
        await asyncio.sleep(100)
    finally:
        raise ZeroDivisionError("in the cleanup")


async def main():
    t = asyncio.create_task(background(), name="bg")
    await asyncio.sleep(0)
    return "value"


print(asyncio.run(main()))
