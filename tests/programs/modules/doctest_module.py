"""doctest: what is found, what fails and how that is told, flags, verbose runs.

>>> 1 + 1
2
>>> factorial(3)
6
"""
import doctest
import sys


def factorial(n):
    """Return the factorial of n.

    >>> [factorial(n) for n in range(6)]
    [1, 1, 2, 6, 24, 120]
    >>> factorial(-1)
    Traceback (most recent call last):
        ...
    ValueError: n must be >= 0
    >>> for i in range(2):
    ...     print(i)
    ...
    0
    1
    """
    if n < 0:
        raise ValueError('n must be >= 0')
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def wrong(x):
    """
    >>> wrong(2)
    5
    >>> wrong(0)
    1
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    c
    >>> wrong('x')
    >>> x = 3
    >>> wrong(1)  # doctest: +SKIP
    7
    >>> wrong(4)
    Traceback (most recent call last):
    KeyError: 4
    """
    return 2 * 10 // x


class Stack:
    """A stack.

    >>> s = Stack()
    >>> s.push(3)
    >>> s.pop()
    3
    """

    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        """
        >>> Stack().pop()
        Traceback (most recent call last):
        ...
        IndexError: pop from empty list
        """
        return self.items.pop()

    @property
    def size(self):
        """
        >>> Stack().size
        0
        """
        return len(self.items)

    @staticmethod
    def kind():
        """
        >>> Stack.kind()
        'stack'
        """
        return 'stack'


def flags():
    """
    >>> print(list(range(20)))  # doctest: +ELLIPSIS
    [0, 1, ..., 18, 19]
    >>> print('a   b\\n c')  # doctest: +NORMALIZE_WHITESPACE
    a b c
    >>> int('x')  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: something else
    >>> True
    1
    >>> {'b': 1}
    {'b': 1}
    >>> 'text'
    'text'
    """


__test__ = {'more': '>>> factorial(4)\n24\n'}

if __name__ == '__main__':
    print(doctest.testmod())
    del wrong
    print(doctest.testmod(verbose=True))
    doctest.run_docstring_examples(flags, globals(), verbose=True, name='flags')
    tests = doctest.DocTestFinder().find(Stack, 'Stack')
    print(tests)
    runner = doctest.DocTestRunner(verbose=False)
    print([runner.run(test) for test in tests], runner.summarize(verbose=False))
    examples = doctest.DocTestParser().get_examples('text\n>>> 1 +\\\n... 2\n3\n\nmore\n   >>> x = 1 # doctest: +SKIP\n')
    print([(e.source, e.want, e.lineno, e.indent, e.options) for e in examples])
    for text in ('>>>x', '  >>> a\n b', '>>> x # doctest: +NOPE'):
        try:
            doctest.DocTestParser().parse(text, 'name')
        except ValueError as error:
            print(error)
    print(doctest.script_from_examples('Text.\n>>> 1\n1\n\nmore\n>>> x = 2\n'))

    def differ():
        """
        >>> print('1\\n2\\n3\\n4')
        1
        2
        x
        4
        """
    doctest.run_docstring_examples(differ, {}, optionflags=doctest.REPORT_NDIFF)
    doctest.run_docstring_examples(differ, {}, optionflags=doctest.REPORT_UDIFF)
