import random
from collections import OrderedDict

random.seed(5)
order, od = [], OrderedDict()
for step in range(4000):
    what = random.randrange(7)
    key = random.randrange(40)
    if what == 0:
        if key not in od:
            order.append(key)
        od[key] = step
    elif what in (1, 2) and key in od:
        order.remove(key)
        order.insert(0 if what == 1 else len(order), key)
        od.move_to_end(key, last=what == 2)
    elif what == 3 and od:
        assert od.popitem(last=False)[0] == order.pop(0)
    elif what == 4 and random.random() < 0.3 and od:
        assert od.popitem()[0] == order.pop()
    elif what == 5 and key in od and random.random() < 0.3:
        order.remove(key)
        del od[key]
    assert list(od) == order and list(reversed(od)) == order[::-1], (step, list(od), order)
    assert list(od.keys()) == [k for k, _ in od.items()] and len(od.values()) == len(order)
print(order, od == OrderedDict((k, od[k]) for k in order), od == OrderedDict((k, od[k]) for k in reversed(order)))
copies = [od.copy(), OrderedDict(od), OrderedDict(od.items()), od | {}]
print([list(c) == order for c in copies], [c == od for c in copies], dict(od) == od)
big = OrderedDict.fromkeys(range(30000))
for k in range(0, 30000, 2):
    big.move_to_end(k, last=False)
print(list(big)[:3], list(big)[-3:])
for k in range(30000):
    big.popitem(last=bool(k % 3))
print(big)
