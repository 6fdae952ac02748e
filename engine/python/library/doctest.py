"""doctest: examples in docstrings, run and compared with what stands below them."""
import inspect
import re
import sys
import traceback
from collections import namedtuple
from io import StringIO

import _host

__all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
           'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE',
           'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser', 'DocTestFinder', 'DocTestRunner', 'OutputChecker',
           'DocTestFailure', 'UnexpectedException', 'DebugRunner', 'testmod', 'testfile', 'run_docstring_examples', 'DocTestSuite',
           'DocFileSuite', 'set_unittest_reportflags', 'script_from_examples', 'testsource', 'debug_src', 'debug']

OPTIONFLAGS_BY_NAME = {}
BLANKLINE_MARKER, ELLIPSIS_MARKER = '<BLANKLINE>', '...'


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')
COMPARISON_FLAGS = DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST


class TestResults(namedtuple('TestResults', 'failed attempted')):
    def __new__(cls, failed, attempted, *, skipped=0):
        self = super().__new__(cls, failed, attempted)
        self.skipped = skipped
        return self

    def __repr__(self):
        skipped = f', skipped={self.skipped}' if self.skipped else ''
        return f'TestResults(failed={self.failed}, attempted={self.attempted}{skipped})'


def _indented(text):
    return re.sub('(?m)^(?!$)', '    ', text)


# ---- examples, and the texts they are found in

class Example:
    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want + '\n' if want and not want.endswith('\n') else want
        self.exc_msg = exc_msg + '\n' if exc_msg is not None and not exc_msg.endswith('\n') else exc_msg
        self.lineno, self.indent, self.options = lineno, indent, options or {}

    def _facts(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._facts() == other._facts() if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), 'DocTest no longer accepts str; use DocTestParser instead'
        self.examples, self.globs, self.name = examples, globs.copy(), name
        self.filename, self.lineno, self.docstring = filename, lineno, docstring

    def __repr__(self):
        count = len(self.examples)
        told = 'no examples' if count == 0 else '1 example' if count == 1 else f'{count} examples'
        return f'<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({told})>'

    def _facts(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._facts() == other._facts() if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return (self.name, self.filename, self.lineno or -1, id(self)) < (other.name, other.filename, other.lineno or -1, id(other))


class DocTestParser:
    """Reads a text line by line: a prompt begins an example, what follows up to a blank line or the next prompt is wanted."""

    def parse(self, string, name='<string>'):
        lines = string.expandtabs().split('\n')
        margin = min((len(line) - len(line.lstrip(' ')) for line in lines if line.strip()), default=0)
        lines = [line[margin:] for line in lines]
        pieces, prose, at = [], [], 0
        while at < len(lines):
            if not lines[at].lstrip(' ').startswith('>>>'):
                prose.append(lines[at] + '\n')
                at += 1
                continue
            pieces.append(''.join(prose))
            prose = []
            example, at = self._example(lines, at, name)
            if example is not None:
                pieces.append(example)
        pieces.append(''.join(prose).removesuffix('\n'))
        return pieces

    def _example(self, lines, start, name):
        indent = len(lines[start]) - len(lines[start].lstrip(' '))
        end = start + 1
        while end < len(lines) and lines[end].lstrip(' ').startswith('...'):
            end += 1
        source = [self._code(line, indent, name, number) for number, line in enumerate(lines[start:end], start + 1)]
        want_from = end
        while end < len(lines) and lines[end].strip(' ') and not lines[end].lstrip(' ').startswith('>>>'):
            if not lines[end].startswith(' ' * indent):
                raise ValueError(f'line {end + 1} of the docstring for {name} has inconsistent leading whitespace: {lines[end]!r}')
            end += 1
        want = '\n'.join(line[indent:] for line in lines[want_from:end])
        source = '\n'.join(source)
        options = self._options(source, name, start + 1)
        if not any(line.strip() and not line.lstrip().startswith('#') for line in source.split('\n')):
            return None, end
        return Example(source, want, self._message(want), start, indent, options), end

    def _code(self, line, indent, name, number):
        """A line of an example without its prompt."""
        prompt = line[indent:indent + 3]
        if not line.startswith(' ' * indent) or prompt not in ('>>>', '...'):
            raise ValueError(f'line {number} of the docstring for {name} has inconsistent leading whitespace: {line!r}')
        if line[indent + 3:indent + 4] not in ('', ' '):
            raise ValueError(f'line {number} of the docstring for {name} lacks blank after {prompt}: {line!r}')
        return line[indent + 4:]

    def _message(self, want):
        """What stands below the head of a traceback and its indented lines, None: it is none."""
        found = re.match(r'(?ms)Traceback \((?:most recent call last|innermost last)\):\s*?$.*?^(?P<message>\w+.*)', want)
        return found and found['message']

    def _options(self, source, name, lineno):
        options = {}
        for found in re.finditer(r'''(?m)#\s*doctest:\s*([^\n'"]*)$''', source):
            for option in found[1].replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f'line {lineno} of the doctest for {name} has an invalid option: {option!r}')
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        return options

    def get_examples(self, string, name='<string>'):
        return [piece for piece in self.parse(string, name) if isinstance(piece, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)


def _is_routine(obj):
    try:
        obj = inspect.unwrap(obj)
    except ValueError:
        pass  # a mock has itself in it
    return inspect.isroutine(obj)


class DocTestFinder:
    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose, self._parser, self._recurse, self._exclude_empty = verbose, parser, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        name = name or getattr(obj, '__name__', None)
        if name is None:
            raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        if module is None:
            module = obj if inspect.ismodule(obj) else sys.modules.get(getattr(obj, '__module__', None) or '')
        filename = getattr(module, '__file__', None) or None
        text = _host.sources().get(filename, b'').decode('utf-8-sig', 'replace')
        globs = dict(module.__dict__ if module else {}) if globs is None else globs.copy()
        globs |= extraglobs or {}
        globs.setdefault('__name__', '__main__')
        tests = []
        self._look(tests, obj, name, module or None, filename, text.split('\n') if text else None, globs, set())
        return sorted(tests)

    def _look(self, tests, obj, name, module, filename, lines, globs, seen):
        if self._verbose:
            print(f'Finding tests in {name}')
        if id(obj) in seen:
            return
        seen.add(id(obj))
        docstring = obj if isinstance(obj, str) else getattr(obj, '__doc__', None) or ''
        docstring = docstring if isinstance(docstring, str) else str(docstring)
        if docstring or not self._exclude_empty:
            where = filename or getattr(module, '__name__', None)
            tests.append(self._parser.get_doctest(docstring, globs, name, where, self._line(obj, lines)))
        if not self._recurse:
            return
        for inner, value in self._inside(obj, module):
            self._look(tests, value, f'{name}.{inner}', module, filename, lines, globs, seen)

    def _inside(self, obj, module):
        if inspect.ismodule(obj):
            for name, value in list(obj.__dict__.items()):
                if (_is_routine(value) or inspect.isclass(value)) and self._is_of(module, value):
                    yield name, value
            for name, value in getattr(obj, '__test__', {}).items():
                if not isinstance(name, str):
                    raise ValueError(f'DocTestFinder.find: __test__ keys must be strings: {type(name)!r}')
                yield f'__test__.{name}', value
        elif inspect.isclass(obj):
            for name, value in list(obj.__dict__.items()):
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (inspect.isroutine(value) or inspect.isclass(value) or isinstance(value, property)) and self._is_of(module, value):
                    yield name, value

    def _is_of(self, module, obj):
        if module is None:
            return True
        if inspect.isfunction(obj):
            return obj.__globals__ is module.__dict__
        if isinstance(obj, property):
            return True
        return getattr(obj, '__module__', None) == module.__name__

    def _line(self, obj, lines):
        """Where the docstring begins, from 0."""
        if inspect.ismodule(obj):
            line = 0
        elif inspect.isclass(obj):
            head = re.compile(rf'\s*class\s*{re.escape(obj.__name__)}\b')
            line = next((number for number, each in enumerate(lines or ()) if head.match(each)), None)
        else:
            obj = getattr(obj, 'fget', None) or getattr(obj, '__func__', obj)
            code = getattr(inspect.unwrap(obj) if callable(obj) else obj, '__code__', None)
            line = None if code is None else code.co_firstlineno - 1
        if line is None or lines is None:
            return line if line is None else line + 1
        opening = re.compile(r'(^|.*:)\s*\w*("|\')')
        return next((number for number in range(line, len(lines)) if opening.match(lines[number])), None)


# ---- comparing

class OutputChecker:
    def check_output(self, want, got, optionflags):
        want, got = (text.encode('ascii', 'backslashreplace').decode() for text in (want, got))
        return any(one == other for one, other in self._readings(want, got, optionflags)) or \
            bool(optionflags & ELLIPSIS) and self._fits(*self._plainest(want, got, optionflags))

    def _readings(self, want, got, flags):
        """The pair, and what it may be taken for."""
        yield want, got
        if not flags & DONT_ACCEPT_TRUE_FOR_1:
            yield want, {'True\n': '1\n', 'False\n': '0\n'}.get(got, got)
        yield self._plainest(want, got, flags)

    def _plainest(self, want, got, flags):
        if not flags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf'(?m)^{BLANKLINE_MARKER}\s*?$', '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
        if flags & NORMALIZE_WHITESPACE:
            want, got = ' '.join(want.split()), ' '.join(got.split())
        return want, got

    def _fits(self, want, got):
        """Whether the pieces between dots are all there, in order, the outer ones at the ends."""
        first, *others = want.split(ELLIPSIS_MARKER)
        if not others:
            return want == got
        last = others.pop()
        if not got.startswith(first) or not got.endswith(last) or len(got) < len(first) + len(last):
            return False
        at, end = len(first), len(got) - len(last)
        for piece in others:
            at = got.find(piece, at, end)
            if at < 0:
                return False
            at += len(piece)
        return True

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        long = want.count('\n') > 2 and got.count('\n') > 2
        if optionflags & REPORT_NDIFF or long and optionflags & (REPORT_UDIFF | REPORT_CDIFF):
            return self._diff(want.splitlines(True), got.splitlines(True), optionflags)
        told = f'Expected:\n{_indented(want)}' if want else 'Expected nothing\n'
        return told + (f'Got:\n{_indented(got)}' if got else 'Got nothing\n')

    def _diff(self, want, got, flags):
        import difflib
        if flags & REPORT_UDIFF:
            kind, lines = 'unified diff with -expected +actual', list(difflib.unified_diff(want, got, n=2))[2:]
        elif flags & REPORT_CDIFF:
            kind, lines = 'context diff with expected followed by actual', list(difflib.context_diff(want, got, n=2))[2:]
        else:
            kind, lines = 'ndiff with -expected +actual', difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want, got)
        return f'Differences ({kind}):\n{_indented("".join(lines))}'


class DocTestFailure(Exception):
    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


# ---- running

def _shown(exc_info):
    return ''.join(traceback.format_exception(*exc_info))


def _kind_of_error(message):
    """An error's name without its module and what it says."""
    return message.partition('\n')[0].partition(':')[0].rpartition('.')[2]


class DocTestRunner:
    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}  # name: (failures, tries, skips)

    def report_start(self, out, test, example):
        if self._verbose:
            wanted = f'Expecting:\n{_indented(example.want)}' if example.want else 'Expecting nothing\n'
            out(f'Trying:\n{_indented(example.source)}{wanted}')

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(f'{self._failure_header(test, example)}Exception raised:\n{_indented(_shown(exc_info))}')

    def _failure_header(self, test, example):
        if test.filename:
            line = '?' if test.lineno is None or example.lineno is None else test.lineno + example.lineno + 1
            place = f'File "{test.filename}", line {line}, in {test.name}'
        else:
            place = f'Line {example.lineno + 1}, in {test.name}'
        return f'{self.DIVIDER}\n{place}\nFailed example:\n{_indented(example.source)}'

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        real, printed = (sys.stdout, sys.displayhook), StringIO()
        sys.stdout, sys.displayhook = printed, sys.__displayhook__
        try:
            return self._run(test, out or real[0].write, printed)
        finally:
            sys.stdout, sys.displayhook = real
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def _run(self, test, out, printed):
        given, failures, skips, tries = self.optionflags, 0, 0, 0
        for number, example in enumerate(test.examples):
            tries += 1
            for flag, wanted in example.options.items():
                self.optionflags = self.optionflags | flag if wanted else self.optionflags & ~flag
            if self.optionflags & SKIP:
                skips += 1
            else:
                quiet = failures > 0 and self.optionflags & REPORT_ONLY_FIRST_FAILURE
                failures += not self._try(test, example, number, (lambda text: None) if quiet else out, printed)
            stops = failures and self.optionflags & FAIL_FAST
            self.optionflags = given
            if stops:
                break
        self._count(test.name, failures, tries, skips)
        return TestResults(failures, tries, skipped=skips)

    def _try(self, test, example, number, out, printed):
        """Runs one example; whether it did what it should."""
        self.report_start(out, test, example)
        filename, error = f'<doctest {test.name}[{number}]>', None
        _host.set_source(filename, example.source)
        try:
            exec(compile(example.source, filename, 'single', 0, True), test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException as caught:
            error = type(caught), caught, caught.__traceback__ and caught.__traceback__.tb_next
        got = printed.getvalue()
        if got and not got.endswith('\n'):
            got += '\n'
        printed.seek(0)
        printed.truncate()
        if error is None:
            good = self._checker.check_output(example.want, got, self.optionflags)
        elif example.exc_msg is None:
            self.report_unexpected_exception(out, test, example, error)
            return False
        else:
            good = self._raises(example, error)
            got += _shown(error)
        (self.report_success if good else self.report_failure)(out, test, example, got)
        return good

    def _raises(self, example, error):
        lines = traceback.format_exception_only(*error[:2])
        if issubclass(error[0], SyntaxError):  # without where it is
            lines = lines[next(i for i, line in enumerate(lines) if line.partition(':')[0].endswith(error[0].__qualname__)):]
        said = ''.join(lines)
        if self._checker.check_output(example.exc_msg, said, self.optionflags):
            return True
        return bool(self.optionflags & IGNORE_EXCEPTION_DETAIL) and _kind_of_error(example.exc_msg) == _kind_of_error(said)

    def _count(self, name, failures, tries, skips):
        before = self._stats.get(name, (0, 0, 0))
        self._stats[name] = tuple(a + b for a, b in zip(before, (failures, tries, skips)))
        self.failures, self.tries, self.skips = self.failures + failures, self.tries + tries, self.skips + skips

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        failures, tries, skips = (sum(column) for column in zip((0, 0, 0), *self._stats.values()))
        if verbose:
            self._praise()
        if failures:
            failed = sorted(name for name, stats in self._stats.items() if stats[0])
            print(f'{self.DIVIDER}\n{_counted(len(failed), "item")} had failures:')
            for name in failed:
                print(' {0:3d} of {1:3d} in {2}'.format(*self._stats[name][:2], name))
        if verbose:
            print(f'{_counted(tries, "test")} in {_counted(len(self._stats), "item")}.')
            print(f'{tries - failures} passed' + (f' and {failures} failed.' if failures else '.'))
        if failures:
            print(f'***Test Failed*** {_counted(failures, "failure")}' + (f' and {_counted(skips, "skipped test")}.' if skips else '.'))
        elif verbose:
            print('Test passed.')
        return TestResults(failures, tries, skipped=skips)

    def _praise(self):
        empty = sorted(name for name, stats in self._stats.items() if not stats[1])
        good = sorted(name for name, stats in self._stats.items() if stats[1] and not stats[0])
        if empty:
            print(f'{_counted(len(empty), "item")} had no tests:', *empty, sep='\n    ')
        if good:
            print(f'{_counted(len(good), "item")} passed all tests:')
            for name in good:
                count = self._stats[name][1]
                print(f' {count:3d} test{"" if count == 1 else "s"} in {name}')

    def merge(self, other):
        for name, stats in other._stats.items():
            before = self._stats.get(name, (0, 0, 0))
            self._stats[name] = tuple(a + b for a, b in zip(before, stats))


def _counted(count, what):
    return f'{count} {what}' + ('' if count == 1 else 's')


class DebugRunner(DocTestRunner):
    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


# ---- all of a module, of a file, of an object

master = None


def _run_all(tests, runner, report):
    global master
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    module = m or sys.modules.get('__main__')
    if not inspect.ismodule(module):
        raise TypeError(f'testmod: module required; {m!r}')
    tests = DocTestFinder(exclude_empty=exclude_empty).find(module, name or module.__name__, globs=globs, extraglobs=extraglobs)
    kind = DebugRunner if raise_on_error else DocTestRunner
    return _run_all(tests, kind(verbose=verbose, optionflags=optionflags), report)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
             extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    with open(filename, encoding=encoding or 'utf-8') as file:
        text = file.read()
    globs = {'__name__': '__main__', **(globs or {}), **(extraglobs or {})}
    test = parser.get_doctest(text, globs, name or filename.rpartition('/')[2], filename, 0)
    kind = DebugRunner if raise_on_error else DocTestRunner
    return _run_all([test], kind(verbose=verbose, optionflags=optionflags), report)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test)


# ---- for unittest

_report_flags = 0


def set_unittest_reportflags(flags):
    global _report_flags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError('Only reporting flags allowed', flags)
    before, _report_flags = _report_flags, flags
    return before


def _make_cases():
    import unittest

    class DocTestCase(unittest.TestCase):
        def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
            super().__init__()
            self._dt_test, self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker = test, optionflags, setUp, tearDown, checker

        def setUp(self):
            self._dt_globs = self._dt_test.globs.copy()
            if self._dt_setUp is not None:
                self._dt_setUp(self._dt_test)

        def tearDown(self):
            if self._dt_tearDown is not None:
                self._dt_tearDown(self._dt_test)
            self._dt_test.globs = self._dt_globs

        def runTest(self):
            said, test = StringIO(), self._dt_test
            runner = DocTestRunner(optionflags=self._dt_optionflags | _report_flags, checker=self._dt_checker, verbose=False)
            runner.DIVIDER = '-' * 70
            if runner.run(test, out=said.write, clear_globs=False).failed:
                self._error = self.failureException(self.format_failure(said.getvalue().rstrip('\n')))
                raise self._error

        def format_failure(self, err):
            test = self._dt_test
            line = 'unknown line number' if test.lineno is None else test.lineno
            return (f'Failed doctest test for {test.name}\n  File "{test.filename}", line {line}, in '
                    f'{test.name.rpartition(".")[2]}\n\n{err}')

        def debug(self):
            self.setUp()
            DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False).run(self._dt_test, clear_globs=False)
            self.tearDown()

        def id(self):
            return self._dt_test.name

        def _fields(self):
            return self._dt_test, self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker

        def __eq__(self, other):
            if type(self) is not type(other):
                return NotImplemented
            return self._fields() == other._fields()

        def __hash__(self):
            return hash((self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker))

        def shortDescription(self):
            return 'Doctest: ' + self._dt_test.name

        def __repr__(self):
            *front, last = self._dt_test.name.split('.')
            return f'{last} ({".".join(front)})'

        __str__ = object.__str__

    class DocFileCase(DocTestCase):
        def id(self):
            return '_'.join(self._dt_test.name.split('.'))

        def __repr__(self):
            return self._dt_test.filename

        def format_failure(self, err):
            return f'Failed doctest test for {self._dt_test.name}\n  File "{self._dt_test.filename}", line 0\n\n{err}'

    class _DocTestSuite(unittest.TestSuite):
        def _removeTestAtIndex(self, index):
            pass  # they are shown after they ran

    for cls in (DocTestCase, DocFileCase, _DocTestSuite):
        cls.__qualname__ = cls.__name__
        globals()[cls.__name__] = cls


def __getattr__(name):
    if name not in ('DocTestCase', 'DocFileCase', '_DocTestSuite'):
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    _make_cases()
    return globals()[name]


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, setUp=None, tearDown=None, checker=None, optionflags=0):
    if module is None:
        module = sys._getframe(1).f_globals['__name__']
    module = sys.modules[module] if isinstance(module, str) else module
    tests = (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)
    case = __getattr__('DocTestCase')
    cases = [case(test, optionflags, setUp, tearDown, checker) for test in tests if test.examples]
    return __getattr__('_DocTestSuite')(cases)


def _place_of(path, module_relative, package, caller):
    """A path as it is, or beside the module that asks or is given."""
    from os.path import dirname, exists, isabs, join
    if not module_relative or isabs(path):
        return path
    module = sys.modules[package] if isinstance(package, str) else package or sys.modules.get(caller)
    beside = join(dirname(getattr(module, '__file__', None) or ''), *path.split('/'))
    return beside if exists(beside) else path


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, *, _caller=None, **options):
    path = _place_of(path, module_relative, package, _caller)
    with open(path, encoding=encoding or 'utf-8') as file:
        text = file.read()
    test = parser.get_doctest(text, {'__file__': path, **(globs or {})}, path.rpartition('/')[2], path, 0)
    return __getattr__('DocFileCase')(test, **options)


def DocFileSuite(*paths, **kw):
    if kw.get('module_relative', True):
        kw['_caller'] = sys._getframe(1).f_globals['__name__']
    return __getattr__('_DocTestSuite')([DocFileTest(path, **kw) for path in paths])


# ---- as a script

def script_from_examples(s):
    """The examples as a program; all else as comments."""
    lines = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            lines.append(piece.source[:-1])
            if piece.want:
                lines += ['# Expected:', *('## ' + line for line in piece.want.split('\n')[:-1])]
        else:
            lines += ['# ' + line if line else '#' for line in piece.split('\n')[:-1]]
    while lines and lines[-1] == '#':
        lines.pop()
    while lines and lines[0] == '#':
        lines.pop(0)
    return '\n'.join(lines) + '\n'


def testsource(module, name):
    module = sys.modules[module] if isinstance(module, str) else module
    found = [test for test in DocTestFinder().find(module) if test.name == name]
    if not found:
        raise ValueError(name, 'not found in tests')
    return script_from_examples(found[0].docstring)


def debug_src(src, pm=False, globs=None):
    exec(script_from_examples(src), (globs or {}).copy())


def debug(module, name, pm=False):
    debug_src(testsource(module, name), pm, (sys.modules[module] if isinstance(module, str) else module).__dict__)
