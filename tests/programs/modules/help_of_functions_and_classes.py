"""help() of what a program defines: functions, methods, classes, objects, and names."""
import abc


def add(a, b=1, *args, k: int = 3, **kw) -> int:
    """Add numbers.

    More about it:
        indented.
    """
    return a + b


def many(first_of_the_parameters, second_of_the_parameters=None, *, third_of_the_parameters: str = 'text') -> None:
    """Too long for a line."""


async def fetch(url: 'str', *, timeout=5.0):
    "Fetch."


class A:
    """A class.

    With more to say.
    """
    limit = 10
    numbers = list(range(60))
    name: str = 'a'

    def __init__(self, x):
        "Make one."
        self.x = x

    def method(self, y=[1]):
        """Do it."""

    @classmethod
    def make(cls, n):
        "Make another."

    @staticmethod
    def tool(q):
        "A tool."

    @property
    def p(self):
        "The p."
        return 1

    @p.setter
    def p(self, v):
        pass

    @property
    def q(self):
        "The q."
        return 2

    def __eq__(self, other):
        "Whether both are equal."
        return True

    def _private(self):
        pass

    async def waits(self):
        "Wait."

    async def gives(self):
        "Give."
        yield 1


class B(A):
    __slots__ = ('s',)

    def method(self, y=2):
        "Do it otherwise."

    def other(self, key=len):
        "Other."

    alias = other

    class Inner:
        "Within."


class Base(abc.ABC):
    @abc.abstractmethod
    def run(self):
        "Run."


class Runs(Base):
    def run(self):
        "Runs."


class Empty:
    pass


for each in (add, many, fetch, A, B, Base, Runs, Empty, A(1).method, A.method, A.make, A.tool, A.p, A(1), B.Inner, lambda x, *y: x):
    help(each)
    print('=====')
help('nosuchthing')
help('while')
try:
    help(1, 2)
except TypeError as error:
    print(type(error).__name__)
