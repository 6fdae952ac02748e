"""Handle and TimerHandle as a program makes them itself: what they say, run, compare and refuse."""
import asyncio


def call(*args):
    print('ran', args)


class Named(asyncio.Handle):
    def __init__(self, name, callback, loop):
        super().__init__(callback, (name,), loop)
        self.name = name


async def main():
    loop = asyncio.get_running_loop()
    handle = asyncio.Handle(call, (1, 2), loop)
    print(handle, handle.cancelled(), handle._args, handle.get_context() is not None)
    handle._run()
    handle.cancel()
    print(handle, handle.cancelled(), handle._args)
    one = asyncio.TimerHandle(5, call, (3,), loop)
    two = asyncio.TimerHandle(6.5, call, (3,), loop, None)
    print(one, one.when(), two.when(), one < two, one <= two, one > two, one >= two, one == two, hash(one) == hash(5))
    print(two == asyncio.TimerHandle(6.5, call, (3,), loop), two == 6.5, two != asyncio.TimerHandle(6.5, call, (4,), loop))
    two._run()
    two.cancel()
    print(two)
    named = Named('mine', call, loop)
    print(named, named.name)
    named._run()

    def fails():
        raise ValueError('told by the exception handler')

    loop.set_exception_handler(lambda loop, context: print(context['message'], repr(context['exception']), context['handle'] is failing))
    failing = asyncio.Handle(fails, (), loop)
    failing._run()
    for kind, arguments in ((asyncio.Handle, ()), (asyncio.Handle, (call, ())), (asyncio.TimerHandle, (1,))):
        try:
            kind(*arguments)
        except TypeError as error:
            print(error)
    try:
        one < 3
    except TypeError as error:
        print(error)


asyncio.run(main())
