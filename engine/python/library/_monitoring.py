"""_monitoring: the module sys.monitoring. The VM tells the tools; here stands what may be asked of it."""
from _native import like_c, monitor, monitor_callback, monitor_events, monitor_restart
from types import CodeType, ModuleType, SimpleNamespace

_NAMES = ('PY_START PY_RESUME PY_RETURN PY_YIELD CALL LINE INSTRUCTION JUMP BRANCH_LEFT BRANCH_RIGHT STOP_ITERATION RAISE EXCEPTION_HANDLED '
          'PY_UNWIND PY_THROW RERAISE C_RETURN C_RAISE BRANCH').split()
_EVENTS = {name: 1 << number for number, name in enumerate(_NAMES)}
_C, _BRANCH, _LOCAL, _TOLD = 3 << 16, 1 << 18, (1 << 11) - 1, (1 << 18) - 1
_names = [None] * 6  # of the tools
_wanted = [0] * 6
_branches = {}       # functions for BRANCH by their tools: it is either way of a branch
DISABLE, MISSING = object(), object()
monitor_restart(DISABLE, MISSING)


def _tool(number):
    number = _int(number)
    if not 0 <= number < 6:
        raise ValueError(f'invalid tool {number} (must be between 0 and 5)')
    return number


def _int(value):
    if not hasattr(value, '__index__'):
        raise TypeError(f'{type(value).__name__!r} object cannot be interpreted as an integer')
    return value.__index__()


def _used(number):
    number = _tool(number)
    if _names[number] is None:
        raise ValueError(f'tool {number} is not in use')
    return number


def _set(events, most, what):
    events = _int(events)
    if not 0 <= events < _BRANCH << 1:
        raise ValueError(f'invalid {what} 0x{events & 0xffffffff:x}')
    if events & _C and events & (_C | 16) != _C | 16:
        raise ValueError('cannot set C_RETURN or C_RAISE events independently')
    events &= ~_C
    if events & _BRANCH:
        events = events & ~_BRANCH | _EVENTS['BRANCH_LEFT'] | _EVENTS['BRANCH_RIGHT']
    if events & ~most:
        raise ValueError(f'invalid {what} 0x{events:x}')
    return events


def use_tool_id(tool_id, name, /):
    tool_id = _tool(tool_id)
    if not isinstance(name, str):
        raise ValueError('tool name must be a str')
    if _names[tool_id] is not None:
        raise ValueError(f'tool {tool_id} is already in use')
    _names[tool_id] = name


def clear_tool_id(tool_id, /):
    tool_id = _tool(tool_id)
    if _names[tool_id] is None:
        return
    for number in range(18):
        monitor_callback(tool_id, number, None)
    _wanted[tool_id] = 0
    monitor(tool_id, 0, None)
    for code in _codes.pop(tool_id, ()):
        monitor(tool_id, 0, code)


_codes = {}  # of each tool: those that it wants events of


def free_tool_id(tool_id, /):
    clear_tool_id(tool_id)
    _names[tool_id] = None


def get_tool(tool_id, /):
    return _names[_tool(tool_id)]


def register_callback(tool_id, event, func, /):
    tool_id, event = _tool(tool_id), _int(event)
    if event <= 0 or event & event - 1:
        raise ValueError('The callback can only be set for one event at a time')
    number = event.bit_length() - 1
    if number >= len(_NAMES):
        raise ValueError(f'invalid event {event}')
    if event == _BRANCH:
        before = _branches.pop(tool_id, None)
        if func is not None:
            _branches[tool_id] = func
        return before
    return monitor_callback(tool_id, number, func)


def get_events(tool_id, /):
    return _wanted[_tool(tool_id)]


def set_events(tool_id, event_set, /):
    tool_id = _used(tool_id)
    _wanted[tool_id] = events = _set(event_set, _TOLD, 'event set')
    monitor(tool_id, events, None)


def get_local_events(tool_id, code, /):
    tool_id = _tool(tool_id)
    _check_code(code)
    return monitor_events(tool_id, code)


def set_local_events(tool_id, code, event_set, /):
    tool_id = _used(tool_id)
    _check_code(code)
    events = _set(event_set, _LOCAL, 'local event set')
    _codes.setdefault(tool_id, set()).add(code)
    monitor(tool_id, events, code)


def _check_code(code):
    if not isinstance(code, CodeType):
        raise TypeError('code must be a code object')


def restart_events():
    monitor_restart(DISABLE, MISSING)


def _all_events():
    return {name: tools for name, event in _EVENTS.items()
            if (tools := sum([1 << tool for tool in range(6) if _wanted[tool] & event]))}


_FUNCTIONS = (use_tool_id, clear_tool_id, free_tool_id, get_tool, register_callback, get_events, set_events, get_local_events,
              set_local_events, restart_events, _all_events)
for _each in _FUNCTIONS:
    _each.__module__ = 'sys.monitoring'
    like_c(_each)
monitoring = ModuleType('sys.monitoring')
monitoring.__dict__.update({each.__name__: each for each in _FUNCTIONS}, DISABLE=DISABLE, MISSING=MISSING, DEBUGGER_ID=0, COVERAGE_ID=1,
                           PROFILER_ID=2, OPTIMIZER_ID=5, events=SimpleNamespace(**_EVENTS, NO_EVENTS=0))
