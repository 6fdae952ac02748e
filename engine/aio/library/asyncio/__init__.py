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
    'open_connection', 'start_server', 'open_unix_connection', 'start_unix_server', 'StreamReader', 'StreamWriter', 'StreamReaderProtocol',
    'Protocol', 'BaseProtocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol', 'Transport', 'BaseTransport', 'ReadTransport',
    'WriteTransport', 'DatagramTransport', 'SubprocessTransport', 'Server', 'create_subprocess_exec', 'create_subprocess_shell', 'subprocess',
    'print_call_graph', 'capture_call_graph', 'format_call_graph', 'FrameCallGraphEntry', 'FutureCallGraph', 'PidfdChildWatcher'))


def __getattr__(name):
    if name in _NOT_YET:
        raise NotImplementedError(f'Loopscope has no asyncio.{name} yet')
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}", name=name, obj=sys.modules[__name__])
