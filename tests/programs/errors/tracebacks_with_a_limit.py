# sys.tracebacklimit: how many entries the traceback of an uncaught error has, those nearest to where it was raised.
import asyncio
import sys


def fall(depth):
    if depth:
        fall(depth - 1)
    raise ValueError(depth)


for limit in (0, 1, 2, -1, 1000, None):
    sys.tracebacklimit = limit
    print('limit', limit, file=sys.stderr)
    try:
        try:
            fall(3)
        except ValueError as error:
            raise KeyError('key') from error
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)
del sys.tracebacklimit
try:
    fall(2)
except ValueError as error:
    sys.excepthook(type(error), error, error.__traceback__)
for sys.tracebacklimit in (1, 0):
    try:
        raise ExceptionGroup('group', [ValueError(1)])
    except ExceptionGroup as error:
        sys.excepthook(type(error), error, error.__traceback__)


async def main():
    asyncio.get_running_loop().call_soon(fall, 1)
    await asyncio.sleep(0.1)


asyncio.run(main())
fall(2)
