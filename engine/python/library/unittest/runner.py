"""unittest.runner: tests run, and their results written as text."""
import sys
import time
import warnings
from .result import TextTestResult


class _WritelnDecorator:
    """A stream that can also end its lines; all else is the stream's own."""

    def __init__(self, stream):
        self.stream = stream
        self.write, self.flush = stream.write, stream.flush

    def writeln(self, arg=None):
        self.write(f'{arg or ""}\n')

    def __getattr__(self, name):
        return getattr(self.__dict__['stream'], name)


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *,
                 tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity, self.failfast, self.buffer = descriptions, verbosity, failfast, buffer
        self.tb_locals, self.durations, self.warnings = tb_locals, durations, warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        try:
            return self.resultclass(self.stream, self.descriptions, self.verbosity, durations=self.durations)
        except TypeError:
            return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast, result.buffer, result.tb_locals = self.failfast, self.buffer, self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            started = time.perf_counter()
            result.startTestRun()
            try:
                test(result)
            finally:
                result.stopTestRun()
            taken = time.perf_counter() - started
        result.printErrors()
        if self.durations is not None:
            self._print_durations(result)
        if hasattr(result, 'separator2'):
            self.stream.writeln(result.separator2)
        run = result.testsRun
        self.stream.writeln(f'Ran {run} test{"s" if run != 1 else ""} in {taken:.3f}s')
        self.stream.writeln()
        if not result.wasSuccessful():
            self.stream.write('FAILED')
        elif run == 0 and not result.skipped:
            self.stream.write('NO TESTS RAN')
        else:
            self.stream.write('OK')
        counts = (('failures', result.failures), ('errors', result.errors), ('skipped', result.skipped),
                  ('expected failures', result.expectedFailures), ('unexpected successes', result.unexpectedSuccesses))
        details = [f'{name}={len(found)}' for name, found in counts if found]
        self.stream.write(f' ({", ".join(details)})\n' if details else '\n')
        self.stream.flush()
        return result

    def _print_durations(self, result):
        if not result.collectedDurations:
            return
        rows = sorted(result.collectedDurations, key=lambda row: row[1], reverse=True)[:self.durations or None]
        self.stream.writeln('Slowest test durations')
        self.stream.writeln(result.separator2)
        for test, taken in rows:
            if self.verbosity >= 2 or taken >= 0.001:
                self.stream.writeln(f'{taken:.3f}s     {test}')
        self.stream.writeln()
