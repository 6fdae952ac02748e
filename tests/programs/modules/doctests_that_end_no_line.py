"""
>>> for i in range(3):
...     print(i, end=',')
0,1,2,
>>> print('x', end='')
y
"""
import doctest
import io
import sys
import unittest


def half(n):
    """
    >>> half(4)
    3
    """
    return n // 2


print(doctest.testmod())
suite = doctest.DocTestSuite(sys.modules['__main__'])
result = unittest.TextTestRunner(io.StringIO()).run(suite)
for test, text in result.failures:
    print(test, test.id(), test.shortDescription(), text, sep='\n')
