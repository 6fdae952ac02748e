# The text of a field can be written; a field is copied with it.
import copy
from collections import namedtuple

Point = namedtuple('Point', 'x y')
print(Point.x.__doc__, Point.x)
Point.x.__doc__ = 'to the right'
other = copy.copy(Point.x)
print(Point.x.__doc__, '|', Point.y.__doc__, '|', other.__doc__, type(other), other is Point.x)
print(Point(1, 2).x, Point.x.__get__(Point(3, 4)))
