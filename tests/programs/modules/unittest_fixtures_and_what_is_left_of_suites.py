"""Fixtures of modules with cleanups, suites after their run, subtests in one another, debug()."""
import io
import sys
import unittest

events = []


def setUpModule():
    events.append('setUpModule')
    unittest.addModuleCleanup(events.append, 'module cleanup')
    raise RuntimeError('no module')


def tearDownModule():
    events.append('tearDownModule')


class Plain(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        events.append('setUpClass')
        cls.addClassCleanup(events.append, 'class cleanup')

    @classmethod
    def tearDownClass(cls):
        events.append('tearDownClass')

    def test_one(self):
        events.append('one')

    @unittest.skip('not today')
    def test_two(self):
        events.append('two')

    @unittest.expectedFailure
    def test_expected(self):
        self.addCleanup(self.fail, 'in cleanup')
        self.fail('expected')

    @unittest.expectedFailure
    def test_expected_in_subtest(self):
        for number in range(3):
            with self.subTest(number=number):
                self.assertEqual(number, 0)

    def test_nested(self):
        with self.subTest('outer', a=1, b=2):
            with self.subTest(b=3, c=4):
                self.fail('inner')
        with self.subTest(None):
            self.fail('None is a message')
        with self.subTest():
            self.fail('nothing said')


def show(result):
    print(result)
    for kind in ('errors', 'failures', 'skipped', 'expectedFailures', 'unexpectedSuccesses'):
        for entry in getattr(result, kind):
            test, text = entry if isinstance(entry, tuple) else (entry, '')
            print(' ', kind, str(test).split(' (__main__')[0], '|', str(test).rpartition(')')[2] or str(test).partition(') ')[2], '|',
                  text.splitlines()[-1] if text else '')


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Plain).run(result)
show(result)
print(events)

del setUpModule, tearDownModule
events.clear()
result = unittest.TestResult()
suite = unittest.defaultTestLoader.loadTestsFromTestCase(Plain)
print(suite.countTestCases())
suite.run(result)
show(result)
print(events, suite, suite.countTestCases())

events.clear()
unittest.TestSuite([Plain('test_one')]).debug()
print(events)
events.clear()
try:
    unittest.TestSuite([Plain('test_nested')]).debug()
except AssertionError as error:
    print('raised', error, events)
try:
    Plain('test_two').debug()
except unittest.SkipTest as error:
    print('skipped', error)

for wrong in (Plain, unittest.TestSuite, 7):
    try:
        unittest.TestSuite().addTest(wrong)
    except TypeError as error:
        print(error)


def first():
    pass


def second():
    pass


print(unittest.FunctionTestCase(first) == unittest.FunctionTestCase(first),
      unittest.FunctionTestCase(first) == unittest.FunctionTestCase(second), len({unittest.FunctionTestCase(f) for f in (first, second, first)}))


class Told(unittest.TestCase):
    def test_told(self):
        print('printed')
        print('to stderr', file=sys.stderr)
        self.fail('told')


stream = io.StringIO()
unittest.TextTestRunner(stream, buffer=True, verbosity=0).run(Told('test_told'))
print([line for line in stream.getvalue().splitlines() if 'Ran' not in line and 'File' not in line])


class Local(unittest.TestCase):
    def test_local(self):
        answer = 42
        raise ValueError(answer)


result = unittest.TestResult()
result.tb_locals = True
Local('test_local').run(result)
print([line for line in result.errors[0][1].splitlines() if 'File' not in line])
