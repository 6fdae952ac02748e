"""threading: green threads under one lock, switched as CPython's lock is.

A thread that waits parks (`_loopscope.park`) and is woken by the one that changes what it waits for. Library code is never
interrupted by a switch, so what looks atomic here is.

Where `_tells`, the event log hears of it (told_threads.c): `_told` is what the log knows a thing by, None for one that the library
has made for itself. The numbers of kinds are those of OBJECT_MADE and FUTURE_MADE.
"""
import _loopscope
from _collections import deque
from _native import final as _final, like_c as _like_c
from _loopscope import (now as _now, tell as _tell, tell_made as _tell_made, tells as _tells, wait_begins as _wait_begins,
                        wait_ends as _wait_ends, BARRIER_CHANGED as _BARRIER_CHANGED, CONDITION_NOTIFIED as _CONDITION_NOTIFIED,
                        EVENT_CHANGED as _EVENT_CHANGED, LOCK_FREED as _LOCK_FREED, LOCK_TAKEN as _LOCK_TAKEN,
                        SEMAPHORE_CHANGED as _SEMAPHORE_CHANGED)
from _weakref import ref as _ref
from sys import (_setprofileallthreads, _settraceallthreads, setprofile as _setprofile,
                 settrace as _settrace)

__all__ = ['Thread', 'Lock', 'RLock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier', 'BrokenBarrierError', 'Timer',
           'local', 'current_thread', 'main_thread', 'get_ident', 'get_native_id', 'active_count', 'enumerate', 'excepthook',
           'TIMEOUT_MAX', 'ThreadError', 'ExceptHookArgs', 'settrace', 'setprofile', 'gettrace', 'getprofile',
           'settrace_all_threads', 'setprofile_all_threads', 'stack_size']

TIMEOUT_MAX = 9223372036.0
_SECONDS_MAX = 9223372036.854775
ThreadError = RuntimeError
_tells = _tells()


def _old(text):
    import warnings
    warnings.warn(text, DeprecationWarning, stacklevel=3)


def _wait_on(waiters, timeout, told=None, kind=0, give_back=None):
    """Parks until somebody takes this thread off `waiters` and wakes it. False: the timeout passed first.

    What is `told` is waited for, by a future of that kind. An error (Ctrl-C, no memory) must not leave what was handed over
    with a thread that knows nothing of it: `give_back`."""
    me = _loopscope.current()
    deadline = None if timeout is None else _now() + timeout
    waiters.append(me)
    if told is not None:
        _wait_begins(told, kind)
    try:
        while me in waiters:
            _loopscope.park(deadline)
            if me in waiters and deadline is not None and _now() >= deadline:
                waiters.remove(me)
                return False
    except:
        if me in waiters:
            waiters.remove(me)
        elif give_back is not None:
            give_back()
        raise
    finally:
        if told is not None:
            _wait_ends()
    return True


def _wait_for(wait, timeout, kind, label, threads):
    """wait(timeout), which the log is told of as a wait for the end of these threads' jobs."""
    _wait_begins(None, kind, label, threads)
    try:
        return wait(timeout)
    finally:
        _wait_ends()


def _check_timeout(blocking, timeout):
    if timeout == -1:
        return None
    if not blocking:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if not hasattr(timeout, '__float__'):
        raise TypeError(f"'{type(timeout).__name__}' object cannot be interpreted as an integer")
    if timeout != timeout:
        raise ValueError('Invalid value NaN (not a number)')
    if timeout < 0:
        raise ValueError('timeout value must be a non-negative number')
    if timeout > _SECONDS_MAX:
        raise OverflowError('timestamp out of range for platform time_t' if isinstance(timeout, float) else
                            'timestamp too large to convert to C PyTime_t')
    return timeout


# In this module __exit__ names its parameters: a tuple of them may fail to be made, and the lock would stay locked.


class lock:
    _told = None

    def __init__(self):
        self._owner = None
        self._waiters = deque()
        if _tells:
            self._told = _tell_made(self, 0)

    def acquire(self, blocking=True, timeout=-1):
        limit = None if timeout == -1 else _check_timeout(blocking, timeout)
        if self._owner is None:
            self._owner = _loopscope.current()
        elif not blocking:
            return False
        # release() hands the lock over, so whoever waits longest gets it.
        elif not _wait_on(self._waiters, limit, self._told, 4, self.release):
            return False
        if _tells:
            _tell(self._told, _LOCK_TAKEN)
        return True

    def release(self):
        if self._owner is None:
            raise RuntimeError('release unlocked lock')
        if _tells:
            _tell(self._told, _LOCK_FREED)
        if self._waiters:
            self._owner = self._waiters.popleft()
            _loopscope.wake(self._owner)
        else:
            self._owner = None

    def locked(self):
        return self._owner is not None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind=None, error=None, traceback=None):
        self.release()

    def __repr__(self):
        state = 'unlocked' if self._owner is None else 'locked'
        return f'<{state} _thread.lock object at {id(self):#x}>'


Lock = lock
lock.acquire_lock, lock.release_lock, lock.locked_lock = lock.acquire, lock.release, lock.locked


class RLock:
    def __init__(self, *args, **kwargs):
        if args or kwargs:
            _old('Passing arguments to RLock is deprecated and will be removed in 3.15')
        self._lock = Lock()
        self._count = 0
        if _tells:
            self._lock._told = _tell_made(self, 10)

    def acquire(self, blocking=True, timeout=-1):
        if self._lock._owner is _loopscope.current():
            self._count += 1
            return True
        got = self._lock.acquire(blocking, timeout)
        if got:
            self._count = 1
        return got

    def release(self):
        if self._lock._owner is not _loopscope.current():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if self._count == 0:
            self._lock.release()

    def locked(self):
        return self._lock.locked()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind=None, error=None, traceback=None):
        self.release()

    def __repr__(self):
        state = 'locked' if self._count else 'unlocked'
        return f'<{state} _thread.RLock object owner={0} count={self._count} at {id(self):#x}>'

    # For Condition.
    def _is_owned(self):
        return self._lock._owner is _loopscope.current()

    def _recursion_count(self):
        return self._count if self._is_owned() else 0

    def _release_save(self):
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        count, self._count = self._count, 0
        self._lock.release()
        return count

    def _acquire_restore(self, count):
        self._lock.acquire()
        self._count = count


def _told_of(lock):
    return lock._lock._told if isinstance(lock, RLock) else lock._told if type(lock) is Lock else None


class Condition:
    _told, _told_as = None, 11

    def __init__(self, lock=None):
        own = lock is None
        self._lock = lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._waiters = deque()
        for name in '_release_save', '_acquire_restore':
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        if _tells:
            if own:
                lock._lock._told = _tell_made(lock, 10, 0, None, self)
            self._told = _tell_made(self, 3, 0, _told_of(lock))

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind=None, error=None, traceback=None):
        return self._lock.__exit__(kind, error, traceback)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _is_owned(self):
        owned = getattr(self._lock, '_is_owned', None)
        return owned() if owned is not None else self._lock.locked()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        save = getattr(self._lock, '_release_save', None)
        saved = save() if save is not None else self._lock.release()
        try:
            return _wait_on(self._waiters, timeout, self._told, self._told_as)
        finally:
            if save is not None:
                self._lock._acquire_restore(saved)
            else:
                self._lock.acquire()

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else _now() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - _now()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        if _tells and self._told_as == 11:
            _tell(self._told, _CONDITION_NOTIFIED, min(n, len(self._waiters)))
        while n > 0 and self._waiters:
            _loopscope.wake(self._waiters.popleft())
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _old('notifyAll() is deprecated, use notify_all() instead')
        self.notify_all()


class _Line(deque):
    """Who waits at an event, a semaphore or a barrier: of a copy of one too, and never copied itself, as CPython's lock there."""
    __slots__ = ()

    def __reduce_ex__(self, protocol):
        _no_state(lock(), protocol)


class Event:
    _told = None

    def __init__(self):
        self._flag = False
        self._waiters = _Line()
        if _tells:
            self._told = _tell_made(self, 1)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    def isSet(self):
        _old('isSet() is deprecated, use is_set() instead')
        return self._flag

    def set(self):
        if _tells and not self._flag:
            _tell(self._told, _EVENT_CHANGED, 1)
        self._flag = True
        while self._waiters:
            _loopscope.wake(self._waiters.popleft())

    def clear(self):
        if _tells and self._flag:
            _tell(self._told, _EVENT_CHANGED, 0)
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            _wait_on(self._waiters, timeout, self._told, 5)
        return self._flag


class Semaphore:
    _told = None

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._value = value
        self._waiters = _Line()
        if _tells:
            self._told = _tell_made(self, 2, value)

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value > 0:
            self._value -= 1
        elif not blocking:
            return False
        elif not _wait_on(self._waiters, timeout, self._told, 12, self.release):
            return False
        if _tells:
            _tell(self._told, _SEMAPHORE_CHANGED, 0, self._value)
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        while True:  # no range: the one that releases may be out of memory
            if self._waiters:
                if _tells:
                    _tell(self._told, _SEMAPHORE_CHANGED, 1, self._value)
                _loopscope.wake(self._waiters.popleft())
            else:
                self._value += 1
                if _tells:
                    _tell(self._told, _SEMAPHORE_CHANGED, 1, self._value)
            if n <= 1:
                return
            n -= 1

    def __exit__(self, kind=None, error=None, traceback=None):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return f'{super().__repr__()[:-1]}/{self._initial_value}>'

    def release(self, n=1):
        if self._value + n > self._initial_value:
            raise ValueError('Semaphore released too many times')
        super().release(n)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    _told = None

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be >= 1')
        self._parties, self._action, self._timeout = parties, action, timeout
        self._count = 0
        self._broken = False
        self._waiters = _Line()
        self._round = object()
        if _tells:
            self._told = _tell_made(self, 4, parties)

    def __repr__(self):
        at = f'{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}'
        return f'<{at}: broken>' if self._broken else f'<{at}: waiters={len(self._waiters)}/{self._parties}>'

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        if self._broken:
            raise BrokenBarrierError
        index, mine = self._count, self._round
        self._count += 1
        if _tells:
            _tell(self._told, _BARRIER_CHANGED, 0, self._count)
        if self._count == self._parties:
            try:
                if self._action:
                    self._action()
            except:
                self.abort()
                raise
            self._next_round()
            return index
        if not _wait_on(self._waiters, timeout, self._told, 13):
            self.abort()
            raise BrokenBarrierError
        if self._broken or mine is self._round:
            raise BrokenBarrierError
        return index

    def _next_round(self):
        if _tells:
            _tell(self._told, _BARRIER_CHANGED, 1, self._count)
        self._count = 0
        self._round = object()
        while self._waiters:
            _loopscope.wake(self._waiters.popleft())
        if _tells:
            _tell(self._told, _BARRIER_CHANGED, 0, 0)

    def reset(self):
        if _tells:
            _tell(self._told, _BARRIER_CHANGED, 2, self._count)
        waiting = list(self._waiters)
        self._count = 0
        self._waiters.clear()
        for thread in waiting:
            _loopscope.wake(thread)
        self._broken = False
        if _tells:
            _tell(self._told, _BARRIER_CHANGED, 0, 0)

    def abort(self):
        self._broken = True
        if _tells:
            _tell(self._told, _BARRIER_CHANGED, 3, self._count)
        while self._waiters:
            _loopscope.wake(self._waiters.popleft())

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return len(self._waiters)

    @property
    def broken(self):
        return self._broken


_counter = 0
_active = {}
_process_of = {}  # thread: what it takes for its process (multiprocessing)
_interpreter_of = {}  # thread: the interpreter that it runs in (concurrent.interpreters)


def _new_name(target):
    global _counter
    _counter += 1
    name = f'Thread-{_counter}'
    function = getattr(target, '__name__', None)
    return f'{name} ({function})' if function else name


class Thread:
    _in_log = True  # a worker in the event log
    _runs_at_once = True
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        if excepthook is None:
            raise RuntimeError('threading.excepthook is None')
        if group is not None:
            raise AssertionError('group argument must be None for now')
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._name = str(name) if name is not None else _new_name(target)
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._handle = None
        self._started = False
        self._done = Event()
        self._initialized = True

    def _check_initialized(self, error=AssertionError):
        if not self._initialized:
            raise error('Thread.__init__() not called')

    def start(self):
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started:
            raise RuntimeError('threads can only be started once')
        self._started = True
        self._handle = _loopscope.start_thread(self._bootstrap, (), self._name, self._daemonic, self)
        self._ident = _loopscope.ident(self._handle)
        _active[self._handle] = self
        process, interpreter = _process_of.get(_loopscope.current()), _interpreter_of.get(_loopscope.current())
        if process is not None:
            _process_of[self._handle] = process
        if interpreter is not None:
            _interpreter_of[self._handle] = interpreter
        if self._runs_at_once:
            # CPython waits until the thread says that it has started, and it goes on until it waits itself.
            _loopscope.hand_over(self._handle)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        if self._in_log:
            _loopscope.job_begins(0, self._target or self.run)
        outcome, failure = 1, None
        try:
            try:
                if _trace_hook:
                    _settrace(_trace_hook)
                if _profile_hook:
                    _setprofile(_profile_hook)
                self.run()
            except SystemExit:
                pass
            except BaseException as error:
                outcome, failure = 2, error
            if failure is not None:
                _report(failure, self)  # an error of the hook has nothing to do with this one
        finally:
            failure = None
            if self._in_log:
                _loopscope.job_ends(outcome)
            _active.pop(self._handle, None)
            _process_of.pop(self._handle, None)
            _interpreter_of.pop(self._handle, None)
            _local_names.pop(self._handle, None)
            self._done.set()

    def join(self, timeout=None):
        self._check_initialized(RuntimeError)
        if not self._started:
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if _tells and not self._done.is_set():
            _wait_for(self._done.wait, timeout, 15, self._name, [self._handle])
        else:
            self._done.wait(timeout)

    def is_alive(self):
        self._check_initialized()
        return self._started and not self._done.is_set()

    @property
    def name(self):
        self._check_initialized()
        return self._name

    @name.setter
    def name(self, name):
        self._check_initialized()
        self._name = str(name)

    @property
    def ident(self):
        self._check_initialized()
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        self._check_initialized()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        self._check_initialized(RuntimeError)
        if self._started:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def getName(self):
        _old('getName() is deprecated, get the name attribute instead')
        return self.name

    def setName(self, name):
        _old('setName() is deprecated, set the name attribute instead')
        self.name = name

    def isDaemon(self):
        _old('isDaemon() is deprecated, get the daemon attribute instead')
        return self.daemon

    def setDaemon(self, daemonic):
        _old('setDaemon() is deprecated, set the daemon attribute instead')
        self.daemon = daemonic

    def __repr__(self):
        assert self._initialized, 'Thread.__init__() was not called'
        status = 'initial'
        if self._started:
            status = 'started' if self.is_alive() else 'stopped'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'


class _MainThread(Thread):
    def __init__(self):
        self._target, self._args, self._kwargs = None, (), {}
        self._name, self._daemonic = 'MainThread', False
        self._handle = _loopscope.main()
        self._ident = _loopscope.ident(self._handle)
        self._started = self._initialized = True
        self._done = Event()


_main_thread = _MainThread()
_active[_main_thread._handle] = _main_thread


_dummies = 0


class _DummyThread(Thread):
    """Stands for a thread that threading has not started."""

    def __init__(self):
        global _dummies
        _dummies += 1
        self._target, self._args, self._kwargs = None, (), {}
        self._name, self._daemonic = f'Dummy-{_dummies}', True
        self._handle = _loopscope.current()
        self._ident = _loopscope.ident(self._handle)
        self._started = self._initialized = True
        self._done = Event()
        _active[self._handle] = self

    def join(self, timeout=None):
        raise RuntimeError('cannot join a dummy thread')


def current_thread():
    here = _loopscope.current()
    thread = _active.get(here)
    if thread is not None:
        return thread
    return _main_thread if here in _process_of else _DummyThread()


def currentThread():
    _old('currentThread() is deprecated, use current_thread() instead')
    return current_thread()


def main_thread():
    return _main_thread


def get_ident():
    return _loopscope.ident(_loopscope.current())


get_native_id = get_ident


def enumerate():
    return list(_active.values())


def active_count():
    return len(_active)


def activeCount():
    _old('activeCount() is deprecated, use active_count() instead')
    return active_count()


_threading_atexits = []


def _register_atexit(func, *args, **kwargs):
    """What is called when the program is over, before its threads are joined."""
    _threading_atexits.append((func, args, kwargs))


def _run_atexits():
    while _threading_atexits:
        func, args, kwargs = _threading_atexits.pop()
        func(*args, **kwargs)


def _excepthook(args, /):
    """Handle uncaught Thread.run() exception."""
    if type(args) is not ExceptHookArgs:
        raise TypeError('_thread.excepthook argument type must be ExceptHookArgs')
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    _loopscope.report(f'Exception in thread {name}:\n', args.exc_value)


class ExceptHookArgs(tuple):
    """What an excepthook is told."""
    __slots__ = ()

    def __new__(cls, args, /):
        try:
            self = tuple.__new__(cls, args)
        except TypeError:
            raise TypeError('constructor requires a sequence') from None
        if len(self) != 4:
            raise TypeError(f'_thread._ExceptHookArgs() takes a 4-sequence ({len(self)}-sequence given)')
        return self

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return '_thread._ExceptHookArgs(exc_type=%r, exc_value=%r, exc_traceback=%r, thread=%r)' % self


ExceptHookArgs.__name__ = ExceptHookArgs.__qualname__ = '_ExceptHookArgs'
_excepthook.__module__ = ExceptHookArgs.__module__ = '_thread'
_like_c(_excepthook)
excepthook = __excepthook__ = _excepthook


def _report(error, thread):
    hook = excepthook
    if hook is None:
        hook = __excepthook__
    try:
        hook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))
    except Exception as failure:
        _loopscope.report('Exception in threading.excepthook:\n', failure)


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


_local_names = {}  # thread: {reference to a local: its attributes there}: they live as long as both


class _Place(_ref):
    """Is told from others by what it is, not by what it refers to: a local may have an __eq__ of its own, and no hash."""
    __slots__ = ()
    __eq__, __hash__ = object.__eq__, object.__hash__


def _forget_local(reference):
    for of_thread in _local_names.values():
        of_thread.pop(reference, None)


def _names_of(self):
    here = _local_names.setdefault(_loopscope.current(), {})
    reference, arguments = object.__getattribute__(self, '_made')
    names = here.get(reference)
    if names is None:
        names = here[reference] = {}
        if type(self).__init__ is not object.__init__:
            args, kwargs = arguments
            type(self).__init__(self, *args, **kwargs)  # each thread has its own
    return names


def _class_comes_first(cls, name):
    """Whether what the class has under the name comes before what an instance has: a descriptor that can be set."""
    for base in cls.__mro__:
        if name in base.__dict__:
            kind = type(base.__dict__[name])
            return hasattr(kind, '__set__') or hasattr(kind, '__delete__')
    return False


def _shown(self):
    return '_thread._local' if type(self) is local else type(self).__name__


class local:
    __slots__ = '_made', '__weakref__'

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        reference = _Place(self, _forget_local)
        object.__setattr__(self, '_made', (reference, (args, kwargs)))
        _local_names.setdefault(_loopscope.current(), {})[reference] = {}
        return self

    def __getattribute__(self, name):
        names = _names_of(self)
        if name == '__dict__':
            return names
        if name in names and not _class_comes_first(type(self), name):
            return names[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        names = _names_of(self)
        if name == '__dict__':
            raise AttributeError(f"'{_shown(self)}' object attribute '__dict__' is read-only")
        if _class_comes_first(type(self), name):
            object.__setattr__(self, name, value)
        else:
            names[name] = value

    def __delattr__(self, name):
        names = _names_of(self)
        if name == '__dict__':
            raise AttributeError(f"'{_shown(self)}' object attribute '__dict__' is read-only")
        if _class_comes_first(type(self), name):
            object.__delattr__(self, name)
        elif name in names:
            del names[name]
        else:
            raise AttributeError(f"'{_shown(self)}' object has no attribute '{name}'")


_trace_hook = _profile_hook = None


def settrace(func):
    global _trace_hook
    _trace_hook = func


def setprofile(func):
    global _profile_hook
    _profile_hook = func


def settrace_all_threads(func):
    settrace(func)
    _settraceallthreads(func)


def setprofile_all_threads(func):
    setprofile(func)
    _setprofileallthreads(func)


def gettrace():
    return _trace_hook


def getprofile():
    return _profile_hook


_stack_size = 0


def stack_size(size=0, /):
    global _stack_size
    if size < 0:
        raise ValueError('size must be 0 or a positive value')
    if 0 < size < 32768:
        raise ValueError(f'size not valid: {size} bytes')
    before, _stack_size = _stack_size, size
    return before


def _no_state(self, protocol, /):
    from copyreg import _cannot
    _cannot(self)


local.__name__ = local.__qualname__ = '_local'
_no_state.__name__ = '__reduce_ex__'
for _class in (lock, RLock, local):
    _class.__module__ = '_thread'
    _class.__reduce_ex__ = _no_state
    _like_c(_class)
_final(lock)
