"""How heaps are kept: which comparisons are made, what is refused, what a comparison that spoils the heap leads to."""
import heapq
def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(r)
    except BaseException as e:
        print(type(e).__name__, e)
class L:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        print(self.v, '<', o.v); return self.v < o.v
    def __repr__(self): return f'L{self.v}'
h = []
for v in (5, 2, 8, 1, 9, 3): heapq.heappush(h, L(v)); print(h)
print(heapq.heappop(h), h); print(heapq.heapreplace(h, L(4)), h); print(heapq.heappushpop(h, L(0)), heapq.heappushpop(h, L(7)), h)
h = [L(v) for v in (5, 2, 8, 1, 9, 3, 7)]; heapq.heapify(h); print(h)
print(heapq.nlargest(2, h), heapq.nsmallest(3, h), list(heapq.merge([1, 4], [2, 3], [0, 9])), list(heapq.merge([4, 1], [3, 2], reverse=True)))
for f in (heapq.heappush, heapq.heappop, heapq.heapify, heapq.heapreplace, heapq.heappushpop):
    show(f); show(f, 1); show(f, (1,), 2); show(f, []); show(f, [], 1); show(f, None, 1); show(f, [1], 2, 3); show(f, heap=[1]); print(f, f.__module__, f.__name__)
h = [3, 'a', 1]
show(heapq.heapify, h); print(h); show(heapq.heappush, h, None); print(h)
class Bad:
    def __lt__(self, o): h.clear(); return True
h = [Bad(), Bad(), Bad(), Bad()]
show(heapq.heapify, h); h = [Bad()]; show(heapq.heappushpop, h, Bad()); h = [Bad(), Bad()]; show(heapq.heappush, h, Bad()); print(h)
class SL(list): pass
s = SL([3,1,2]); heapq.heapify(s); print(s, heapq.heappop(s), s)
h = [3.5, 1, 2.5, 2**70, True, -1]; heapq.heapify(h); print(h, [heapq.heappop(h) for _ in range(6)])

for f in heapq.heappush_max, heapq.heappop_max, heapq.heapify_max, heapq.heapreplace_max, heapq.heappushpop_max:
    show(f); show(f, 1); show(f, []); show(f, [], 1); show(f, (1,), 2); print(f, f.__module__)
h = [L(v) for v in (5, 2, 8, 1, 9, 3, 7)]
heapq.heapify_max(h); print(h); heapq.heappush_max(h, L(6)); print(h, heapq.heappop_max(h), h)
print(heapq.heapreplace_max(h, L(4)), heapq.heappushpop_max(h, L(0)), heapq.heappushpop_max(h, L(10)), h)
