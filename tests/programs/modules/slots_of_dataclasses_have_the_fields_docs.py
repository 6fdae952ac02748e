from dataclasses import dataclass, field


@dataclass(slots=True)
class Point:
    x: int
    y: int = field(default=0, doc='how high')


@dataclass(slots=True, weakref_slot=True)
class Named(Point):
    name: str = field(default='', doc='what it is called')


@dataclass(slots=True)
class Plain:
    a: int = 1


print(Point.__slots__, Named.__slots__, Plain.__slots__)
print(Point.y.__doc__, Point.x.__doc__, Named.name.__doc__, Named(1, 2, 'n'))
