"""A suite that writes to standard error and ends the program by itself."""
import contextlib
import io
import logging
import re
import sys
import unittest
import warnings


class Inventory:
    def __init__(self): self.items = {}
    def add(self, name, n=1):
        if n < 1: raise ValueError(f"n must be positive, not {n}")
        self.items[name] = self.items.get(name, 0) + n
        logging.getLogger("inv").info("added %s x%d", name, n)
    def take(self, name):
        if name not in self.items:
            warnings.warn(f"no {name}", ResourceWarning, stacklevel=2)
            return None
        self.items[name] -= 1
        return name


def setUpModule(): print("module set up")
def tearDownModule(): print("module torn down")


class TestInventory(unittest.TestCase):
    maxDiff = 200
    longMessage = True

    @classmethod
    def setUpClass(cls): cls.shared = []
    @classmethod
    def tearDownClass(cls): print("shared", cls.shared)

    def setUp(self):
        self.inv = Inventory()
        self.addCleanup(self.shared.append, self._testMethodName)

    def test_add(self):
        """Adding adds up."""
        self.inv.add("tea", 2); self.inv.add("tea")
        self.assertEqual(self.inv.items, {"tea": 3})
    def test_wrong_dict(self):
        self.inv.add("tea", 2)
        self.assertEqual(self.inv.items, {"tea": 3, "milk": 1}, "items differ")
    def test_lists(self): self.assertEqual([1, 2, 3, [4]], [1, 2, 4, [4]])
    def test_text(self): self.assertEqual("one\ntwo\nthree\n", "one\n2\nthree\n")
    def test_sets(self): self.assertSetEqual({1, 2}, {2, 3})
    def test_tuple(self): self.assertTupleEqual((1,), (1, 2))
    def test_raises(self):
        with self.assertRaises(ValueError) as caught: self.inv.add("x", 0)
        self.assertIn("not 0", str(caught.exception))
    def test_raises_not(self):
        with self.assertRaises(KeyError): pass
    def test_regex(self): self.assertRaisesRegex(ValueError, "^nothing", self.inv.add, "x", -1)
    def test_error(self): self.inv.nothing()
    def test_logs(self):
        with self.assertLogs("inv", "INFO") as logs: self.inv.add("a")
        self.assertEqual(logs.output, ["INFO:inv:added a x1"])
        with self.assertNoLogs("inv", "WARNING"): self.inv.add("b")
        with self.assertLogs("inv", "ERROR"): self.inv.add("c")
    def test_warns(self):
        with self.assertWarnsRegex(ResourceWarning, "no cup"): self.inv.take("cup")
        with self.assertWarns(DeprecationWarning): pass
    def test_almost(self): self.assertAlmostEqual(1.0, 1.001, places=2); self.assertAlmostEqual(1, 1.2, delta=0.1)
    def test_count(self): self.assertCountEqual("abca", "abcd")
    def test_misc(self):
        self.assertIsInstance(1, str)
    def test_none(self): self.assertIsNone(0)
    def test_greater(self): self.assertGreaterEqual(1, 2)
    def test_regex_text(self): self.assertRegex("abc", r"\d")
    def test_multiline(self): self.assertMultiLineEqual("a" * 3, "a" * 4)
    @unittest.skipIf(sys.version_info > (3,), "python 3")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_unexpected_success(self): pass
    def test_sub(self):
        for i in range(4):
            with self.subTest("part", i=i):
                if i == 2: self.skipTest("two")
                self.assertNotEqual(i % 2, 1)
    def test_exit(self):
        with self.assertRaises(SystemExit) as c: sys.exit(3)
        self.assertEqual(c.exception.code, 3)
    def test_new_asserts(self):
        self.assertStartsWith("abc", "b")
    def test_has(self): self.assertHasAttr(3, "foo")
    def test_sub_class(self): self.assertIsSubclass(int, str)
    def test_chain(self):
        try: {}["k"]
        except KeyError as error: raise RuntimeError("chained") from error


class TestBroken(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise OSError("class cannot be set up")
    def test_never(self): pass


def load_tests(loader, tests, pattern):
    print("loading", tests.countTestCases(), pattern)
    return tests


if __name__ == "__main__":
    class NoTime(unittest.TextTestRunner):
        def __init__(self, **kw): kw["stream"] = self.s = io.StringIO(); super().__init__(**kw)
        def run(self, suite):
            r = super().run(suite)
            sys.stderr.write(re.sub(r"in \d\.\d+s", "in 0.1s", self.s.getvalue()))
            return r
    unittest.main(testRunner=NoTime, argv=["prog", "-v"] if False else None, verbosity=2, buffer=True, exit=True)
