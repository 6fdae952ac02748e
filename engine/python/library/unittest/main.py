"""unittest.main: the program that runs the tests of a module."""
import sys
from . import loader, runner
from .suite import TestSuite


class TestProgram:
    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = durations = None

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=loader.defaultTestLoader, exit=True,
                 verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module, self.defaultTest, self.testRunner, self.testLoader = module, defaultTest, testRunner, testLoader
        self.exit, self.verbosity, self.failfast, self.buffer = exit, verbosity, failfast, buffer
        self.catchbreak, self.tb_locals, self.durations = catchbreak, tb_locals, durations
        self.warnings = 'default' if warnings is None and not sys.warnoptions else warnings
        argv = sys.argv if argv is None else argv
        self.progName = (argv[0] if argv else '').rpartition('/')[2]
        self.testNames = None
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        names, rest = [], list(argv[1:])
        while rest:
            word = rest.pop(0)
            if word in ('-v', '--verbose'):
                self.verbosity = 2
            elif word in ('-q', '--quiet'):
                self.verbosity = 0
            elif word in ('-f', '--failfast'):
                self.failfast = True
            elif word in ('-b', '--buffer'):
                self.buffer = True
            elif word in ('-c', '--catch'):
                self.catchbreak = True
            elif word == '--locals':
                self.tb_locals = True
            elif word.startswith('-k'):
                pattern = word[2:] or (rest.pop(0) if rest else '')
                self.testNamePatterns = [*(self.testNamePatterns or []), pattern if '*' in pattern else f'*{pattern}*']
            elif word == '--durations':
                self.durations = int(rest.pop(0))
            elif word in ('-h', '--help'):
                print(f'usage: {self.progName} [-h] [-v] [-q] [--locals] [--durations N] [-f] [-c] [-b] [-k TESTNAMEPATTERNS] [tests ...]')
                sys.exit(0)
            elif word.startswith('-'):
                print(f'{self.progName}: error: unrecognized arguments: {word}', file=sys.stderr)
                sys.exit(2)
            else:
                names.append(word)
        if names:
            self.testNames = names
        elif self.defaultTest is not None:
            self.testNames = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        self.createTests()

    def createTests(self):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        chosen = self.testRunner or runner.TextTestRunner
        if isinstance(chosen, type):
            chosen = chosen(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, warnings=self.warnings,
                            tb_locals=self.tb_locals, durations=self.durations)
        self.result = chosen.run(self.test)
        if self.exit:
            if not self.result.testsRun and not self.result.skipped:
                sys.exit(5)
            sys.exit(0 if self.result.wasSuccessful() else 1)


main = TestProgram


def installHandler():
    pass


def removeHandler(method=None):
    return method


def registerResult(result):
    pass


def removeResult(result):
    return False
