"""unittest.suite: tests together, with the fixtures of their classes and modules."""
import sys
from .util import SkipTest, strclass


class BaseTestSuite:
    _cleanup = True

    def __init__(self, tests=()):
        self._tests, self._removed_tests = [], 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{strclass(self.__class__)} tests={list(self)}>'

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and (hasattr(test, 'setUp') or issubclass(test, BaseTestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        """What has run may go: a suite keeps its count alone."""
        try:
            test = self._tests[index]
        except TypeError:
            return
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        top = not getattr(result, '_testRunEntered', False)
        result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, '_classSetupFailed', False) or result._moduleSetUpFailed:
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        if top:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_Debugged(), True)

    def _report(self, result, error, name, owner):
        if isinstance(result, _Debugged):
            raise error
        holder = _ErrorHolder(f'{name} ({owner})')
        if isinstance(error, SkipTest):
            result.addSkip(holder, str(error))
        else:
            result.addError(holder, (type(error), error, error.__traceback__))

    def _enter_class(self, test, result):
        cls = test.__class__
        if not hasattr(cls, 'setUpClass') or cls is result._previousTestClass or result._moduleSetUpFailed or getattr(cls, '__unittest_skip__', False):
            return
        cls._classSetupFailed = False
        _call(result, '_setupStdout')
        try:
            cls.setUpClass()
        except Exception as error:
            cls._classSetupFailed = True
            self._report(result, error, 'setUpClass', strclass(cls))
            self._class_cleanups(cls, result, 'setUpClass')
        finally:
            _call(result, '_restoreStdout')

    def _leave_class(self, test, result):
        previous = result._previousTestClass
        if previous is None or (test is not None and test.__class__ is previous) or getattr(previous, '_classSetupFailed', True) or \
                result._moduleSetUpFailed or getattr(previous, '__unittest_skip__', False):
            return
        _call(result, '_setupStdout')
        try:
            previous.tearDownClass()
        except Exception as error:
            self._report(result, error, 'tearDownClass', strclass(previous))
        finally:
            self._class_cleanups(previous, result, 'tearDownClass')
            _call(result, '_restoreStdout')

    def _class_cleanups(self, cls, result, name):
        cls.doClassCleanups()
        for _, error, _ in cls.tearDown_exceptions:
            self._report(result, error, name, strclass(cls))

    def _enter_module(self, test, result):
        previous = result._previousTestClass.__module__ if result._previousTestClass is not None else None
        current = test.__class__.__module__
        if current == previous:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(current), 'setUpModule', None)
        if set_up is None:
            return
        _call(result, '_setupStdout')
        try:
            set_up()
        except Exception as error:
            result._moduleSetUpFailed = True
            self._report(result, error, 'setUpModule', current)
            self._module_cleanups(result, 'setUpModule', current)
        finally:
            _call(result, '_restoreStdout')

    def _leave_module(self, result):
        if result._previousTestClass is None or result._moduleSetUpFailed:
            return
        name = result._previousTestClass.__module__
        tear_down = getattr(sys.modules.get(name), 'tearDownModule', None)
        _call(result, '_setupStdout')
        try:
            if tear_down is not None:
                tear_down()
        except Exception as error:
            self._report(result, error, 'tearDownModule', name)
        finally:
            self._module_cleanups(result, 'tearDownModule', name)
            _call(result, '_restoreStdout')

    def _module_cleanups(self, result, name, module):
        from .case import module_cleanup_errors
        for error in module_cleanup_errors():
            self._report(result, error, name, module)


def _call(result, name):
    getattr(result, name, lambda: None)()


class _Debugged:
    """The result of tests that are to raise what they raise."""
    _previousTestClass = None
    _moduleSetUpFailed = shouldStop = False


class _ErrorHolder:
    """Stands for a test where the fixture of a class or module failed."""
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def countTestCases(self):
        return 0
