"""The default exception handler formats the traceback where something was made, whatever a program puts there."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for trace in (None, 5, [], ()):
        loop.call_exception_handler({"message": "of a source", "source_traceback": trace})
        loop.call_exception_handler({"message": "of a handle", "handle_traceback": trace, "zz": 1})


asyncio.run(main())
