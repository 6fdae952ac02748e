"""sched, graphlib, reprlib, colorsys: each a little of all."""
import colorsys
import graphlib
import reprlib
import sched
import time
from collections import deque

s = sched.scheduler(time.monotonic, time.sleep)
begun = time.monotonic()


def say(what, *, mark='.'):
    print(f'{time.monotonic() - begun:.1f}', what, mark)


s.enter(2, 1, say, ('two',))
event = s.enter(1, 5, say, argument=('never',))
s.enter(1, 2, say, ('one, later',), {'mark': '!'})
s.enter(1, 1, say, ('one, first',))
s.cancel(event)
print(len(s.queue), s.empty(), s.queue[0].priority, s.queue[0]._fields)
print(round(s.run(blocking=False), 1))
print(s.run(), s.empty())
try:
    s.cancel(event)
except ValueError as error:
    print(type(error).__name__)

graph = {'D': {'B', 'C'}, 'C': {'A'}, 'B': {'A'}}
print([sorted(part) if len(part) > 1 else part for part in [list(graphlib.TopologicalSorter({'D': ['B'], 'B': ['A']}).static_order())]])
ts = graphlib.TopologicalSorter(graph)
ts.prepare()
while ts.is_active():
    ready = ts.get_ready()
    print(sorted(ready))
    ts.done(*ready)
for bad in ({'a': ['b'], 'b': ['c'], 'c': ['a']}, {'x': ['x']}, {1: [2], 2: [3], 3: [2], 4: []}):
    try:
        list(graphlib.TopologicalSorter(bad).static_order())
    except graphlib.CycleError as error:
        print(error.args[0], sorted(map(str, error.args[1])), error.args[1][0] == error.args[1][-1])
ts = graphlib.TopologicalSorter()
for wrong in (lambda: ts.get_ready(), lambda: bool(ts), lambda: ts.done(1), lambda: (ts.add(1, 2), ts.prepare(), ts.add(3)), lambda: ts.done(9), lambda: ts.done(1),
              lambda: (ts.get_ready(), ts.done(2), ts.done(2))):
    try:
        wrong()
    except ValueError as error:
        print(error)

for value in (list(range(100)), 'x' * 100, {i: i for i in range(10)}, set('abcdefgh'), (1,), (), [], {}, set(), deque(range(9)), frozenset(), 10 ** 100, 'short',
              [[[[[[[[1]]]]]]]], {'a': [1, {'b': (2,)}]}, 3.5, object):
    print(reprlib.repr(value))
r = reprlib.Repr(maxlist=2, maxlevel=2, indent=2)
print(r.repr([1, [2, 3, 4], 5, 6]), r.repr({'a': (1, 2)}))


class Node:
    def __init__(self):
        self.children = [self, 1]

    @reprlib.recursive_repr('<...>')
    def __repr__(self):
        return f'Node({self.children!r})'


print(Node())
for rgb in ((0.2, 0.4, 0.4), (1, 0, 0), (0.5, 0.5, 0.5), (0.1, 0.9, 0.3), (0, 0, 1)):
    for way in ('yiq', 'hls', 'hsv'):
        there = getattr(colorsys, 'rgb_to_' + way)(*rgb)
        back = getattr(colorsys, way + '_to_rgb')(*there)
        print(way, [round(x, 6) for x in there], [round(x, 6) for x in back])
