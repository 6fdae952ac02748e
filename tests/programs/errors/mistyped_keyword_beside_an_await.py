"""A guess is compiled, not only parsed: what awaits outside of functions in the lines that are looked at is no right text."""
import asyncio


async def main():
    try: print(await asyncio.sleep(0, 1))
    except ValueError as e: print(repr(e))
    await asyncio.sleep(0)
    d_el asyncio
