"""_thread: threads that are functions, and the locks of threading."""
import _loopscope
from _native import like_c
from threading import (RLock, ThreadError as error, TIMEOUT_MAX, _excepthook, ExceptHookArgs as _ExceptHookArgs, get_ident, get_native_id,
                       local as _local, lock, stack_size)

allocate = allocate_lock = LockType = lock
_running = 0


def _count():
    return _running


def _run(function, args, kwargs):
    global _running
    outcome = 1
    _loopscope.job_begins(0, function)
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as failure:
        outcome = 2
        import sys
        from types import SimpleNamespace
        sys.unraisablehook(SimpleNamespace(exc_type=type(failure), exc_value=failure, exc_traceback=failure.__traceback__,
                                           err_msg=f'Exception ignored in thread started by {function!r}', object=None))
    finally:
        _loopscope.job_ends(outcome)
        _running -= 1


def start_new_thread(function, args, kwargs={}, /):
    global _running
    if not callable(function):
        raise TypeError('first arg must be callable')
    if not isinstance(args, tuple):
        raise TypeError('2nd arg must be a tuple')
    if not isinstance(kwargs, dict):
        raise TypeError('optional 3rd arg must be a dictionary')
    handle = _loopscope.start_thread(_run, (function, args, kwargs), getattr(function, '__name__', 'thread'), True)
    _running += 1
    return _loopscope.ident(handle)


def exit():
    raise SystemExit



def interrupt_main(signum=2, /):
    import signal
    if not 1 <= signum < signal.NSIG:
        raise ValueError('signal number out of range')
    if callable(signal.getsignal(signum)):
        signal.raise_signal(signum)


for _each in (start_new_thread, exit, interrupt_main, _count):
    like_c(_each)
start_new, exit_thread = start_new_thread, exit
