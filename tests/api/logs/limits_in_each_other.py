import asyncio

async def main():
    try:
        async with asyncio.timeout(5) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                print('inner', inner.expired(), outer.expired())
            outer.reschedule(asyncio.get_running_loop().time() + 2)
            async with asyncio.timeout(None) as endless:
                await asyncio.sleep(10)
    except TimeoutError:
        print('outer', outer.expired(), endless.expired())

asyncio.run(main())
