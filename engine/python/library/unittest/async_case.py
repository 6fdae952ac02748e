"""unittest.async_case: test cases whose methods are coroutines, on an event loop of their own."""
import asyncio
import contextvars
import inspect
import warnings
from .case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        kind = type(cm)
        try:
            enter, leave = kind.__aenter__, kind.__aexit__
        except AttributeError:
            raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the asynchronous context manager protocol") \
                from None
        result = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return result

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._call(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self._call(method) is not None:
            warnings.warn(f'It is deprecated to return a value that is not None from a test case ({method})', DeprecationWarning, 4)

    def _callTearDown(self):
        self._call(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def _call(self, function, /, *args, **kwargs):
        """In the case's context; coroutines run on its loop."""
        context = self._asyncioTestContext
        if not inspect.iscoroutinefunction(function):
            return context.run(function, *args, **kwargs)
        return self._asyncioRunner.run(function(*args, **kwargs), context=context)

    _callCleanup = _call

    def run(self, result=None):
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        try:
            return super().run(result)
        finally:
            runner, self._asyncioRunner = self._asyncioRunner, None
            runner.close()

    def debug(self):
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        super().debug()
        self._asyncioRunner.close()
