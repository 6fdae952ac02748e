"""unittest: what the assertions say when they fail; warnings, logs, counts."""
import logging
import unittest
import warnings

case = unittest.TestCase()


def attempt(name, *args, **kwargs):
    try:
        result = getattr(case, name)(*args, **kwargs)
        print(name, 'passes', result)
    except AssertionError as error:
        print(name, 'fails:', error)
    except TypeError as error:
        print(name, 'TypeError:', error)


attempt('assertEqual', 1, 1)
attempt('assertEqual', 1, 2)
attempt('assertEqual', 1, 2, 'with a message')
attempt('assertEqual', 'abc', 'abd')
attempt('assertEqual', 'line 1\nline 2\n', 'line 1\nline two\n')
attempt('assertEqual', 'a', 'a\n')
attempt('assertEqual', '', 'x')
attempt('assertEqual', [1, 2, 3], [1, 5, 3])
attempt('assertEqual', [1, 2], [1, 2, 3])
attempt('assertEqual', [], [1])
attempt('assertEqual', (1,), (2, 3))
attempt('assertEqual', {'a': 1, 'b': 2}, {'a': 1, 'b': 3})
attempt('assertEqual', {1, 2}, {2, 3})
attempt('assertEqual', [1], (1,))
attempt('assertEqual', ['a' * 50, 'b' * 50], ['a' * 50, 'c' * 50])
attempt('assertEqual', 'x' * 200, 'x' * 199 + 'y')
attempt('assertEqual', list(range(300)), list(range(299)))
attempt('assertNotEqual', 1, 1)
attempt('assertTrue', 0)
attempt('assertTrue', [])
attempt('assertFalse', 'x')
attempt('assertIs', 1, 2)
attempt('assertIsNot', None, None)
attempt('assertIsNone', 5)
attempt('assertIsNotNone', None)
attempt('assertIn', 1, [2])
attempt('assertNotIn', 2, [2])
attempt('assertIsInstance', 1, str)
attempt('assertIsInstance', 1, (str, list))
attempt('assertNotIsInstance', 1, int)
attempt('assertIsSubclass', int, str)
attempt('assertIsSubclass', int, int)
attempt('assertHasAttr', 'x', 'upper')
attempt('assertHasAttr', 'x', 'nope')
attempt('assertStartsWith', 'abc', 'b')
attempt('assertEndsWith', 'abc', ('x', 'y'))
attempt('assertGreater', 1, 2)
attempt('assertGreaterEqual', 1, 2)
attempt('assertLess', 2, 1)
attempt('assertLessEqual', 2, 1)
attempt('assertAlmostEqual', 1.0, 1.00000001)
attempt('assertAlmostEqual', 1.0, 1.1)
attempt('assertAlmostEqual', 1.0, 1.1, places=1)
attempt('assertAlmostEqual', 1.0, 1.5, delta=0.1)
attempt('assertAlmostEqual', 1, 2, places=1, delta=1)
attempt('assertNotAlmostEqual', 1.0, 1.0)
attempt('assertCountEqual', [1, 2, 2], [2, 1, 1])
attempt('assertCountEqual', [3, 1], [1, 3])
attempt('assertCountEqual', [[1], [2]], [[2], [3]])
attempt('assertSequenceEqual', [1, 2], (1, 2))
attempt('assertListEqual', [1], (1,))
attempt('assertDictEqual', {'k': 'v' * 60, 'l': 1}, {'k': 'v' * 60, 'm': 1})
attempt('assertSetEqual', {1}, {1, 2})
attempt('assertRegex', 'abc', 'x+')
attempt('assertRegex', 'abc', 'b')
attempt('assertNotRegex', 'abc', 'b.')
attempt('assertRaises', ValueError, int, 'x')
attempt('assertRaises', ValueError, int, '1')
attempt('assertRaises', (ValueError, TypeError), lambda: None)
attempt('assertRaises', 5, int)
attempt('assertRaisesRegex', ValueError, 'invalid', int, 'x')
attempt('assertRaisesRegex', ValueError, 'nope', int, 'x')
attempt('assertWarns', UserWarning, warnings.warn, 'w')
attempt('assertWarns', UserWarning, int)
attempt('assertWarnsRegex', UserWarning, 'x', warnings.warn, 'w')
attempt('fail', 'why')
attempt('fail')
with case.assertRaises(ZeroDivisionError) as caught:
    1 / 0
print(repr(caught.exception), caught.exception.__traceback__)
try:
    with case.assertRaises(ZeroDivisionError, msg='hint'):
        pass
except AssertionError as error:
    print(error)
try:
    with case.assertRaises(ZeroDivisionError):
        int('x')
except ValueError as error:
    print('through', error)
with case.assertWarns(DeprecationWarning) as caught:
    warnings.warn('old', DeprecationWarning)
print(caught.warning, caught.lineno)
with case.assertLogs('a.logger', 'WARNING') as caught:
    logging.getLogger('a.logger').warning('careful %d', 5)
    logging.getLogger('a.logger').info('not seen')
    logging.getLogger('a.logger.child').error('bad')
print(caught.output, [record.levelname for record in caught.records])
for context, message in ((case.assertLogs(), None), (case.assertLogs('x', level='ERROR'), 'info'), (case.assertNoLogs('x'), 'unexpected')):
    try:
        with context:
            if message:
                logging.getLogger('x').warning(message) if message == 'unexpected' else logging.getLogger('x').info(message)
    except AssertionError as error:
        print(error)
case.longMessage = False
attempt('assertEqual', 1, 2, 'only this')
case.longMessage, case.maxDiff = True, None
attempt('assertEqual', list(range(30)), list(range(29)) + [99])
print(case, repr(case), case.id(), case.countTestCases())


class Custom(unittest.TestCase):
    """A class of tests."""

    def test_one(self):
        """The first line.

        More.
        """

    def runTest(self):
        pass


print(Custom('test_one').shortDescription(), Custom('test_one'), repr(Custom('test_one')), Custom(), Custom('test_one') == Custom('test_one'))
try:
    Custom('nope')
except ValueError as error:
    print(error)
