from __future__ import annotations

print(__annotations__)
a: int = 1
if a:
    b: str
else:
    c: Nowhere
print(__annotations__)


class C:
    x: list[int]
    print(__annotations__)
    if not a:
        y: Missing
    __hidden: Missing = 3


print(C.__annotations__, C.__annotate__)
print(sorted(name for name in C.__dict__ if 'ann' in name))


def f(p: Missing, *rest: int, **more: str) -> Missing:
    local: Missing = 1
    return local


print(f.__annotations__, f(1))


class NothingAnnotated:
    pass


print(NothingAnnotated.__annotations__)
for k in range(2):
    if k == 1:
        late: float
    else:
        early: float
    print(list(__annotations__))
try:
    broken: int = 1 / 0
except ZeroDivisionError:
    print('broken' in __annotations__)
del __annotations__
try:
    after: int
except NameError as e:
    print(e)
