"""multiprocessing.process: processes. Each is a green thread that takes itself for a process: it has run the program anew as
`__mp_main__`, and all it gets and gives are pickled copies, but for what is made to be shared."""
import itertools
import sys
import threading
from io import BytesIO

import _host
import _loopscope
import pickle

__all__ = ['BaseProcess', 'current_process', 'active_children', 'parent_process']

_PROGRAM = 4242  # the number of the program's own process
_FIRST_CHILD = _PROGRAM + 3  # on a machine, two processes that serve the others come before
_TOO_EARLY = '''
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        '''

_numbers = itertools.count(_FIRST_CHILD)
_processes = threading._process_of  # thread: the _Child that it runs in


class _Child:
    """A process as it sees itself: its main module, what it is called, whether that module still runs."""

    begun_before = over = False

    def __init__(self, process):
        self.main = type(sys)('__mp_main__')
        self.modules = {'__main__': self.main, '__mp_main__': self.main}
        self.process = process
        self.starting = True

    def run_main(self, again):
        """`again`: as if it began as a copy of a process that has run the module, so that the module says nothing anew."""
        parent = sys.modules['__main__'].__dict__
        self.main.__dict__.update(__file__=parent.get('__file__'), __builtins__=parent['__builtins__'])
        source = _loopscope.source(parent['__file__'])
        _loopscope.mute(not again and _Child.begun_before)
        _Child.begun_before = True
        try:
            exec(compile(source, parent['__file__'], 'exec'), self.main.__dict__)
        finally:
            _loopscope.mute(False)
        self.starting = False

    @staticmethod
    def here():
        """That of the current thread, None: the program's own process."""
        return _processes.get(_loopscope.current())


def _enter(process):
    """The current thread becomes the main thread of a process."""
    handle = _loopscope.current()
    threading._active.pop(handle, None)
    child = _processes[handle] = _Child(process)
    return child


def _leave():
    return _processes.pop(_loopscope.current(), None)


class AuthenticationString(bytes):
    """What processes prove to each other that they belong together; it is given to nobody but a process that starts."""

    def __reduce__(self):
        if _loopscope.current() not in _starting:
            raise TypeError('Pickling an AuthenticationString object is disallowed for security reasons')
        return AuthenticationString, (bytes(self),)


class _outside:
    """The child's thread plays the parent's part meanwhile."""

    def __enter__(self):
        self.child = _leave()

    def __exit__(self, *error):
        if self.child is not None:
            _processes[_loopscope.current()] = self.child


# ---- copies of what goes from one process to another

def _modules_here():
    child = _Child.here()
    if child is not None:
        return child.modules
    sys.modules.setdefault('__mp_main__', sys.modules['__main__'])
    return {}


def _pack(obj):
    file = BytesIO()
    pickle.Pickler(file, _modules=_modules_here()).dump(obj)
    return file.getvalue()


def _unpack(data):
    return pickle.Unpickler(BytesIO(data), _modules=_modules_here()).load()


_lent = {}
_lendings = itertools.count()
_starting = set()  # threads that pack what a new process gets


def _lend(obj):
    """What an object that is shared, not copied, reduces to."""
    number = next(_lendings)
    _lent[number] = obj
    return _take, (number,)


def _take(number):
    return _lent.pop(number)


class _Inherited:
    """What a process may be given when it starts, and then is the same thing in both."""

    def __reduce__(self):
        _assert_starting(self)
        return _lend(self)


def _assert_starting(obj):
    if _loopscope.current() not in _starting:
        raise RuntimeError(f'{type(obj).__name__} objects should only be shared between processes through inheritance')


def _pack_for_start(obj):
    me = _loopscope.current()
    _starting.add(me)
    try:
        return _pack(obj)
    finally:
        _starting.discard(me)


# ---- errors that come from another process, with what their traceback was

class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


def _told(exc, place=''):
    head, _, frames = _host.format_exception(exc).partition('Traceback (most recent call last):\n')
    return f'\n"""\n{head}Traceback (most recent call last):\n{place}{frames}"""'


class _ExceptionWithTraceback:
    def __init__(self, exc, place='', rebuild=_rebuild_exc):
        self.exc, self.tb, self.rebuild = exc, _told(exc, place), rebuild

    def __reduce__(self):
        return self.rebuild, (self.exc, self.tb)


# ---- processes

def _check_may_start():
    child = _Child.here()
    if child is not None and child.starting:
        raise RuntimeError(_TOO_EARLY)


class BaseProcess:
    _start_method = _authkey = None
    _serves = False  # a manager's process: it ends with who started it

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        parent = current_process()
        self._identity = parent._identity + (next(parent._children_made),)
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs)
        self._name = name or f'{type(self).__name__}-{":".join(map(str, self._identity))}'
        self._daemon = parent._daemon if daemon is None else daemon
        self._parent_pid, self._parent_name = parent.pid, parent.name
        if parent._authkey is not None:
            self._authkey = parent._authkey
        self._pid = self._running = None  # the parent's view: its number, and what tells of its end
        self._closed = False

    def _check_closed(self):
        if self._closed:
            raise ValueError('process object is closed')

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        self._check_closed()
        parent = current_process()
        assert self._running is None, 'cannot start a process twice'
        assert self._parent_pid == parent.pid, 'can only start a process object created by current process'
        assert not parent._daemon, 'daemonic processes are not allowed to have children'
        _check_may_start()
        data = _pack_for_start(self)
        self._pid = next(_numbers)
        self._running = _Running(self, data)
        parent._children.add(self)
        # With this process gone on they are of no use here.
        del self._target, self._args, self._kwargs

    def _in_child(self):
        self._children, self._children_made = set(), itertools.count(1)

    def __reduce__(self):
        state = dict(self.__dict__)
        return _unmade, (type(self),), state

    def _running_or(self, text):
        self._check_closed()
        assert self._parent_pid == current_process().pid, f'can only {text} a child process'
        return self._running

    def join(self, timeout=None):
        running = self._running_or('join')
        assert running is not None, 'can only join a started process'
        if running.done.wait(timeout):
            current_process()._children.discard(self)

    def is_alive(self):
        self._check_closed()
        if self is current_process():
            return True
        running = self._running_or('test')
        return running is not None and running.exitcode is None

    def terminate(self):
        self._check_closed()
        self._running.kill(-15)

    def kill(self):
        self._check_closed()
        self._running.kill(-9)

    interrupt = terminate

    def close(self):
        if self._running is not None and not self._closed:
            if self._running.exitcode is None:
                raise ValueError('Cannot close a process while it is still running. You should first call join() or terminate().')
            current_process()._children.discard(self)
        self._closed = True

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), 'name must be a string'
        self._name = name

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, daemonic):
        assert self._running is None, 'process has already started'
        self._daemon = daemonic

    @property
    def exitcode(self):
        self._check_closed()
        return None if self._running is None else self._running.exitcode

    @property
    def pid(self):
        self._check_closed()
        return self._pid

    ident = pid

    @property
    def sentinel(self):
        self._check_closed()
        if self._running is None:
            raise ValueError('process not started')
        return self._running

    @property
    def authkey(self):
        if self._authkey is None:
            self._authkey = _main_process._authkey
            if self._authkey is None:
                import os
                self._authkey = _main_process._authkey = AuthenticationString(os.urandom(32))
        return self._authkey

    @authkey.setter
    def authkey(self, authkey):
        self._authkey = AuthenticationString(authkey)

    def __repr__(self):
        words = [type(self).__name__, f'name={self._name!r}']
        exitcode = None
        if self._closed:
            status = 'closed'
        elif self is current_process() or self._running is not None and self._running.exitcode is None:
            status = 'started'
        elif self._parent_pid != current_process().pid:
            status = 'unknown'
        elif self._running is None:
            status = 'initial'
        else:
            status, exitcode = 'stopped', self._running.exitcode
        if self._pid is not None and self._running is not None:
            words.append(f'pid={self._pid}')
        words += [f'parent={self._parent_pid}', status]
        if exitcode is not None:
            words.append(f'exitcode={"-" + _SIGNALS[exitcode] if exitcode in _SIGNALS else exitcode}')
        if self._daemon:
            words.append('daemon')
        return f'<{" ".join(words)}>'


_SIGNALS = {-15: 'SIGTERM', -9: 'SIGKILL'}


def _unmade(cls):
    return cls.__new__(cls)


class _Running:
    """A process that was started: its thread, and how it ends."""

    def __init__(self, process, data):
        self.exitcode, self.done = None, threading.Event()
        self.thread = threading.Thread(target=self._work, args=(data, process), name=process._name)
        self.thread._daemonic, self.thread._in_log, self.thread._runs_at_once = process._daemon or process._serves, False, False
        self.thread.start()

    def _work(self, data, process):
        child = _enter(None)
        number, spawned = process._pid, process._start_method == 'spawn'
        child.process = _Bare(number, process)
        del process
        code = 1
        try:
            child.run_main(spawned)
            process = child.process = _unpack(data)
            process._pid = number
            process._in_child()
        except BaseException as error:
            _say(_host.format_exception(error))
        else:
            code = self._run(process)
            _end_children(process)
        child.over = True
        _leave()
        self._end(code)

    def _run(self, process):
        what = getattr(process, '_target', None)
        _loopscope.job_begins(1, what if callable(what) else process.run)
        code = 0
        try:
            process.run()
        except SystemExit as error:
            code = error.code
            if code is None:
                code = 0
            elif not isinstance(code, int):
                _say(f'{code}\n')
                code = 1
        except BaseException as error:
            code = 1
            _say(f'Process {process._name}:\n{_host.format_exception(error)}')
        _loopscope.job_ends(1 + (code != 0))
        return code & 0xff

    def _end(self, code):
        if self.exitcode is None:
            self.exitcode = code
            self.done.set()

    def kill(self, code):
        if self.exitcode is None:
            handle = self.thread._handle
            if _loopscope.kill(handle):
                threading._active.pop(handle, None)
                child = _processes.pop(handle, None)
                if child is not None:
                    child.over = True
                self._end(code)

    def fileno(self):
        return 3


def _say(text):
    sys.stdout.flush()
    sys.stderr.write(text)


def _end_children(process):
    for child in list(process._children):
        if child._daemon or child._serves:
            child.terminate()
    for child in list(process._children):
        child._running.done.wait()


class _Bare:
    """The current process until it knows more about itself."""
    _daemon, _children, _identity, _closed, _authkey = False, frozenset(), (), False, None

    def __init__(self, pid, process):
        self.pid = self._pid = pid
        self.name = self._name = process._name
        self._parent_pid, self._parent_name = process._parent_pid, process._parent_name
        self._children_made = itertools.count(1)


class _MainProcess(BaseProcess):
    def __init__(self):
        self._identity, self._name, self._daemon, self._closed = (), 'MainProcess', False, False
        self._parent_pid, self._pid, self._running = None, _PROGRAM, None
        self._in_child()


class _ParentProcess(BaseProcess):
    def __init__(self, name, pid):
        self._identity, self._name, self._daemon, self._closed = (), name, False, False
        self._parent_pid, self._pid, self._running = None, pid, None
        self._in_child()

    def is_alive(self):
        return True


_main_process = _MainProcess()


def current_process():
    child = _Child.here()
    return _main_process if child is None else child.process


def parent_process():
    child = _Child.here()
    return None if child is None else _ParentProcess(child.process._parent_name, child.process._parent_pid)


def active_children():
    mine = current_process()._children
    for process in list(mine):
        if process._running.exitcode is not None:
            mine.discard(process)
    return list(mine)
