# StopIteration that comes up at a yield from is the end of what was iterated there, wherever it came from.
import asyncio


class Numbers:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        return self.n


class Throws(Numbers):
    def throw(self, *args):
        print('  throw', args)
        raise args[0] if isinstance(args[0], BaseException) else args[0]()


class Closes(Numbers):
    error = None

    def close(self):
        print('  close')
        if self.error:
            raise self.error


class Computed(Numbers):
    @property
    def throw(self):
        print('  throw is asked for')
        raise AttributeError('throw')

    @property
    def close(self):
        print('  close is asked for')
        raise AttributeError('close')


class Mine(StopIteration):
    pass


def through(what):
    try:
        got = yield from what
    except BaseException as e:
        print('  saw', repr(e), repr(e.__context__))
        yield 'after error'
    else:
        print('  got', repr(got))
        yield 'after value'


def attempt(label, what, error):
    g = through(what)
    next(g)
    try:
        print(label, repr(g.throw(error)))
    except BaseException as e:
        print(label, 'raised', repr(e), repr(e.__cause__))


closes = Closes()
closes.error = StopIteration(8)
closing = Closes()
closing.error = OSError('no')
for label, what in [('list', [1, 2]), ('numbers', Numbers()), ('throws', Throws()), ('closes', Closes()),
                    ('close stops', closes), ('close fails', closing), ('computed', Computed()),
                    ('generator', (x for x in range(3))), ('range', range(3)), ('zip', zip('ab', 'cd'))]:
    for error in StopIteration(5), StopIteration, Mine(6), StopIteration(), ValueError(1), GeneratorExit(2), GeneratorExit:
        if not isinstance(error, type) or label != 'throws':
            attempt(f'{label} {error!r}', what, error)


async def futures():
    async def waits(future):
        try:
            print('value', await future)
        except BaseException as e:
            print('error', repr(e))

    loop = asyncio.get_running_loop()
    for error in StopIteration(4), ValueError('v'):
        c = waits(loop.create_future())
        c.send(None)
        try:
            c.throw(error)
        except BaseException as e:
            print('raised', repr(e))

asyncio.run(futures())
