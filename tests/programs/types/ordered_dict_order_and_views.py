from collections import OrderedDict
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
od = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
print(od.keys(), od.values(), od.items())
print(type(od.keys()), type(od.items()), type(od.values()), type(iter(od)), type(iter(od.keys())), type(iter(od.items())), type(iter(od.values())), type(reversed(od)), type(reversed(od.keys())), type(reversed(od.items())))
print(list(reversed(od)), list(reversed(od.keys())), list(reversed(od.values())), list(reversed(od.items())))
print(repr(iter(od)).split(' at ')[0], repr(reversed(od.keys())).split(' at ')[0])
print(isinstance(od.keys(), type({}.keys())))
print(sorted(od.keys() & {"a"}), sorted(od.keys() | {"z"}), sorted(od.keys() - {"a"}), sorted(od.items() ^ {("a", 1)}), len(od.keys()), "a" in od.keys(), od.keys().isdisjoint("z"), od.keys() == {"a", "b", "c"})
def mut(action, view=lambda o: o):
    od = OrderedDict.fromkeys('abc', 0)
    def run():
        out = []
        for k in view(od):
            out.append(k); action(od, k)
            if len(out) > 10: break
        return out
    t(run)
for v in (lambda o: o, lambda o: o.keys(), lambda o: o.items(), reversed):
    mut(lambda o, k: o.__setitem__('z', 1), v)
    mut(lambda o, k: o.pop('c', None), v)
    mut(lambda o, k: o.move_to_end('a'), v)
    mut(lambda o, k: o.move_to_end('a', last=False), v)
    mut(lambda o, k: o.clear(), v)
    mut(lambda o, k: o.update(a=5), v)
    mut(lambda o, k: (o.pop('b', 0), o.__setitem__('b', 1)), v)
t(lambda: od.move_to_end('zz'))
t(lambda: OrderedDict().popitem())
t(lambda: OrderedDict().popitem(last=False))
t(lambda: od.pop('zz'))
t(lambda: od.pop('zz', 5))
t(lambda: od.pop('zz', default=5))
t(lambda: OrderedDict(1))
t(lambda: OrderedDict([1]))
t(lambda: OrderedDict([(1, 2, 3)]))
t(lambda: OrderedDict({}, {}))
t(lambda: OrderedDict.fromkeys(3))
t(lambda: od.setdefault('q', 9)); print(od)
t(lambda: od.setdefault('q')); t(lambda: od.setdefault('r')); print(od)
print(od == OrderedDict(reversed(list(od.items()))), od == dict(reversed(list(od.items()))), dict(reversed(list(od.items()))) == od)
print(od != OrderedDict(od), OrderedDict(a=1) == OrderedDict(a=1.0), OrderedDict(a=1) == 3, OrderedDict(a=1) != {'a': 1})
print(OrderedDict([(1, 2)]) | {3: 4}, {3: 4} | OrderedDict([(1, 2)]), type({3: 4} | OrderedDict()))
o2 = OrderedDict(a=1); o2 |= {'b': 2}; print(o2); o2 |= [('c', 3)]; print(o2)
t(lambda: OrderedDict() | 3); t(lambda: OrderedDict() | [(1, 2)])
class Sub(OrderedDict):
    pass
s = Sub(x=1); s.attr = 3
print(s, s.copy(), type(s.copy()), vars(s), s.copy().__dict__)
print(repr(OrderedDict()), repr(OrderedDict({1: OrderedDict()})))
od3 = OrderedDict(); od3['self'] = od3; print(od3)
import copy
c = copy.copy(s); print(c, type(c), c.__dict__); c = copy.deepcopy(s); print(c, c.__dict__)
print(od.__reduce__()[:4], s.__reduce__()[:4])
t(lambda: hash(od))

class Miss(OrderedDict):
    def __missing__(self, k): return 'missing ' + k
print(Miss()['zork'], Miss().pop('x', 1)); t(lambda: Miss().pop('x'))
class Log(OrderedDict):
    def __setitem__(self, k, v): print('set', k); super().__setitem__(k, v)
    def __delitem__(self, k): print('del', k); super().__delitem__(k)
    def __getitem__(self, k): print('get', k); return super().__getitem__(k)
l = Log(a=1, b=2); l.update(c=3); l.move_to_end('a'); l.popitem(); l.popitem(last=False); t(lambda: l.pop('c')); l.setdefault('d', 4); print(l); print(l == l.copy()); l.clear(); l |= {'e': 1}
print(od.items().mapping if hasattr(od.items(), 'mapping') else None)
e = OrderedDict.fromkeys(range(5)); del e[2]; e[2] = 1; print(list(e), list(reversed(e))); e.move_to_end(0, last=False); e.move_to_end(3, False); print(list(e)); print(e.popitem(False), e.popitem(), e)
d = dict(od); print(d)
print(list(od), *od, [*od.items()], {**od})
print(od.get('zz'), od.get('a'), 'a' in od, len(od), bool(OrderedDict()))
it = iter(od); print(next(it)); print(list(it), list(it))

print(od.__class_getitem__(int), OrderedDict[str, int])
x = OrderedDict(a=1); y = OrderedDict(b=x); x['y'] = y; print(x)
