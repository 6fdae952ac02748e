"""unittest.result: what became of tests."""
import io
import sys
from .util import format_error


class TestResult:
    _previousTestClass = None
    _testRunEntered = _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses, self.collectedDurations = [], [], []
        self.testsRun = 0
        self.shouldStop = self.buffer = self.tb_locals = False
        self._stdout_buffer = self._stderr_buffer = None
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        pass

    def _setupStdout(self):
        if self.buffer:
            if self._stdout_buffer is None:
                self._stdout_buffer, self._stderr_buffer = io.StringIO(), io.StringIO()
            sys.stdout, sys.stderr = self._stdout_buffer, self._stderr_buffer

    def _restoreStdout(self):
        if not self.buffer:
            return
        sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
        for name, buffer, stream in (('stdout', self._stdout_buffer, sys.stdout), ('stderr', self._stderr_buffer, sys.stderr)):
            text = buffer.getvalue()
            if self._mirrorOutput and text:
                stream.write(f'\n{name.capitalize()}:\n{text}' + ('' if text.endswith('\n') else '\n'))
            buffer.seek(0)
            buffer.truncate()
        self._mirrorOutput = False

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        self._restoreStdout()

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def _text(self, err, test):
        error = err[1] if isinstance(err, tuple) else err
        if error is None:
            return 'NoneType: None\n'
        if getattr(test, '_error', None) is error:
            error.__traceback__ = None      # the loader's or a doctest's own: no line of the program is to blame
        if self.tb_locals:
            from traceback import TracebackException
            text = ''.join(TracebackException(type(error), error, error.__traceback__, capture_locals=True).format())
        else:
            text = format_error(error)
        if self.buffer and self._stdout_buffer is not None:
            for name, buffer in (('Stdout', self._stdout_buffer), ('Stderr', self._stderr_buffer)):
                if captured := buffer.getvalue():
                    text += f'\n{name}:\n{captured}' + ('' if captured.endswith('\n') else '\n')
        return text

    def _stop_early(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self._stop_early()
        self.errors.append((test, self._text(err, test)))
        self._mirrorOutput = True

    def addFailure(self, test, err):
        self._stop_early()
        self.failures.append((test, self._text(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._stop_early()
            kind = self.failures if issubclass(err[0], test.failureException) else self.errors
            kind.append((subtest, self._text(err, test)))
            self._mirrorOutput = True

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err, test)))

    def addUnexpectedSuccess(self, test):
        self._stop_early()
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        cls = self.__class__
        return f'<{cls.__module__}.{cls.__qualname__} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>'


class TextTestResult(TestResult):
    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions, self.durations = stream, descriptions, durations
        self.showAll, self.dots = verbosity > 1, verbosity == 1
        self._newline = True

    def getDescription(self, test):
        first = test.shortDescription()
        return f'{test}\n{first}' if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + ' ... ')
            self.stream.flush()
            self._newline = False

    def _say(self, word, dot, test=None):
        if self.showAll:
            if test is not None:
                if not self._newline:
                    self.stream.writeln()
                self.stream.write(('  ' if hasattr(test, 'test_case') else '') + self.getDescription(test) + ' ... ')
            self.stream.writeln(word)
            self._newline = True
            self.stream.flush()
        elif self.dots:
            self.stream.write(dot)
            self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._say('FAIL' if failed else 'ERROR', 'F' if failed else 'E', subtest)
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._say('ok', '.')

    def _late(self, test):
        """Whether the line of the test is over, so that what comes needs one of its own."""
        return test if self.showAll and self._newline else None

    def addError(self, test, err):
        super().addError(test, err)
        self._say('ERROR', 'E', self._late(test))

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._say('FAIL', 'F', self._late(test))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._say(f'skipped {reason!r}', 's', test if hasattr(test, 'test_case') else None)

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._say('expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._say('unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f'UNEXPECTED SUCCESS: {self.getDescription(test)}')
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f'{flavour}: {self.getDescription(test)}')
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)
            self.stream.flush()


TextTestResult.__module__ = 'unittest.runner'
