import asyncio

async def precious():
    await asyncio.sleep(2)
    print('done')

async def main():
    inner = asyncio.create_task(precious(), name='precious')
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 1), name='outer')
    try:
        await outer
    except TimeoutError:
        print('timeout')
    await inner

asyncio.run(main())
