"""asyncio: tasks on one event loop."""
import sys
from .exceptions import *
from .events import *
from .coroutines import *
from .futures import *
from .tasks import *
from .runners import *
from _asyncio import current_task, all_tasks

# Modules that are read when one of their names is asked for first: most programs need few of them.
_LATER = {
    'locks': ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier'),
    'queues': ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown'),
    'timeouts': ('Timeout', 'timeout', 'timeout_at'),
    'taskgroups': ('TaskGroup',),
    'threads': ('to_thread',),
    'policies': ('get_event_loop_policy', 'set_event_loop_policy'),
    'streams': ('open_connection', 'start_server', 'open_unix_connection', 'start_unix_server', 'StreamReader', 'StreamWriter',
                'StreamReaderProtocol'),
    'protocols': ('Protocol', 'BaseProtocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol'),
    'transports': ('Transport', 'BaseTransport', 'ReadTransport', 'WriteTransport', 'DatagramTransport', 'SubprocessTransport'),
    'subprocess': ('create_subprocess_exec', 'create_subprocess_shell'),
    'graph': ('capture_call_graph', 'format_call_graph', 'print_call_graph', 'FrameCallGraphEntry', 'FutureCallGraph'),
    'base_events': ('Server',),
    'mixins': (), 'selector_events': (), 'unix_events': (), 'trsock': (), 'constants': (), 'log': (),
}

__all__ = tuple([name for name in globals() if name[0] != '_' and type(globals()[name]) is not type(sys)]
                + [name for names in _LATER.values() for name in names])


def __getattr__(name):
    for module, names in _LATER.items():
        if name == module or name in names:
            __import__('asyncio.' + module)
            found = sys.modules['asyncio.' + module]
            for each in names:
                globals()[each] = getattr(found, each)
            return globals()[name]
    if name in ('AbstractEventLoopPolicy', 'DefaultEventLoopPolicy'):
        import warnings
        from . import policies
        warnings._deprecated('asyncio.' + name, remove=(3, 16))
        return getattr(policies, '_' + name)
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}", name=name, obj=sys.modules[__name__])


def __dir__():
    return sorted({*globals(), *_LATER, *__all__} - {'policies'})
