import inspect
import sys
import traceback


def attempt(label, f, *a, **k):
    try: r = f(*a, **k); print(label, repr(r))
    except BaseException as e: print(label, type(e).__name__, e)


e = ValueError('x'); 
for notes in (None, 5, 'text', ['a', 3], (1,2), [], {'a': 1}):
    e.__notes__ = notes; print(traceback.format_exception_only(e))
class BadNotes(Exception):
    @property
    def __notes__(self): raise TypeError('no')
attempt('bn', traceback.format_exception_only, BadNotes())
print(traceback.format_exception_only(ExceptionGroup('A\n1', [ValueError('B\n2'), ExceptionGroup('C', [KeyError('k')])]), show_group=True))
x = ValueError('B\n\n2\n'); x.add_note('\nC\n\n3'); print(traceback.format_exception_only(ExceptionGroup('A\n\n1\n', [x, IndexError('D')]), show_group=True))
def deep(n):
    if n: return deep(n-1)
    return traceback.extract_stack(), [f.f_code.co_name for f, l in traceback.walk_stack(None)], traceback.extract_stack(limit=2), traceback.extract_stack(limit=-2)
names = lambda frames: [f.name for f in frames if f.name == 'deep']
st, ws, l2, lm2 = deep(3)
print(names(st), [name for name in ws if name == 'deep'], names(l2), len(lm2))
sys.tracebacklimit = 2
print([f.name for f in deep(3)[0]])
def fail(n):
    if n: fail(n-1)
    1/0
try: fail(4)
except ZeroDivisionError as e:
    print([f.name for f in traceback.extract_tb(e.__traceback__)], len(traceback.format_exception(e)), [f.lineno for f in traceback.StackSummary.extract(traceback.walk_tb(e.__traceback__), limit=-1)])
del sys.tracebacklimit
print(inspect.signature(traceback.print_exception), inspect.signature(traceback.format_exception), inspect.signature(traceback.format_exception_only), inspect.signature(traceback.TracebackException))
print(sorted(traceback.__all__))
