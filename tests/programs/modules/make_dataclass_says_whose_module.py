import abc
from dataclasses import make_dataclass

Point = make_dataclass('Point', [('x', int), ('y', int, 0)])
Frozen = make_dataclass('Frozen', ['a'], bases=(abc.ABC,), frozen=True)
Named = make_dataclass('Named', ['a'], module='elsewhere')


def marked(cls, **options):
    cls.mark = sorted(options)
    return cls


print(Point, Point(1), Point.__module__, Frozen, Frozen(2), Named)
print(make_dataclass('Marked', ['a'], decorator=marked, order=True))
