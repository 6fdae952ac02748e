import sys
import asyncio
m = sys.monitoring
E = m.events
m.use_tool_id(0, 'a')
m.use_tool_id(5, 'b')
def work(n):
    t = 0
    for i in range(n):
        t += i
    return t
def other():
    return work(2)
seen = []
def line(code, n):
    seen.append((code.co_name, n - code.co_firstlineno))
    return m.DISABLE
m.register_callback(0, E.LINE, line)
m.set_local_events(0, work.__code__, E.LINE)
work(3); work(3); other()
print(seen); seen.clear()
m.restart_events()
work(1)
print(seen); seen.clear()
m.set_local_events(0, work.__code__, 0)
m.restart_events()
work(1)
print(seen)
# both tools, the higher number first
for tool in (5, 0):
    m.register_callback(tool, E.PY_START, lambda code, off, tool=tool: print('start', tool, code.co_name))
    m.register_callback(tool, E.PY_RETURN, lambda code, off, value, tool=tool: print('return', tool, code.co_name, value))
m.set_local_events(5, other.__code__, E.PY_START)
m.set_events(0, E.PY_START | E.PY_RETURN)
other()
m.set_events(0, 0)
other()
m.set_local_events(5, other.__code__, 0)
# a function that raises
def bad(code, off):
    raise ValueError('from the tool')
m.register_callback(0, E.PY_START, bad)
m.set_local_events(0, work.__code__, E.PY_START)
try:
    work(1)
except ValueError as e:
    print(e)
m.set_local_events(0, work.__code__, 0)
# what cannot be switched off
m.register_callback(0, E.RAISE, lambda code, off, e: m.DISABLE)
m.set_events(0, E.RAISE)
def fails():
    raise KeyError(1)
for _ in range(2):
    try:
        fails()
    except Exception as e:
        print(type(e), e)
m.set_events(0, 0)
# frames, and what a tool does itself
def start(code, off):
    print(sys._getframe(1).f_code is code, sys._getframe(1).f_code.co_name, work(2))
m.register_callback(0, E.PY_START, start)
m.set_local_events(0, other.__code__, E.PY_START)
other()
m.free_tool_id(0)
other()
print(m.get_tool(0), m.get_local_events(0, other.__code__))
# tasks
m.use_tool_id(0, 'c')
names = []
m.register_callback(0, E.PY_START, lambda code, off: names.append(code.co_name))
m.register_callback(0, E.PY_YIELD, lambda code, off, v: names.append(('yield', code.co_name)))
m.register_callback(0, E.PY_RESUME, lambda code, off: names.append(('resume', code.co_name)))
async def child():
    await asyncio.sleep(0)
    return 1
async def main():
    for code in (child.__code__, main.__code__):
        m.set_local_events(0, code, E.PY_START | E.PY_YIELD | E.PY_RESUME)
    t = asyncio.create_task(child())
    await t
    await child()
asyncio.run(main())
print(names)
print(m._all_events() == {})
# CALL with DISABLE, C_RETURN
def calls(n):
    for i in range(n):
        abs(-i)
got = []
m.register_callback(0, E.CALL, lambda code, off, f, a: (got.append((f.__name__, a)), m.DISABLE if f is abs else None)[1])
m.register_callback(0, E.C_RETURN, lambda code, off, f, a: got.append(('back', f.__name__, a)))
m.set_local_events(0, calls.__code__, E.CALL)
calls(3)
print(got)
m.clear_tool_id(0)
got.clear()
calls(1)
print(got, m.get_tool(0))
# a tracer and a tool
m.register_callback(0, E.LINE, lambda code, n: names.append(n - code.co_firstlineno))
m.set_local_events(0, work.__code__, E.LINE)
def tracer(frame, event, arg):
    if frame.f_code is work.__code__:
        print(event, frame.f_lineno - frame.f_code.co_firstlineno, arg)
        return tracer
names.clear()
sys.settrace(tracer)
work(1)
sys.settrace(None)
print(names)
m.free_tool_id(0)
