import functools
class Holder:
    @functools.singledispatchmethod
    def kind(self, v):
        "kind doc"
        return 'any'
    @kind.register
    def _(self, v: int): return 'int'
    @kind.register(str)
    def _(self, v): return 'str', type(self).__name__
    @functools.singledispatchmethod
    @classmethod
    def made(cls, v): return cls.__name__, v
    @made.register
    @classmethod
    def _(cls, v: int): return cls.__name__, 'int', v
    @functools.singledispatchmethod
    @staticmethod
    def plain(v): return 'plain', v
    def __repr__(self): return 'Holder()'
h = Holder()
def each(*fs):
    for i, f in enumerate(fs):
        try: print(i, f())
        except BaseException as e: print(i, type(e).__name__, e)
each(lambda: h.kind(1), lambda: h.kind('a'), lambda: h.kind(None), lambda: h.kind(), lambda: Holder.kind, lambda: h.kind, lambda: h.kind.__name__, lambda: h.kind.__doc__, lambda: h.kind.__qualname__, lambda: h.kind.__wrapped__.__name__, lambda: Holder.made(1), lambda: h.made('x'), lambda: h.plain(3), lambda: Holder.kind(h, 1), lambda: Holder.kind(1, h), lambda: h.kind.register(float, lambda self, v: 'float')(h, 1.5), lambda: h.kind(1.5), lambda: h.kind.nope, lambda: Holder.__dict__['kind'].__isabstractmethod__, lambda: type(h.kind).__name__, lambda: functools.singledispatchmethod(3))
