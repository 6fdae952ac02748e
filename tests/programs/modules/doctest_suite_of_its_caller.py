import doctest
import sys
import types
import unittest

module = types.ModuleType('lessons')
sys.modules['lessons'] = module
exec('''
"""
>>> 1 + 1
2
"""
import doctest
def double(x):
    """
    >>> double(2)
    4
    """
    return 2 * x
def load_tests(loader, tests, pattern):
    tests.addTest(doctest.DocTestSuite())
    return tests
''', module.__dict__)


def here():
    """
    >>> here()
    """


suite = unittest.defaultTestLoader.loadTestsFromModule(module)
print(suite.countTestCases(), doctest.DocTestSuite().countTestCases(), doctest.DocTestSuite('lessons').countTestCases())
print(suite.run(unittest.TestResult()))
