"""An indented statement is the last good one: from there on no keyword makes the text right."""
import asyncio


async def ticker():
    if asyncio:
        for beat in range(5):
            await asyncio.sleep(0.1)


async df main():
    pass
