"""unittest.loader: tests found in modules and classes."""
import functools
import sys
import types
from fnmatch import fnmatchcase
from . import case, suite


class _FailedTest(case.TestCase):
    _testMethodName = None

    def __init__(self, method_name, error):
        self._error = error
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def fail():
            raise self._error
        return fail


_FailedTest.__module__ = 'unittest.loader'


class TestLoader:
    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(lambda a, b: (a > b) - (a < b))
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        def wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            return self.testNamePatterns is None or any(fnmatchcase(full, pattern) for pattern in self.testNamePatterns)
        names = [name for name in dir(testCaseClass) if wanted(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def _is_case(self, value):
        return isinstance(value, type) and issubclass(value, case.TestCase) and value not in (case.TestCase, case.FunctionTestCase) and \
            not value.__module__.startswith('unittest.')

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = [self.loadTestsFromTestCase(getattr(module, name)) for name in dir(module) if self._is_case(getattr(module, name))]
        tests = self.suiteClass(tests)
        load = getattr(module, 'load_tests', None)
        return load(self, tests, pattern) if load is not None else tests

    def loadTestsFromName(self, name, module=None):
        parts = name.split('.')
        found = module
        if module is None:
            names = parts[:]
            while names:
                try:
                    found = __import__('.'.join(names))
                    break
                except ImportError as error:
                    names.pop()
                    problem = error
            if not names:
                self.errors.append(str(problem))
                return self.suiteClass([_FailedTest(parts[-1], ImportError(f'Failed to import test module: {parts[-1]}\n{problem}'))])
            parts = parts[1:]
        parent = None
        for part in parts:
            try:
                parent, found = found, getattr(found, part)
            except AttributeError as error:
                self.errors.append(str(error))
                return self.suiteClass([_FailedTest(part, error)])
        if isinstance(found, types.ModuleType):
            return self.loadTestsFromModule(found)
        if isinstance(found, type) and issubclass(found, case.TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(found, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(found, suite.TestSuite):
            return found
        if callable(found):
            test = found()
            if isinstance(test, suite.TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError(f'calling {found} returned {test}, not a test')
        raise TypeError(f"don't know how to make test from: {found}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        return self.loadTestsFromModule(sys.modules['__main__'])


defaultTestLoader = TestLoader()
