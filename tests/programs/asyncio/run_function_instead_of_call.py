"""Forgetting the parentheses of main()."""
import asyncio


async def main():
    print("x")


asyncio.run(main)
