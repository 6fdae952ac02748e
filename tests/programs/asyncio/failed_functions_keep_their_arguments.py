"""What asyncio's functions were given lives as long as the traceback of their error, which has their frames."""
import asyncio
import sys

sys.stderr = sys.stdout


async def main():
    pass


loop = asyncio.new_event_loop()
try:
    asyncio.gather(main(), main())
except Exception as error:
    print('caught', type(error).__name__)
print('--')
try:
    asyncio.ensure_future(main())
except Exception as error:
    print('caught', type(error).__name__)
print('--')
try:
    asyncio.shield(main())
except Exception as error:
    print('caught', type(error).__name__)
print('--')
try:
    asyncio.gather(1, main())
except Exception as error:
    print('caught', type(error).__name__)
print('--')
try:
    loop.call_later(main(), print)
except Exception as error:
    print('caught', type(error).__name__)
print('--')
try:
    loop.call_later('a', main())
except Exception as error:
    print('caught', type(error).__name__)
print('--')


async def inside():
    try:
        await asyncio.gather(1, main())
    except Exception as error:
        print('caught', type(error).__name__)
    print('--')
    try:
        await asyncio.gather([main()])
    except Exception as error:
        print('caught', type(error).__name__)
    print('--')
    try:
        await asyncio.shield([main()])
    except Exception as error:
        print('caught', type(error).__name__)
    print('--')
    try:
        await asyncio.ensure_future([main()])
    except Exception as error:
        print('caught', type(error).__name__)
    print('--')
    try:
        await asyncio.sleep(main())
    except Exception as error:
        print('caught', type(error).__name__)
    print('--')
    try:
        await asyncio.sleep('a', main())
    except Exception as error:
        print('caught', type(error).__name__)
    print('--')
    try:
        await asyncio.wait_for(1, main())
    except Exception as error:
        print('caught', type(error).__name__)
    print('--')


asyncio.run(inside())
