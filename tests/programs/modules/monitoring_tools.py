import re
import sys
m = sys.monitoring
print({k: v for k, v in vars(m.events).items() if k[0] != '_'})
print(type(m), m, sorted(n for n in dir(m) if n[0] != '_'), type(m.DISABLE), type(m.MISSING))
print(m.DEBUGGER_ID, m.COVERAGE_ID, m.PROFILER_ID, m.OPTIMIZER_ID, type(m.events), m.events, m.__doc__)
E = m.events
def shown(a): return re.sub(' at 0x[0-9a-f]+', '', repr(a))
def t(f, *a, **k):
    try: print(f.__name__, shown(a), '->', shown(f(*a, **k)))
    except Exception as e: print(f.__name__, shown(a), type(e).__name__, e)
t(m.get_tool, 0); t(m.get_tool, 9); t(m.use_tool_id, 0, 3); t(m.use_tool_id, 6, 'x'); t(m.use_tool_id, -1, 'x'); t(m.use_tool_id, 2, 'prof'); t(m.use_tool_id, 2, 'x'); t(m.get_tool, 2); t(m.use_tool_id, 7, 'x')
t(m.set_events, 0, 1); t(m.set_events, 2, 1 << 25); t(m.set_events, 2, -1); t(m.set_events, 2, E.C_RETURN); t(m.set_events, 2, E.C_RETURN | E.CALL); t(m.get_events, 2); t(m.set_events, 2, E.C_RAISE | E.CALL | E.BRANCH);t(m.get_events, 2); t(m.set_events, 2, 0); t(m.get_events, 1); t(m.set_events, 2, 'a')
t(m.register_callback, 2, 3, None); t(m.register_callback, 2, E.LINE, print); t(m.register_callback, 2, E.LINE, None); t(m.register_callback, 2, E.LINE | E.CALL, print); t(m.register_callback, 2, 0, print); t(m.register_callback, 2, 1 << 30, print); t(m.register_callback, 3, E.LINE, print);t(m.register_callback, 3, E.LINE, None); t(m.register_callback, 8, E.LINE, None)
t(m.set_local_events, 2, t.__code__, E.LINE); t(m.get_local_events, 2, t.__code__); t(m.set_local_events, 2, 3, 1); t(m.set_local_events, 2, t.__code__, E.RAISE); t(m.set_local_events, 2, t.__code__, E.C_RETURN);t(m.set_local_events, 2, t.__code__, 0); t(m.get_local_events, 5, t.__code__); t(m.set_local_events, 2, t.__code__, 1<<30)
t(m.restart_events); t(m.clear_tool_id, 2); t(m.get_tool, 2); t(m.clear_tool_id, 4); t(m.free_tool_id, 2); t(m.free_tool_id, 2); t(m.get_tool, 2); t(m.clear_tool_id, 2); t(m._all_events)
import sys.monitoring
