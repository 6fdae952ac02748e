"""asyncio: tasks on one event loop."""
import sys
from .exceptions import *
from .events import *
from .coroutines import *
from .futures import *
from .tasks import *
from .locks import *
from .queues import *
from .timeouts import *
from .taskgroups import *
from .threads import *
from .runners import *
from _asyncio import sleep, gather, current_task, all_tasks

AbstractEventLoopPolicy = DefaultEventLoopPolicy

_NOT_YET = frozenset((
    'print_call_graph', 'capture_call_graph', 'format_call_graph', 'FrameCallGraphEntry', 'FutureCallGraph', 'PidfdChildWatcher'))

# Modules that are loaded when somebody asks for them, or for one of these names of theirs.
_LATER = {
    'streams': ('open_connection', 'start_server', 'open_unix_connection', 'start_unix_server', 'StreamReader', 'StreamWriter',
                'StreamReaderProtocol'),
    'protocols': ('Protocol', 'BaseProtocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol'),
    'transports': ('Transport', 'BaseTransport', 'ReadTransport', 'WriteTransport', 'DatagramTransport', 'SubprocessTransport'),
    'subprocess': ('create_subprocess_exec', 'create_subprocess_shell'),
    'base_events': ('Server',), 'selector_events': (), 'unix_events': (), 'trsock': (), 'constants': (), 'log': (),
}


def __getattr__(name):
    for module, names in _LATER.items():
        if name == module or name in names:
            __import__('asyncio.' + module)
            found = sys.modules['asyncio.' + module]
            return found if name == module else getattr(found, name)
    if name in _NOT_YET:
        raise NotImplementedError(f'Loopscope has no asyncio.{name} yet')
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}", name=name, obj=sys.modules[__name__])
