"""sys.exit with a text in main."""
import asyncio
import sys


async def main():
    try:
        sys.exit("bye")
    finally:
        print("finally")


asyncio.run(main())
