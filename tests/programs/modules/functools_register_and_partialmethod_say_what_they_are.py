import functools


def t(text):
    try:
        print(text, '=>', eval(text))
    except Exception as error:
        print(text, '=>', type(error).__name__, error)


def pair(self, a, b=0):
    return a, b


class H:
    part = functools.partialmethod(max, 5)
    two = functools.partialmethod(pair, 5, b=7)

    @functools.singledispatchmethod
    def kind(self, v): return 'any'


h = H()
sd = functools.singledispatch(len)


def noted(x: int): return 'int'
def wrong(x: 3): return 'int'
def both(x: int | str): return 'both'
def lists(x: int | list[int]): return 'lists'


for text in ['h.two(9)', 'h.two()', 'H.two(h)', 'H.two.__name__', 'H.two.__qualname__', 'H.two()', 'H.__dict__["part"]', 'functools.partialmethod(len, 1, a=2)', 'functools.partialmethod(3)',
             'sd.register(3)', 'sd.register("a", len)', 'sd.register(None)', 'sd.register(int)(str)', 'sd.register(int | str, len)', 'sd.register(list[int], len)', 'sd.register(list[int])', 'sd.register(3, len)',
             'sd.registry', 'H.kind.register(5)', 'sd.register(noted) is noted', 'sd(1)', 'sd.register(wrong)', 'sd.register(lists)', 'sd.register(both) is both', 'sd("a")', 'sd.register(int | list[int], len)']:
    t(text)
