"""unittest.main: the tests of the program, and its exit status."""
import unittest


class Numbers(unittest.TestCase):
    def test_add(self):
        self.assertEqual(1 + 1, 2)

    def test_wrong(self):
        self.assertEqual(1 + 1, 3)


class Texts(unittest.TestCase):
    def test_upper(self):
        self.assertEqual('foo'.upper(), 'FOO')


class Quiet:
    """Takes the place of standard error, whose times differ."""

    def write(self, text):
        pass

    def flush(self):
        pass


program = unittest.main(exit=False, argv=['x', 'Texts'], testRunner=unittest.TextTestRunner(stream=Quiet()))
print(program.result)
program = unittest.main(exit=False, argv=['x', '-k', 'wrong'], testRunner=unittest.TextTestRunner(stream=Quiet()))
print(program.result)
unittest.main(testRunner=unittest.TextTestRunner(stream=Quiet()))
