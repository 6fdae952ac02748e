"""What is registered with a selector is seen through one mapping; a closed selector has none."""
import asyncio
import selectors
import socket
from collections.abc import Mapping


def show(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f'{type(error).__name__}: {str(error).partition("<")[0]}'


a, b = socket.socketpair()
for kind in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    print(kind.__name__, issubclass(kind, selectors.BaseSelector))
    selector = kind()
    keys = selector.get_map()
    print(isinstance(keys, Mapping), len(keys), a in keys, keys.get(a))
    key = selector.register(a, selectors.EVENT_READ, 'data')
    print(len(keys), a in keys, a.fileno() in keys, list(keys) == [a.fileno()], keys[a] is key, selector.get_key(a.fileno()) is key)
    print(selector.modify(a, selectors.EVENT_WRITE, 'other').data, show(selector.modify, b, 1), show(keys.__getitem__, b), show(selector.unregister, b))
    selector.close()
    print(len(keys), selector.get_map())
    for function, *args in ((selector.get_key, a), (selector.register, a, 3), (selector.select, 0), (selector.close,)):
        result = show(function, *args)
        print(function.__name__, result if isinstance(result, str) else type(result).__name__)
print(show(selectors.BaseSelector))

loop = asyncio.SelectorEventLoop(selectors.SelectSelector())
own = loop._selector
print(type(own).__name__, loop.run_until_complete(asyncio.sleep(0, 'run')))
loop.close()
print(own.get_map(), loop._selector)
