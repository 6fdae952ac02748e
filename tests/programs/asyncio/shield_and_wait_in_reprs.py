"""Reprs of a shielded task, of the shield and of who waits for both, and the errors of wrong calls."""
import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError('x')


async def main():
    task = asyncio.create_task(bad())
    shields = [asyncio.shield(task), asyncio.shield(task)]
    print(shields[0], task)
    waiting = asyncio.create_task(asyncio.wait([task], timeout=5))
    await asyncio.sleep(0)
    print(task, waiting)
    for shield in shields:
        shield.cancel()
    await asyncio.sleep(0)
    print(task, shields[0])
    # The error of the shielded task is told once, however many shields it had.
    print(await waiting)
    for call in (lambda: asyncio.shield(3), lambda: asyncio.shield()):
        try:
            call()
        except TypeError as error:
            print(error)
    for arguments in ([1],), ([task], 'soon'):
        try:
            await asyncio.wait(arguments[0], timeout=arguments[1] if len(arguments) > 1 else None)
        except (AttributeError, TypeError) as error:
            print(error)
    print(await asyncio.shield(arg=asyncio.sleep(0, 5)))


asyncio.run(main())
