# What traceback, warnings and inspect tell.
import traceback, sys, warnings, inspect, linecache, io, types, functools, asyncio
def a(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def lev3(x): raise ValueError('deep', x)
def lev2(x): return lev3(x + 1)
def lev1(x):
    try: lev2(x)
    except ValueError as e: raise TypeError('mid') from e
try: lev1(1)
except TypeError as e:
    te = traceback.TracebackException.from_exception(e)
    print(''.join(te.format())); print(te.exc_type_str, str(te), te.stack[0].name, te.stack[0].lineno, te.stack[0].line, list(te.format_exception_only()))
    print(traceback.format_exc(limit=1)); print(traceback.format_exception(e, chain=False)); print(traceback.format_exception_only(e)); print(traceback.extract_tb(e.__traceback__)); print(traceback.format_tb(e.__traceback__, -1)); print([(f.f_code.co_name, l) for f, l in traceback.walk_tb(e.__traceback__)])
    tb = e.__traceback__; print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_lasti >= 0); print(e.with_traceback(None) is e, e.__traceback__)
    traceback.print_exception(e, file=sys.stdout); traceback.print_tb(tb, file=sys.stdout); traceback.clear_frames(tb)
try: exec('x = = 1')
except SyntaxError as e: print(traceback.format_exc().split('\n')[-5:]); print(e.msg, e.lineno, e.offset, e.text, e.end_offset, traceback.format_exception_only(e))
class E(Exception):
    def __str__(self): raise RuntimeError('str fails')
print(traceback.format_exception_only(E()))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); warnings.warn('one'); warnings.warn('two', DeprecationWarning, stacklevel=1); warnings.warn(UserWarning('three')); warnings.warn_explicit('four', FutureWarning, 'f.py', 9); print([(str(x.message), x.category.__name__, x.lineno) for x in w], w[0])
with warnings.catch_warnings():
    warnings.simplefilter('error'); a(lambda: warnings.warn('err')); warnings.filterwarnings('ignore', 'ign.*'); a(lambda: warnings.warn('ignored')); warnings.filterwarnings('ignore', category=UserWarning, module='nomod'); a(lambda: warnings.warn('x')); a(lambda: warnings.warn('x', int)); a(lambda: warnings.warn(5)); a(lambda: warnings.filterwarnings('bad')); a(lambda: warnings.simplefilter('once', 5)); print(warnings.filters[0])
print(warnings.formatwarning('m', UserWarning, 'f.py', 3, 'the line')); warnings.showwarning('m', UserWarning, 'f.py', 3, sys.stdout, 'line')
@warnings.deprecated('use g')
def oldf(): return 1
with warnings.catch_warnings(record=True) as w: warnings.simplefilter('always'); print(oldf(), oldf.__deprecated__, w[0].message, w[0].category)
for _ in range(3): warnings.warn('once per place')
def sig(a, b=1, /, c: int = 2, *args, d, e='x', **kw) -> str: "doc"
s = inspect.signature(sig); print(s, s.parameters['a'].kind, s.parameters['c'].annotation, s.return_annotation, s.bind(1, d=2), s.bind(1, d=2).arguments, s.parameters['d'].default is inspect.Parameter.empty); b = s.bind_partial(1); b.apply_defaults(); print(b.args, b.kwargs, b); a(lambda: s.bind()); a(lambda: s.bind(1, 2, 3, d=1, a=2)); a(lambda: s.bind(1)); print(s.replace(return_annotation=int), inspect.Signature([inspect.Parameter('x', inspect.Parameter.KEYWORD_ONLY, default=3)]), repr(s.parameters['a']))
class K:
    """K doc"""
    x = 1
    def m(self, y=2): pass
    @staticmethod
    def s(z): pass
    @classmethod
    def c(cls, w): pass
    @property
    def p(self): "pdoc"
    async def co(self): yield
print(inspect.signature(K), inspect.signature(K.m), inspect.signature(K().m), inspect.signature(K.c), inspect.signature(K.s), inspect.getmembers(K, inspect.isfunction), inspect.isasyncgenfunction(K.co), inspect.getdoc(K.p), inspect.getmro(K), inspect.isclass(K), inspect.ismethod(K().m), inspect.isdatadescriptor(K.__dict__['p']), inspect.getattr_static(K, 's'))
print(inspect.getsource(lev3), inspect.getsourcelines(K)[1], inspect.getfile(lev1), inspect.getmodule(lev1), inspect.getsource(K).count('\n'), inspect.getcomments(lev1), inspect.cleandoc('  a\n    b\n   c'), inspect.unwrap(functools.wraps(lev1)(lambda: 0)) is lev1)
fr = inspect.currentframe(); print(fr.f_code.co_name, inspect.getframeinfo(fr)[1:4], inspect.stack()[0].function, inspect.getargvalues(fr)[0], inspect.getfullargspec(sig), inspect.getcallargs(K().m, 5)['y'], inspect.getclosurevars(lev2).globals.keys())
def gen(): x = yield 1; yield x
g = gen(); print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g), g.gi_frame.f_lineno); g.close(); print(inspect.getgeneratorstate(g))
async def co(): await asyncio.sleep(0)
c = co(); print(inspect.getcoroutinestate(c), inspect.iscoroutine(c), inspect.isawaitable(c), inspect.getcoroutinelocals(c)); c.close(); print(inspect.getcoroutinestate(c)); a(lambda: inspect.getsource(print)); a(lambda: inspect.signature(5)); a(lambda: inspect.signature(type)); a(lambda: inspect.getfile(int)); print(inspect.signature(functools.partial(sig, 1, d=5)), inspect.signature(dict.get) , inspect.signature(lambda x, *, y: 0), inspect.formatannotation(list[int]), inspect.formatannotation(int), inspect.get_annotations(sig), inspect.isbuiltin(len), inspect.isroutine(len))
