import unittest, sys, io
# a whole unittest main as text, setUpModule, load_tests, assert messages in full
def setUpModule(): print("module up")
def tearDownModule(): print("module down")
class Calc:
    def div(self, a, b): return a / b
class TestCalc(unittest.TestCase):
    longMessage = True
    def setUp(self): self.c = Calc(); self.addCleanup(print, "cleanup", self.id())
    def test_div(self): self.assertEqual(self.c.div(6, 3), 2)
    def test_zero(self): self.c.div(1, 0)
    def test_fail_list(self): self.assertListEqual(list(range(20)), list(range(19)) + [99])
    def test_fail_long(self): self.assertEqual("a" * 50 + "b", "a" * 50 + "c")
    def test_fail_dict(self): self.assertEqual({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3]}, "dicts differ")
    def test_fail_set(self): self.assertSetEqual({1, 2}, {2, 3})
    def test_fail_tuple(self): self.assertTupleEqual((1,), (2,))
    def test_true(self): self.assertTrue(0, "zero")
    def test_is(self): self.assertIs([], [])
    def test_in(self): self.assertIn("x", ["a"])
    def test_raises_not(self):
        with self.assertRaises(ValueError): pass
    def test_raises_msg(self):
        with self.assertRaisesRegex(ValueError, "abc"): raise ValueError("xyz")
    def test_warns(self):
        with self.assertWarns(DeprecationWarning): pass
    def test_almost(self): self.assertAlmostEqual(1.0, 1.1, places=2)
    def test_almost_delta(self): self.assertAlmostEqual(1.0, 1.5, delta=0.1)
    def test_greater(self): self.assertGreater(1, 2)
    def test_instance(self): self.assertIsInstance("x", int)
    def test_regex(self): self.assertRegex("abc", r"\d+")
    def test_count(self): self.assertCountEqual([1, 1, 2], [1, 2, 2])
    def test_none(self): self.assertIsNone(5)
    def test_nologs(self):
        with self.assertNoLogs(): __import__("logging").getLogger("q").warning("x")
    def test_logs(self):
        with self.assertLogs("q", "ERROR"): pass
    def test_multi(self): self.assertMultiLineEqual("one\ntwo\nthree\n", "one\n2\nthree\n")
    def test_startswith(self): self.assertStartsWith("abc", "b") if hasattr(self, "assertStartsWith") else None
    def test_sub(self):
        """Docstring of sub
        more"""
        for i in range(4):
            with self.subTest("msg", i=i): self.assertLess(i, 2)
    @unittest.expectedFailure
    def test_unexpected(self): pass
    @unittest.skipIf(True, "reason")
    def test_skipped(self): pass
    def test_chain(self):
        try: {}["k"]
        except KeyError as e: raise RuntimeError("x") from e
class TestSetup(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise OSError("no class")
    def test_never(self): pass
@unittest.skip("whole class")
class TestSkipped(unittest.TestCase):
    def test_a(self): pass
class TestOrder(unittest.TestCase):
    def test_b(self): print("b")
    def test_a(self): print("a", end="")
out = io.StringIO()
for argv in (["prog", "-v", "TestOrder", "TestSetup"], ["prog", "-f", "-k", "test_fail*"], ["prog", "-b", "TestCalc.test_div", "TestOrder.test_b"], ["prog"], ["prog", "TestCalc.nope"]):
    out = io.StringIO(); old, sys.stderr = sys.stderr, out
    try: unittest.main(argv=argv, module="__main__")
    except SystemExit as e: code = e.code
    finally: sys.stderr = old
    import re
    txt = re.sub(r"in \d+\.\d+s", "in Xs", out.getvalue())
    print("===", argv, code); print(txt)
