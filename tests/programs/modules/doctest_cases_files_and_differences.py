import doctest, unittest, types, sys, io
def f(x):
    """
    >>> f(2)
    4
    >>> f(3)
    7
    >>> print('a b   c')
    a b c
    """
    return x * 2
finder = doctest.DocTestFinder()
t = finder.find(f, 'f')[0]
t2 = finder.find(f, 'f')[0]
print(t == t2, hash(t) == hash(t2), t != 3, t < finder.find(f, 'g')[0])
case = doctest.DocTestCase(t); case2 = doctest.DocTestCase(t2)
print(case == case2, case, repr(case), case.id(), case.shortDescription(), type(case).__mro__[1].__name__)
r = case.run(); print(len(r.failures), len(r.errors))
print(r.failures[0][1][:400])
ex = doctest.Example('f(2)\n', '4\n', lineno=1); print(ex.source, ex.want, ex.lineno, ex.indent, ex.options, ex.exc_msg, ex == doctest.Example('f(2)\n','4\n'), hash(ex) is not None)
p = doctest.DocTestParser()
print([ (e.source, e.want) for e in p.get_examples('>>> 1\n1\n\ntext\n>>> if 1:\n...     print(2)\n2\n')])
for bad in ('>>>1\n', '>>> 1\n  1\n...x', '    >>> x\n  y\n', '>>> 1 # doctest: +NOPE\n'):
    try: print(len(p.get_examples(bad)))
    except ValueError as e: print(str(e).replace('\n', '|'))
out = io.StringIO()
runner = doctest.DocTestRunner(verbose=True)
print(runner.run(t, out=out.write)); print(out.getvalue())
print(runner.summarize(verbose=False))
with open('a.txt', 'w') as file: file.write('Text\n\n    >>> 1 + 1\n    2\n    >>> x\n    5\n')
s = doctest.DocFileSuite('a.txt', module_relative=False, globs={'x': 5}); res = s.run(unittest.TestResult()); print(res, [str(c) for c in s], [c.id() for c in s])
print(doctest.testfile('a.txt', module_relative=False, globs={'x': 6}, verbose=False) if 0 else '')
class K:
    """
    >>> K().m()
    1
    """
    def m(self):
        """
        >>> 1/0
        Traceback (most recent call last):
        ZeroDivisionError: division by zero
        >>> print(1); raise KeyError('x')
        Traceback (most recent call last):
        KeyError: 'x'
        >>> [1, 2, 3]  # doctest: +ELLIPSIS
        [1, ...]
        >>> 1 # doctest: +SKIP
        2
        """
        return 1
    @property
    def p(self):
        """
        >>> 3
        3
        """
    @classmethod
    def c(cls): ">>> 4\n4"
    @staticmethod
    def s(): ">>> 5\n5"
print([(x.name, x.lineno, len(x.examples)) for x in finder.find(K, 'K')])
try: doctest.run_docstring_examples(f, globals(), name='f')
except Exception as e: print(e)
print(doctest.script_from_examples(f.__doc__))
try: doctest.debug_src
except AttributeError as e: print(e)
print(doctest.OutputChecker().check_output('a\n', 'a\n\n', doctest.NORMALIZE_WHITESPACE), doctest.OutputChecker().output_difference(ex, '5\n', 0))
print(doctest.OutputChecker().output_difference(doctest.Example('x\n','a\nb\nc\n'), 'a\nB\nc\n', doctest.REPORT_UDIFF), doctest.OutputChecker().output_difference(doctest.Example('x\n','a\nb\nc\n'), 'a\nB\nc\n', doctest.REPORT_NDIFF))
