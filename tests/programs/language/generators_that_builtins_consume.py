"""What sum, list, set, any, max and their like do with each kind of item that a generator yields, and what can be seen of it meanwhile."""
import sys
import traceback


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


def of(*items):
    for item in items:
        yield item


def told(*items):
    for item in items:
        got = yield item
        print('after', item, got)


def nested(*items):
    yield from of(*items)
    return (yield from of(*items))


class Odd:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value

    def __eq__(self, other):
        print('eq', self.value, other, running.gi_running if running else None)
        return isinstance(other, Odd) and self.value == other.value

    def __bool__(self):
        print('bool', self.value, running.gi_running if running else None)
        return self.value > 1

    def __radd__(self, other):
        print('radd', other, running.gi_running if running else None)
        return other + self.value

    def __lt__(self, other):
        print('lt', self.value, other, running.gi_running)
        return self.value < getattr(other, 'value', other)

    __gt__ = __lt__

    def __repr__(self):
        return f'Odd({self.value})'


running = None
big = 1 << 62
for make in of, told, nested:
    show(lambda: sum(make(1, 2, 3)))
    show(lambda: list(make(1, 'a', None)))
for make in of, nested:
    for items in ((), (True, 2), (1, 2.5, 3), (0.1,) * 10, (1e308, 1e308), (big, big, -big), (1 << 60, 1 << 60, 1 << 60, 1 << 61), (1, 2j), (1.5, 2, 64.0, -16.5), (1, 'a'), (0.5, None), (1, [])):
        show(lambda: sum(make(*items)))
        show(lambda: max(make(*items)))
        show(lambda: min(make(*items), default='none'))
        show(lambda: set(make(*items)))
        show(lambda: frozenset(make(*items)) == frozenset(items))
        show(lambda: tuple(make(*items)))
        show(lambda: sorted(make(*items), reverse=True))
        show(lambda: (any(make(*items)), all(make(*items))))
        show(lambda: ' '.join(make(*items)))
show(lambda: sum(of([1], [2]), start=[]))
show(lambda: max(of(3, -4, 2), key=abs))
show(lambda: len(list(of(*range(1000)))))
show(lambda: len(set(i % 7 for i in range(1000))))

for call in sum, set, any, all, list:
    running = of(1, Odd(0), Odd(5), 0, Odd(5))
    show(lambda: call(running))
running = of(Odd(1), 1, 1)
show(lambda: len(set(running)))
for call in max, min:
    running = of(3, 1, Odd(2), 4)
    show(lambda: call(running))

rest = told(False, 0, '', 7, 8)
print(any(rest), next(rest), list(rest))
rest = told(True, 1, 'x', 0, 8)
print(all(rest), next(rest, 'end'), rest.gi_frame.f_lineno)
rest.close()


def fails():
    yield 1
    yield 2
    raise ValueError('third')


def itself():
    yield 1
    yield sum(me)


for make in fails, itself:
    me = make()
    try:
        sum(me)
    except ValueError:
        print(traceback.format_exc().split('\n', 1)[1])


def looks():
    for i in range(3):
        yield sys._getframe(1).f_code.co_name, sys._getframe().f_back.f_lineno


def looker():
    return list(looks())


print(looker())

events = []
sys.settrace(lambda frame, event, arg: events.append((frame.f_code.co_name, event, arg)))
total = sum(of(1, 2))
sys.settrace(None)
print(events)
