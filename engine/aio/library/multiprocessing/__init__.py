"""multiprocessing: processes that are green threads of their own, with copies of all that goes between them."""
from . import context, process

_MAKERS = tuple(context._MAKERS)
__all__ = ['Array', 'AuthenticationError', 'Barrier', 'BoundedSemaphore', 'BufferTooShort', 'Condition', 'Event', 'JoinableQueue', 'Lock',
           'Manager', 'Pipe', 'Pool', 'Process', 'ProcessError', 'Queue', 'RLock', 'RawArray', 'RawValue', 'Semaphore', 'SimpleQueue',
           'TimeoutError', 'Value', 'active_children', 'allow_connection_pickling', 'cpu_count', 'current_process', 'freeze_support',
           'get_all_start_methods', 'get_context', 'get_logger', 'get_start_method', 'log_to_stderr', 'parent_process', 'reducer',
           'set_executable', 'set_forkserver_preload', 'set_start_method']

globals().update((name, getattr(context._default_context, name)) for name in __all__ if name not in _MAKERS)
SUBDEBUG, SUBWARNING = 5, 25


def __getattr__(name):
    if name in _MAKERS:
        found = globals()[name] = getattr(context._default_context, name)
        return found
    raise AttributeError(f"module 'multiprocessing' has no attribute {name!r}")
