# What is made by Queue[int]() knows that it was.
import asyncio
import queue
from collections import UserList, deque


class Own:
    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __init__(self, *args, **names):
        print('made', args, names, hasattr(self, '__orig_class__'))


class Slots(Own):
    __slots__ = 'a',


class Refuses(Own):
    def __setattr__(self, name, value):
        raise RuntimeError(f'no {name} here')


for alias in asyncio.Queue[int], asyncio.LifoQueue[str], queue.Queue[int], UserList[int], deque[int], list[int], Own[int]:
    print(alias, getattr(alias(), '__orig_class__', None) is alias)
print(asyncio.Queue[int](maxsize=3).maxsize, Own[int, str](1, 2, name=3).__orig_class__)
for alias, arguments in (Refuses[int], ()), (asyncio.Queue[int], (1, 2)):
    try:
        alias(*arguments)
    except Exception as error:
        print(repr(error))
print('release' in vars(asyncio.Lock), 'locked' in asyncio.Lock.__dict__, 'get_nowait' in vars(asyncio.Queue), 'when' in vars(asyncio.Timeout))
