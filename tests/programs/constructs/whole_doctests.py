"""A module with doctests, run by doctest.

>>> add(1, 2)
3
>>> [add(i, i) for i in range(3)]
[0, 2, 4]
"""
import doctest
import unittest
import sys


def add(a, b):
    """Add two things.

    >>> add(2, 3)
    5
    >>> add("a", 1)
    Traceback (most recent call last):
        ...
    TypeError: can only concatenate str (not "int") to str
    >>> print(add([1], [2, 3, 4, 5]))  # doctest: +ELLIPSIS
    [1, ..., 5]
    >>> add(0.1, 0.2)
    0.3
    """
    return a + b


class Stack:
    """A stack.

    >>> s = Stack()
    >>> s.push(1); s.push(2)
    >>> s.pop()
    2
    >>> len(s)
    1
    >>> s
    <Stack 1>
    >>> print("a   b")  # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> for x in s.items:
    ...     print(x)
    ...
    1
    >>> print("x\\n\\ny")
    x
    <BLANKLINE>
    y
    >>> s.pop(); s.pop()
    1
    Traceback (most recent call last):
    IndexError: empty
    """
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x)
    def pop(self):
        """
        >>> Stack().pop()
        Traceback (most recent call last):
        ValueError: wrong
        >>> 1 / 0  # doctest: +SKIP
        >>> undefined
        1
        """
        if not self.items: raise IndexError("empty")
        return self.items.pop()
    def __len__(self): return len(self.items)
    def __repr__(self): return f"<Stack {len(self)}>"
    __test__ = {}


__test__ = {"extra": ">>> add(1, 1)\n2\n", "fails": """
>>> add(1, 1)
3
"""}
print(doctest.testmod(report=True, optionflags=doctest.REPORT_NDIFF))
runner = doctest.DocTestRunner(verbose=True)
for test in doctest.DocTestFinder().find(add, "add", globs={"add": add}):
    print(test, test.examples[0].source.strip(), test.examples[0].want.strip())
    print(runner.run(test))
print(runner.summarize(verbose=False))
suite = doctest.DocTestSuite(sys.modules["__main__"])
print(suite.countTestCases(), [t.id() for t in suite])
