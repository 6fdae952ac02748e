import sys, threading, os
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(sys.gettrace(), sys.getprofile(), sys.breakpointhook, sys.__breakpointhook__ is sys.breakpointhook)
sys.breakpointhook = lambda *a, **k: print('hook', a, k) or 'result'
print(breakpoint(), breakpoint(1, x=2))
sys.breakpointhook = sys.__breakpointhook__
os.environ['PYTHONBREAKPOINT'] = '0'
print(breakpoint(1, 2))
os.environ['PYTHONBREAKPOINT'] = 'builtins.print'
print(breakpoint('a', 'b', sep='-'))
os.environ['PYTHONBREAKPOINT'] = 'len'
t(lambda: breakpoint([1, 2]))
os.environ['PYTHONBREAKPOINT'] = 'nosuch.thing'
t(lambda: breakpoint())
os.environ['PYTHONBREAKPOINT'] = 'nosuch'
t(lambda: breakpoint())
del sys.breakpointhook
t(lambda: breakpoint())
t(lambda: sys.settrace()); print(sys.settrace(None), sys.setprofile(None), threading.settrace(None), threading.gettrace(), threading.getprofile(), threading.setprofile(None))
