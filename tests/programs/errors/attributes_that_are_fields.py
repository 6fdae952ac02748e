# What is a field of a struct in CPython is a "readonly attribute"; what it computes is "not writable"; methods are read-only.
import collections, contextvars, datetime, decimal, functools, re, struct, sys, time, types, weakref


def function(a, b=1):
    def inner():
        return a
    return inner


class Owner:
    __slots__ = ('slot', '__weakref__')

    def method(self):
        pass


async def nothing():
    pass

coroutine = nothing()
owner = Owner()
try:
    1 / 0
except ZeroDivisionError as error:
    trace = error.__traceback__
CASES = [(slice(1), 'start stop step'), (range(3), 'start stop step'), (1j, 'real imag'), (5, 'real numerator'), (property(), 'fget fset fdel'),
         (owner.method, '__func__ __self__'), (function(1), '__closure__ __globals__ __builtins__'), (coroutine, 'cr_origin cr_running'),
         (function.__code__, 'co_name co_consts co_firstlineno'), (staticmethod(len), '__func__'), (functools.partial(int), 'func args keywords'),
         (re.compile('a'), 'pattern flags groups groupindex match'), (re.match('a', 'a'), 'pos endpos re string lastindex group'),
         (list[int], '__origin__ __args__'), (int | str, '__args__'), (Owner.__dict__['slot'], '__name__ __objclass__'),
         (str.join, '__name__ __objclass__'), (weakref.ref(owner), '__callback__'), (contextvars.ContextVar('variable'), 'name'),
         (trace, 'tb_frame tb_lasti'), (time.gmtime(0), 'tm_year'), (sys.flags, 'debug'), (collections.deque(), 'maxlen append'),
         (datetime.timedelta(1), 'days seconds total_seconds'), (datetime.date(1, 1, 1), 'year'), (datetime.time(1), 'hour'),
         (struct.Struct('i'), 'size format pack other'), (decimal.Decimal(1), 'real adjusted other')]
for thing, names in CASES:
    for name in names.split():
        for change in (lambda: setattr(thing, name, 5), lambda: delattr(thing, name)):
            try:
                print(type(thing).__name__, name, change())
            except (AttributeError, TypeError) as error:
                print(type(thing).__name__, name, type(error).__name__, error)
coroutine.close()
