"""Methods of a dataclass with slots name the class with slots, not the one that it was made of."""
from dataclasses import dataclass
from functools import wraps


def loud(function):
    @wraps(function)
    def wrapper(self):
        return function(self).upper()
    return wrapper


@dataclass
class Animal:
    name: str

    def says(self):
        return f'{self.name} says'


@dataclass(slots=True)
class Dog(Animal):
    age: int = 1

    def __post_init__(self):
        self.age += 1

    @loud
    def says(self):
        return super().says() + ' woof'

    @property
    def kind(self):
        return __class__


@dataclass(slots=True, frozen=True)
class Point:
    x: int

    @property
    def own(self):
        return __class__ is Point, super().__repr__() != ''

    @classmethod
    def made(cls):
        return cls is __class__


print(Dog('rex'), Dog('rex').says(), Dog('rex').kind is Dog, Point(1).own, Point.made())
