# What CPython has in Python looks like Python, whoever does its work: a function with parameters, defaults and a module.
import asyncio
import inspect
from unittest import mock

for function in (asyncio.sleep, asyncio.gather, asyncio.shield, asyncio.ensure_future, asyncio.isfuture, asyncio.iscoroutine,
                 asyncio.set_event_loop):
    print(function.__name__, function.__qualname__, function.__module__, type(function).__name__, inspect.signature(function),
          function.__defaults__, function.__kwdefaults__, inspect.iscoroutinefunction(function), repr(function).split(' at ')[0])


class Holder:
    nap = asyncio.sleep  # a function in a class is a method
    later = staticmethod(asyncio.sleep)

    def __le__(self, other):
        return True


async def main():
    print(await Holder().nap('from the method'), await Holder.later(0, result='static'), await asyncio.sleep(delay=0, result='named'))
    print(await asyncio.gather(*[asyncio.sleep(0, n) for n in range(3)], return_exceptions=True))
    for wrong in (lambda: asyncio.sleep(), lambda: asyncio.sleep(1, 2, 3), lambda: asyncio.shield(), lambda: asyncio.gather(x=1)):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
with mock.patch('asyncio.sleep') as fake:
    async def wait():
        await asyncio.sleep(1000)
        fake.assert_awaited_once_with(1000)
    print(type(fake).__name__)
    asyncio.run(wait())
