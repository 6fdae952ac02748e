from collections import deque


def attempt(label, f, *a, **k):
    try:
        print(label, repr(f(*a, **k)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Mut:
    def __init__(self, d, r): self.d, self.r = d, r
    def __eq__(self, o): self.d.clear(); return self.r
for match in (True, False):
    dq = deque(['ab']); dq.extend([Mut(dq, match), 'c'])
    attempt('deq', dq.remove, 'c')
for match in (True, False):
    dq = deque(['ab']); dq.extend([Mut(dq, match), 'c'])
    attempt('deq', dq.index, 'c'); dq.extend([Mut(dq, match), 'c']); attempt('deq', dq.count, 'c'); dq.extend([Mut(dq, match), 'c']); attempt('deq', lambda: 'c' in dq)
