"""unittest: test cases, suites, loaders, runners."""
from .util import SkipTest
from .result import TestResult, TextTestResult
from .case import (FunctionTestCase, TestCase, addModuleCleanup, doModuleCleanups, enterModuleContext, expectedFailure, skip, skipIf,
                   skipUnless)
from .suite import TestSuite, BaseTestSuite
from .loader import TestLoader, defaultTestLoader
from .runner import TextTestRunner
from .main import TestProgram, installHandler, main, registerResult, removeHandler, removeResult

__all__ = ['IsolatedAsyncioTestCase', 'TestResult', 'TestCase', 'TestSuite', 'TextTestRunner', 'TestLoader', 'FunctionTestCase', 'main',
           'defaultTestLoader', 'SkipTest', 'skip', 'skipIf', 'skipUnless', 'expectedFailure', 'TextTestResult', 'installHandler',
           'registerResult', 'removeResult', 'removeHandler', 'addModuleCleanup', 'doModuleCleanups', 'enterModuleContext']


def __getattr__(name):
    if name == 'IsolatedAsyncioTestCase':
        global IsolatedAsyncioTestCase
        from .async_case import IsolatedAsyncioTestCase
        return IsolatedAsyncioTestCase
    raise AttributeError(f"module 'unittest' has no attribute {name!r}")


def __dir__():
    return [*globals(), 'IsolatedAsyncioTestCase']
