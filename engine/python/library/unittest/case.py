"""unittest.case: test cases and what they assert."""
import collections
import contextlib
import difflib
import pprint
import re
import sys
import time
import types
import warnings
from .util import SkipTest, count_difference, safe_repr, shortened, strclass

DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


class _ShouldStop(Exception):
    """The test is over: one of its assertions failed, and the run stops at the first."""


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter(cm, addModuleCleanup)


def module_cleanup_errors():
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    return errors


def doModuleCleanups():
    errors = module_cleanup_errors()
    if errors:
        raise errors[0]


def _enter(manager, add_cleanup):
    kind = type(manager)
    try:
        enter, leave = kind.__enter__, kind.__exit__
    except AttributeError:
        raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the context manager protocol") from None
    result = enter(manager)
    add_cleanup(leave, manager, None, None, None)
    return result


def skip(reason):
    def decorator(item):
        if not isinstance(item, type):
            import functools

            @functools.wraps(item)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)
            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item
    if isinstance(reason, types.FunctionType):
        item, reason = reason, ''
        return decorator(item)
    return decorator


def _unchanged(item):
    return item


def skipIf(condition, reason):
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    return _unchanged if condition else skip(reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


# ---- with self.assertRaises(...) and its like

class _Expecting:
    """A context in which something is to be raised or warned of; or a call that is to do it."""

    def __init__(self, expected, case, pattern=None):
        self.expected, self.case = expected, case
        self.pattern = re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern
        self.obj_name = self.msg = None

    def handle(self, name, args, kwargs):
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self.base) for kind in kinds):
            raise TypeError(f'{name}() arg 1 must be {self.kind_text}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
            return self
        function, *args = args
        self.obj_name = getattr(function, '__name__', None) or str(function)
        try:
            with self:
                function(*args, **kwargs)
        finally:
            self = None

    def fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))


class _AssertRaises(_Expecting):
    base, kind_text = BaseException, 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            name = getattr(self.expected, '__name__', None) or str(self.expected)
            self.fail(f'{name} not raised by {self.obj_name}' if self.obj_name else f'{name} not raised')
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        if self.pattern is not None and not self.pattern.search(str(value)):
            self.fail(f'"{self.pattern.pattern}" does not match "{value}"')
        return True

    __class_getitem__ = classmethod(type(list[int]))


class _AssertWarns(_Expecting):
    base, kind_text = Warning, 'a warning type or tuple of warning types'
    wanted = True

    def __enter__(self):
        self._manager = warnings.catch_warnings(record=True)
        self.warnings = self._manager.__enter__()
        warnings.simplefilter('always', self.expected if not isinstance(self.expected, tuple) else Warning)
        return self

    def __exit__(self, kind, value, tb):
        self._manager.__exit__(kind, value, tb)
        if kind is not None:
            return
        name = getattr(self.expected, '__name__', None) or str(self.expected)
        first = None
        for found in self.warnings:
            warning = found.message
            if not isinstance(warning, self.expected):
                continue
            first = first or warning
            if self.pattern is not None and not self.pattern.search(str(warning)):
                continue
            self.warning, self.filename, self.lineno = warning, found.filename, found.lineno
            if not self.wanted:
                self.fail(f'{name} triggered by {self.obj_name}' if self.obj_name else f'{name} triggered')
            return
        if not self.wanted:
            return
        if first is not None:
            self.fail(f'"{self.pattern.pattern}" does not match "{first}"')
        self.fail(f'{name} not triggered by {self.obj_name}' if self.obj_name else f'{name} not triggered')


class _AssertLogs:
    LOGGING_FORMAT = '%(levelname)s:%(name)s:%(message)s'

    def __init__(self, case, logger, level, wanted):
        import logging
        self.case, self.wanted = case, wanted
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging.INFO if level is None else getattr(logging, level) if isinstance(level, str) else level
        self.msg = None

    def __enter__(self):
        import logging
        watcher = self.watcher = collections.namedtuple('_LoggingWatcher', ['records', 'output'])([], [])
        formatter = logging.Formatter(self.LOGGING_FORMAT)

        class Capture(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(formatter.format(record))

        handler = Capture()
        handler.setLevel(self.level)
        logger = self.logger
        self.old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return watcher if self.wanted else None

    def __exit__(self, kind, value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if kind is not None:
            return False
        if self.wanted and not self.watcher.records:
            self._fail(f'no logs of level {logging.getLevelName(self.level)} or higher triggered on {self.logger.name}')
        if not self.wanted and self.watcher.records:
            self._fail(f'Unexpected logs found: {self.watcher.output!r}')

    def _fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))


# ---- the outcome of one test

_subtest_msg_sentinel = object()


class _Outcome:
    def __init__(self, result):
        self.result = result
        self.success, self.expecting_failure, self.expected_failure = True, False, None
        self.reports_subtests = hasattr(result, 'addSubTest')

    @contextlib.contextmanager
    def part(self, case, subtest=False):
        old, self.success = self.success, True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as why:
            self.success = False
            self.result.addSkip(case, str(why))
        except _ShouldStop:
            pass
        except BaseException as error:
            found = type(error), error, error.__traceback__
            self.success = self.expecting_failure
            if self.expecting_failure:
                self.expected_failure = found
            elif subtest:
                self.result.addSubTest(case.test_case, case, found)
            elif issubclass(found[0], case.failureException):
                self.result.addFailure(case, found)
            else:
                self.result.addError(case, found)
        else:
            if subtest and self.success:
                self.result.addSubTest(case.test_case, case, None)
        finally:
            self.success = self.success and old


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2**16
    _class_cleanups = ()
    _classSetupFailed = False

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._outcome = self._subtest = None
        self._testMethodDoc = 'No test'
        method = getattr(self, methodName, None)
        if method is not None:
            self._testMethodDoc = method.__doc__
        elif methodName != 'runTest':
            raise ValueError(f'no such test method in {self.__class__}: {methodName}')
        self._cleanups = []
        self._type_equality_funcs = {dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual', set: 'assertSetEqual',
                                     frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    # Fixtures.
    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception as error:
                cls.tearDown_exceptions.append((type(error), error, error.__traceback__))

    # Names.
    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from .result import TestResult
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def id(self):
        return f'{strclass(self.__class__)}.{self._testMethodName}'

    def __eq__(self, other):
        return self._testMethodName == other._testMethodName if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} testMethod={self._testMethodName}>'

    # Running.
    @contextlib.contextmanager
    def subTest(self, msg=_subtest_msg_sentinel, **params):
        if self._outcome is None or not self._outcome.reports_subtests:
            yield
            return
        parent = self._subtest
        params_map = params if parent is None else {**params, **{key: value for key, value in parent.params.items() if key not in params}}
        self._subtest = _SubTest(self, msg, params_map)
        try:
            with self._outcome.part(self._subtest, subtest=True):
                yield
            if not self._outcome.success and self._outcome.result is not None and self._outcome.result.failfast:
                raise _ShouldStop
            if self._outcome.expected_failure:
                raise _ShouldStop
        finally:
            self._subtest = parent

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn(f'It is deprecated to return a value that is not None from a test case ({method})', DeprecationWarning, 3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def doCleanups(self):
        outcome = self._outcome or _Outcome(None)
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    def run(self, result=None):
        own = result is None
        if own:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
                why = getattr(self.__class__, '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', '')
                result.addSkip(self, why)
                return result
            outcome = self._outcome = _Outcome(result)
            expecting = getattr(self, '__unittest_expecting_failure__', False) or getattr(method, '__unittest_expecting_failure__', False)
            started = time.perf_counter()
            try:
                with outcome.part(self):
                    self._callSetUp()
                if outcome.success:
                    outcome.expecting_failure = expecting
                    with outcome.part(self):
                        self._callTestMethod(method)
                    outcome.expecting_failure = False
                    with outcome.part(self):
                        self._callTearDown()
                self.doCleanups()
                if hasattr(result, 'addDuration'):
                    result.addDuration(self, time.perf_counter() - started)
                if outcome.success and outcome.expected_failure:
                    result.addExpectedFailure(self, outcome.expected_failure)
                elif outcome.success and expecting:
                    result.addUnexpectedSuccess(self)
                elif outcome.success:
                    result.addSuccess(self)
                return result
            finally:
                outcome.expected_failure = None
                outcome = self._outcome = None
        finally:
            result.stopTest(self)
            if own:
                result.stopTestRun()

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        method = getattr(self, self._testMethodName)
        for skipped in (self.__class__, method):
            if getattr(skipped, '__unittest_skip__', False):
                raise SkipTest(getattr(skipped, '__unittest_skip_why__', ''))
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    # Assertions.
    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        if msg is None:
            return standard
        try:
            return f'{standard} : {msg}'
        except UnicodeDecodeError:
            return f'{safe_repr(standard)} : {safe_repr(msg)}'

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f'{safe_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f'{safe_repr(expr)} is not false')

    def assertEqual(self, first, second, msg=None):
        function = None
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if isinstance(function, str):
                function = getattr(self, function)
        if function is not None:
            function(first, second, msg=msg)
        else:
            self._baseAssertEqual(first, second, msg)

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, '%s != %s' % shortened(first, second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            kinds = f'any of {cls!r}' if isinstance(cls, tuple) else f'{cls!r}'
            self._fail(msg, f'{safe_repr(obj)} is not an instance of {kinds}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            kinds = next((kind for kind in cls if isinstance(obj, kind)), cls) if isinstance(cls, tuple) else cls
            self._fail(msg, f'{safe_repr(obj)} is an instance of {kinds!r}')

    def assertIsSubclass(self, cls, superclass, msg=None):
        if not isinstance(cls, type):
            self._fail(msg, f'{cls!r} is not a class')
        if not issubclass(cls, superclass):
            kinds = f'any of {superclass!r}' if isinstance(superclass, tuple) else f'{superclass!r}'
            self._fail(msg, f'{cls!r} is not a subclass of {kinds}')

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        if not isinstance(cls, type):
            self._fail(msg, f'{cls!r} is not a class')
        if issubclass(cls, superclass):
            self._fail(msg, f'{cls!r} is a subclass of {superclass!r}')

    def assertHasAttr(self, obj, name, msg=None):
        if not hasattr(obj, name):
            what = f'module {obj.__name__!r}' if isinstance(obj, types.ModuleType) else f'type object {obj.__name__!r}' \
                if isinstance(obj, type) else f'{type(obj).__name__!r} object'
            self._fail(msg, f'{what} has no attribute {name!r}')

    def assertNotHasAttr(self, obj, name, msg=None):
        if hasattr(obj, name):
            what = f'module {obj.__name__!r}' if isinstance(obj, types.ModuleType) else f'type object {obj.__name__!r}' \
                if isinstance(obj, type) else f'{type(obj).__name__!r} object'
            self._fail(msg, f'{what} has unexpected attribute {name!r}')

    def _assertTail(self, text, part, msg, method, words):
        parts = part if isinstance(part, tuple) else (part,)
        if getattr(text, method)(part):
            return
        standard = f'{safe_repr(text)} {words} ' + (f'any of {safe_repr(part)}' if isinstance(part, tuple) else safe_repr(part))
        self._fail(msg, standard)

    def assertStartsWith(self, s, prefix, msg=None):
        self._assertTail(s, prefix, msg, 'startswith', "doesn't start with")

    def assertEndsWith(self, s, suffix, msg=None):
        self._assertTail(s, suffix, msg, 'endswith', "doesn't end with")

    def assertNotStartsWith(self, s, prefix, msg=None):
        if s.startswith(prefix):
            self._fail(msg, f'{safe_repr(s)} starts with {safe_repr(prefix)}')

    def assertNotEndsWith(self, s, suffix, msg=None):
        if s.endswith(suffix):
            self._fail(msg, f'{safe_repr(s)} ends with {safe_repr(suffix)}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    def _near(self, first, second, places, delta):
        """Whether they are, and the words for it."""
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            return diff <= delta, f'within {safe_repr(delta)} delta', diff
        places = 7 if places is None else places
        return round(diff, places) == 0, f'within {places!r} places', diff

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        near, words, diff = self._near(first, second, places, delta)
        if not near:
            self._fail(msg, f'{safe_repr(first)} != {safe_repr(second)} {words} ({safe_repr(diff)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, words, diff = self._near(first, second, places, delta)
        if first == second or near:
            extra = f' ({safe_repr(diff)} difference)' if delta is not None else ''
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)} {words}{extra}')

    # Containers.
    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + (DIFF_OMITTED % len(diff))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type is not None else 'sequence'
        if seq_type is not None:
            for label, value in (('First', seq1), ('Second', seq2)):
                if not isinstance(value, seq_type):
                    raise self.failureException(f'{label} sequence is not a {name}: {safe_repr(value)}')
        if seq1 == seq2:
            return
        text = f'{name.capitalize()}s differ: %s != %s\n' % shortened(seq1, seq2)
        for i in range(min(len(seq1), len(seq2))):
            if seq1[i] != seq2[i]:
                text += f'\nFirst differing element {i}:\n' + '%s\n%s\n' % shortened(seq1[i], seq2[i])
                break
        else:
            if len(seq1) == len(seq2) and seq_type is None and type(seq1) is not type(seq2):
                return
        for label, longer, shorter in (('First', seq1, seq2), ('Second', seq2, seq1)):
            if len(longer) > len(shorter):
                text += f'\n{label} {name} contains {len(longer) - len(shorter)} additional elements.\n'
                text += f'First extra element {len(shorter)}:\n{safe_repr(longer[len(shorter)])}\n'
        diff = '\n' + '\n'.join(difflib.ndiff(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines()))
        self.fail(self._formatMessage(msg, self._truncateMessage(text, diff)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        parts = []
        for label, a, b in (('first', set1, set2), ('second', set2, set1)):
            try:
                only = a.difference(b)
            except TypeError as error:
                self.fail(f'invalid type when attempting set difference: {error}')
            except AttributeError as error:
                self.fail(f'{label} argument does not support set difference: {error}')
            if only:
                other = 'second' if label == 'first' else 'first'
                parts += [f'Items in the {label} set but not the {other}:', *map(repr, only)]
        if parts:
            self._fail(msg, '\n'.join(parts))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            text = '%s != %s' % shortened(d1, d2)
            diff = '\n' + '\n'.join(difflib.ndiff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines()))
            self._fail(msg, self._truncateMessage(text, diff))

    def assertCountEqual(self, first, second, msg=None):
        found = count_difference(first, second)
        if found:
            lines = [f'First has {here}, Second has {there}:  {value!r}' for here, there, value in found]
            self._fail(msg, self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        lines = []
        more = '' if first.endswith('\n') and second.endswith('\n') else '\n'  # so that a missing one is seen
        for text in first, second:
            lines.append((text + more if text else text).splitlines(True))
        first_lines, second_lines = lines
        diff = '\n' + ''.join(difflib.ndiff(first_lines, second_lines))
        self._fail(msg, self._truncateMessage('%s != %s' % shortened(first, second), diff))

    # Texts, errors, warnings, logs.
    def assertRegex(self, text, expected_regex, msg=None):
        pattern = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            self._fail(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        if found := pattern.search(text):
            self._fail(msg, f'Regex matched: {text[found.start():found.end()]!r} matches {pattern.pattern!r} in {text!r}')

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaises(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaises(expected_exception, self, expected_regex).handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarns(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarns(expected_warning, self, expected_regex).handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogs(self, logger, level, True)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogs(self, logger, level, False)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc, self._tearDownFunc, self._testFunc, self._description = setUp, tearDown, testFunc, description

    def _parts(self):
        return type(self), self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, self.__class__) else NotImplemented

    def __hash__(self):
        return hash(self._parts())

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def __str__(self):
        return f'{strclass(self.__class__)} ({self._testFunc.__name__})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} tec={self._testFunc}>'

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split('\n')[0].strip() or None


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self._message, self.test_case, self.params = message, test_case, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _subDescription(self):
        parts = []
        if self._message is not _subtest_msg_sentinel:
            parts.append(f'[{self._message}]')
        if self.params:
            parts.append('({})'.format(', '.join(f'{key}={value!r}' for key, value in self.params.items())))
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._subDescription()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._subDescription()}'
