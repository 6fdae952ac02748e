"""Handles of call_soon, call_later and call_at: cancel, cancelled, when."""
import asyncio


def say(*words, **more):
    print(*words, **more)


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon(say, "soon")
    later = loop.call_later(2, say, "later")
    at = loop.call_at(loop.time() + 1, say, "at")
    print(later.when() > at.when(), soon.cancelled())
    loop.call_soon(say, "never").cancel()
    gone = loop.call_later(0.5, say, "never")
    gone.cancel()
    gone.cancel()
    print(gone.cancelled(), gone.when() < later.when())
    await asyncio.sleep(3)
    print(later.cancelled())
    later.cancel()
    print(later.cancelled())
    for wrong in (lambda: loop.call_soon(5), lambda: loop.call_later("x", say), lambda: loop.call_later(1),
                  lambda: loop.call_at(None, say), lambda: loop.call_soon()):
        try:
            wrong()
        except TypeError as e:
            print(e)


asyncio.run(main())
