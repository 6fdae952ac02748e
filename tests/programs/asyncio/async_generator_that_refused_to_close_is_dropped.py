"""An async generator that refused to close is closed once more when it is dropped, without the loop."""
import asyncio, gc, sys

async def items():
    try:
        yield 0
    finally:
        print('items end')
        try:
            yield 'last'
        finally:
            print('really')

async def main():
    a = items()
    print(await anext(a))
    try:
        await a.aclose()
    except RuntimeError as e:
        print(e)
    a = None
    gc.collect()
    await asyncio.sleep(0.1)
    print('later')
    a = items()
    print(await anext(a))
    a = None
    await asyncio.sleep(0.1)
    a = items()
    print(await anext(a))
    c = a.aclose()
    try: c.send(None)
    except RuntimeError as e: print(e)
    try: await a.aclose()
    except StopAsyncIteration: print('stop')
    try: await anext(a)
    except StopAsyncIteration: print('stop')
    a = c = None
    print('over')
    await asyncio.sleep(0.1)
asyncio.run(main())
