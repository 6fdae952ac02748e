import types, sys, traceback
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
T = types.TracebackType
fr = sys._getframe()
tb = T(None, fr, 0, 5)
print(tb.tb_next, tb.tb_frame is fr, tb.tb_lasti, tb.tb_lineno)
last = fr.f_lasti
tb2 = T(tb, fr, fr.f_lasti, 3); print(tb2.tb_next is tb, tb2.tb_lineno)
t(lambda: T(5, fr, 0, 1)); t(lambda: T(None, 5, 0, 1)); t(lambda: T(None, fr, 'x', 1)); t(lambda: T(None, fr, 0, 'x')); t(lambda: T()); t(lambda: T(None, fr, 0)); t(lambda: T(tb_next=None, tb_frame=fr, tb_lasti=0, tb_lineno=2).tb_lineno)
tb2.tb_next = None
try: raise ValueError('x').with_traceback(tb2)
except ValueError as e: print([x.lineno for x in traceback.extract_tb(e.__traceback__)])
def callers():
    tb = None; f = sys._getframe()
    while f: tb = T(tb, f, f.f_lasti, f.f_lineno); f = f.f_back
    return tb
def a(): return callers()
n = 0; tb = a()
while tb: 
    if tb.tb_frame.f_code.co_filename == __file__: print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
    tb = tb.tb_next
e = ValueError('made').with_traceback(T(None, sys._getframe(), sys._getframe().f_lasti, sys._getframe().f_lineno))
print(''.join(traceback.format_exception(e)))
