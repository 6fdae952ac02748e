import sys, inspect
def gen():
    a = 1
    while True:
        b = yield a
        print('a', a, 'b', b)
g = gen(); next(g)
fr = g.gi_frame
print(fr is g.gi_frame, fr.f_back, fr.f_lineno, fr.f_generator is g)
print(fr.f_locals, dict(fr.f_locals))
fr.f_locals['a'] = 50
print(g.send(3))
print(dict(fr.f_locals))
try: fr.clear()
except Exception as e: print(type(e).__name__, e)
g.close()
print(g.gi_frame, dict(fr.f_locals), fr.f_lineno, fr.f_generator)
fr.clear()
def run():
    try: sys._getframe().clear()
    except Exception as e: print(type(e).__name__, e)
run()
def boom():
    x = 7; s = 'text'; n = None
    raise ValueError('v')
try: boom()
except ValueError as e: tb = e.__traceback__
print(tb.tb_frame is sys._getframe(), tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_locals, tb.tb_next.tb_frame is tb.tb_next.tb_frame)
f = tb.tb_next.tb_frame
print(f.f_back is sys._getframe(), f.f_lineno, f.f_lasti >= 0, f.f_trace, f.f_trace_lines, f.f_trace_opcodes)
f.f_locals['x'] = 8; print(f.f_locals)
f.clear(); print(f.f_locals)
import traceback
def boom2():
    x = 7; y = 2.5
    def z(): return y
    1/0
try: boom2()
except ZeroDivisionError as e:
    te = traceback.TracebackException.from_exception(e, capture_locals=True)
    print({k: v if k != 'z' else 'fn' for k, v in te.stack[1].locals.items()})
for bad in ('f_lineno', 'f_back', 'f_locals', 'f_code', 'f_globals', 'f_builtins', 'f_lasti'):
    fr = sys._getframe()
    try: setattr(fr, bad, 1); print('set', bad)
    except Exception as e: print(type(e).__name__, e)
def outer():
    v = 1
    def inner():
        fb = sys._getframe().f_back
        fb.f_locals['v'] = 'changed'
        return fb
    fb = inner()
    print(v, fb is sys._getframe())
    return fb
fb = outer()
print(fb, list(fb.f_locals)) if 0 else print(type(fb), list(fb.f_locals))
print(inspect.getgeneratorlocals(gen()), inspect.getargvalues(fb).locals["v"])
async def co(p):
    q = 1
    import asyncio
    await asyncio.sleep(1)
c = co(3)
print(c.cr_frame.f_locals, inspect.getcoroutinelocals(c))
c.cr_frame.f_locals['p'] = 4
print(inspect.getcoroutinelocals(c))
c.close(); print(c.cr_frame, inspect.getcoroutinelocals(c))
import asyncio
async def worker():
    n = 1
    await asyncio.sleep(1)
    print('n', n)
async def main():
    t = asyncio.create_task(worker(), name='w')
    await asyncio.sleep(0)
    s = t.get_stack()
    print(len(s), s[0].f_locals, s[0].f_code.co_name)
    s[0].f_locals['n'] = 77
    await t
    print(t.get_stack())
asyncio.run(main())
try: sys._getframe(100)
except ValueError as e: print(e)
try: sys._getframe('a')
except TypeError as e: print(e)
print(sys._getframe(-1).f_code.co_name)
fr = sys._getframe()
def trace(): pass
fr.f_trace = trace; print(fr.f_trace is trace); del fr.f_trace; print(fr.f_trace)
fr.f_trace_lines = False; print(fr.f_trace_lines); 
try: fr.f_trace_lines = 1
except Exception as e: print(type(e).__name__, e)
print(type(fr)); 
try: type(fr)()
except TypeError as e: print(e)
class K:
    kf = sys._getframe()
    kk = 1
print(K.kf.f_locals['kk'], type(K.kf.f_locals), K.kf.f_back is fr)
