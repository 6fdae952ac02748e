"""AbstractEventLoop and AbstractServer: every method is there, and does nothing but say so."""
import asyncio

methods = [name for name in dir(asyncio.AbstractEventLoop) if not name.startswith("_")]
print(len(methods), methods)


class Mine(asyncio.AbstractEventLoop):
    def time(self):
        return 5.0


loop = Mine()
print(loop.time())
for name in ("run_forever", "is_running", "close", "get_debug", "stop"):
    try:
        getattr(loop, name)()
    except NotImplementedError as error:
        print(name, repr(error))
for make in (loop.shutdown_asyncgens, loop.shutdown_default_executor):
    coroutine = make()
    try:
        coroutine.send(None)
    except NotImplementedError as error:
        print(coroutine.__qualname__, repr(error))


class Server(asyncio.AbstractServer):
    def close(self):
        print("closed")

    async def wait_closed(self):
        print("waited")


async def main():
    async with Server() as server:
        print(isinstance(server, asyncio.AbstractServer), asyncio.iscoroutinefunction(server.serve_forever))
    print(isinstance(asyncio.get_running_loop(), asyncio.AbstractEventLoop))
    try:
        asyncio.AbstractServer().is_serving()
    except NotImplementedError as error:
        print(repr(error))


import warnings
warnings.simplefilter("ignore")
asyncio.run(main())
