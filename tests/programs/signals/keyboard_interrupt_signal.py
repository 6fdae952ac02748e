"""Ctrl-C during asyncio.run cancels main and raises KeyboardInterrupt."""
import asyncio
import signal


async def main():
    asyncio.get_running_loop().call_later(0.1, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main cancelled")
        raise
    finally:
        print("cleanup")


try:
    asyncio.run(main())
except KeyboardInterrupt as e:
    print("KeyboardInterrupt", repr(e.__context__), repr(e.__cause__))
