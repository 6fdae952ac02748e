"""The text of a handle says where the innermost function stands, whatever it is wrapped in; TimerHandle has a cancel of its own."""
import asyncio
import functools


@classmethod
def of_class(*args):
    print('ran', args)


@staticmethod
def static(*args):
    print('ran', args)


def wrapper(function):
    @functools.wraps(function)
    def call(*args):
        return function(*args)
    return call


class Callable:
    def __init__(self, function):
        functools.update_wrapper(self, function)

    def __call__(self):
        print('called')

    @wrapper
    def method(self):
        print('method')

    @functools.lru_cache
    def cached(self):
        print('cached')


class Endless:
    def __getattr__(self, name):
        if name == '__wrapped__':
            return None
        raise AttributeError(name)

    def __call__(self):
        print('endless')

    def __repr__(self):
        return 'Endless()'


@functools.cache
def remembered():
    print('remembered')


async def main():
    loop = asyncio.get_running_loop()
    thing = Callable(static)
    for call in (of_class, static, thing, thing.method, thing.cached, remembered, Endless(), functools.partial(thing, 1), wrapper(wrapper(main)), print,
                 functools.partial(functools.partial(static, 2), 3), len, Callable, 'text'.upper):
        handle = asyncio.Handle(call, (), loop)
        timer = loop.call_at(9, lambda: 0)
        print(handle)
    for method, args in (('cancel', (1,)), ('cancelled', (1,)), ('get_context', (1,)), ('when', (1,)), ('_run', (1,))):
        for each in (timer, handle):
            try:
                getattr(each, method)(*args)
            except (TypeError, AttributeError) as error:
                print(error)


asyncio.run(main())
