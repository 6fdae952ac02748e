"""unittest: whole runs: fixtures, skips, subtests, errors, asyncio test cases, suites, runners."""
import asyncio
import io
import re
import sys
import unittest

log = []


def setUpModule():
    log.append('setUpModule')


def tearDownModule():
    log.append('tearDownModule')


class Fixtures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        log.append('setUpClass')
        cls.addClassCleanup(log.append, 'class cleanup')

    @classmethod
    def tearDownClass(cls):
        log.append('tearDownClass')

    def setUp(self):
        log.append('setUp')
        self.addCleanup(log.append, 'cleanup')

    def tearDown(self):
        log.append('tearDown')

    def test_a_passes(self):
        """This one passes."""
        log.append('a')

    def test_b_fails(self):
        log.append('b')
        self.assertEqual([1, 2], [1, 3])

    def test_c_error(self):
        log.append('c')
        {}['missing']

    @unittest.skip('not today')
    def test_d_skipped(self):
        log.append('never')

    def test_e_skips(self):
        self.skipTest('while it runs')

    @unittest.expectedFailure
    def test_f_expected(self):
        self.fail('as expected')

    @unittest.expectedFailure
    def test_g_unexpected(self):
        pass

    def test_h_subtests(self):
        for i in range(4):
            with self.subTest('part', i=i):
                self.assertNotEqual(i % 2, 1)

    @unittest.skipIf(sys.version_info >= (3, 0), 'new Python')
    def test_i(self):
        pass

    @unittest.skipUnless(True, 'never')
    def test_j(self):
        with self.subTest(x=1):
            1 / 0


@unittest.skip('whole class')
class Skipped(unittest.TestCase):
    def test_x(self):
        pass


class BrokenSetUp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError('class cannot begin')

    def test_x(self):
        pass


class Async(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        log.append('async: setUp')

    async def asyncSetUp(self):
        log.append('async: asyncSetUp')
        self.loop = asyncio.get_running_loop()

    async def asyncTearDown(self):
        log.append('async: asyncTearDown')

    def tearDown(self):
        log.append('async: tearDown')

    async def on_cleanup(self):
        log.append('async: cleanup')

    async def test_one(self):
        self.addAsyncCleanup(self.on_cleanup)
        await asyncio.sleep(0.5)
        self.assertIs(asyncio.get_running_loop(), self.loop)

    async def test_two_fails(self):
        async with asyncio.timeout(1):
            await asyncio.sleep(0.1)
        self.assertTrue(False)

    async def test_three_times_out(self):
        async with asyncio.timeout(0.1):
            await asyncio.sleep(10)

    def test_sync(self):
        log.append('async: sync')


def run(verbosity, *cases, **options):
    stream = io.StringIO()
    loader = unittest.TestLoader()
    suite = unittest.TestSuite(loader.loadTestsFromTestCase(case) for case in cases)
    result = unittest.TextTestRunner(stream=stream, verbosity=verbosity, **options).run(suite)
    text = re.sub(r'in \d+\.\d+s', 'in TIME', stream.getvalue())
    text = re.sub(r'  File "/[^\n]*\n(?:    [^\n]*\n)*', '', text)
    print(text)
    print(result, result.testsRun, len(result.failures), len(result.errors), result.wasSuccessful())


run(1, Fixtures, Skipped, BrokenSetUp)
print(log)
log.clear()
run(2, Fixtures, Skipped, BrokenSetUp)
log.clear()
run(2, Async)
print(log)
run(0, Async)
run(1, Fixtures, failfast=True)


class Printing(unittest.TestCase):
    def test_prints(self):
        print('to standard output')
        self.fail('shown with it')

    def test_quiet(self):
        print('never seen')


run(1, Printing, buffer=True)
loader = unittest.defaultTestLoader
print(loader.getTestCaseNames(Async), loader.loadTestsFromName('__main__.Async.test_sync').countTestCases() if False else '')
suite = unittest.TestSuite([Async('test_sync')])
suite.addTest(Printing('test_quiet'))
print(suite.countTestCases(), list(suite), suite)
result = unittest.TestResult()
suite.run(result)
print(result)
function = unittest.FunctionTestCase(lambda: None, description='a function')
print(function.shortDescription(), function.run().wasSuccessful() if False else '')
