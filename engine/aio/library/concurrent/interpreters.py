"""concurrent.interpreters: each has a __main__ module of its own, and all it gets and gives are copies. The modules that it imports are
those of the others: no interpreter has a library of its own here."""
import itertools
import sys
import threading
import weakref
from io import BytesIO
from types import CodeType, FunctionType, SimpleNamespace

from operator import index

import _host
import _loopscope
import pickle
import queue
import time
from _native import global_names

__all__ = ['get_current', 'get_main', 'create', 'list_all', 'is_shareable', 'Interpreter', 'InterpreterError', 'InterpreterNotFoundError',
           'ExecutionFailed', 'NotShareableError', 'create_queue', 'Queue', 'QueueEmpty', 'QueueFull']


class InterpreterError(Exception):
    """A cross-interpreter operation failed"""


class InterpreterNotFoundError(InterpreterError):
    """An interpreter was not found"""


class NotShareableError(TypeError):
    """An object cannot be sent to another interpreter"""


class ExecutionFailed(InterpreterError):
    """An unhandled exception happened during execution; `excinfo` tells of it."""

    def __init__(self, excinfo):
        super().__init__(excinfo.formatted)
        self.excinfo = excinfo

    def __str__(self):
        return f'{super().__str__()}\n\nUncaught in the interpreter:\n\n{self.excinfo.errdisplay}'


# ---- interpreters as they are; Interpreter is what programs have of them

_FAKE_MAIN = '<fake __main__>'
_numbers = itertools.count(1)
_states = {}
_interpreter_of = threading._interpreter_of  # thread: the state that it runs in; the program's own where it is missing


class _State:
    def __init__(self, number):
        self.id, self.holders, self.running, self._thread = number, 0, number == 0, None
        if number == 0:
            self.main = sys.modules['__main__']
        else:
            self.main = type(sys)('__main__')
            self.main.__dict__['__builtins__'] = sys.modules['builtins']
        self._fake = None
        _states[number] = self

    def fake_main(self):
        """The program's module anew, for functions of it that are called here: what it says at its top is said again."""
        if self._fake is None:
            self._fake = module = type(sys)(_FAKE_MAIN)
            file = _states[0].main.__dict__.get('__file__')
            module.__dict__.update(__file__=file, __builtins__=sys.modules['builtins'])
            exec(compile(_loopscope.source(file), file, 'exec'), module.__dict__)
        return self._fake

    def modules(self):
        """What pickle finds by these names, there and here."""
        if self.id == 0:
            return {_FAKE_MAIN: self.main}
        return {'__main__': _Mains(self), _FAKE_MAIN: _Mains(self)}

    def main_thread(self):
        if self._thread is None:
            self._thread = object.__new__(type(threading._main_thread))
            self._thread.__dict__.update(threading._main_thread.__dict__)
        return self._thread


class _Mains:
    """The __main__ of an interpreter and, where that has not got a name, the program's module as it is run there."""

    def __init__(self, state):
        self._state = state

    def __getattr__(self, name):
        found = getattr(self._state.main, name, self)
        return getattr(self._state.fake_main(), name) if found is self else found


_State(0)


def _here():
    return _interpreter_of.get(_loopscope.current(), _states[0])


class _Running:
    """The current thread runs in an interpreter meanwhile."""

    def __init__(self, state):
        self.state = state

    def __enter__(self):
        if self.state.running:
            raise InterpreterError('interpreter already running')
        handle = _loopscope.current()
        self.state.running = True
        self.outer, self.thread = _interpreter_of.get(handle), threading._active.get(handle)
        _interpreter_of[handle] = self.state
        threading._active[handle] = self.state.main_thread()

    def __exit__(self, *error):
        handle = _loopscope.current()
        self.state.running = False
        for table, before in (_interpreter_of, self.outer), (threading._active, self.thread):
            if before is None:
                table.pop(handle, None)
            else:
                table[handle] = before


def _find(number, to=None):
    state = _states.get(number)
    if state is None:
        raise InterpreterNotFoundError(f'unrecognized interpreter ID {number}')
    if to is not None and number == 0:
        raise InterpreterError(f'cannot {to} unrecognized interpreter 0')
    return state


def _end(number):
    _states.pop(number, None)
    for each in list(_queues.values()):
        each.unbind(number)


# ---- copies

def is_shareable(obj):
    """By its type alone."""
    return obj is None or type(obj) in (bool, int, float, str, bytes, tuple, memoryview, Queue)


def _check_shareable(obj):
    if not is_shareable(obj):
        raise NotShareableError(f'{obj!r} does not support cross-interpreter data')
    if type(obj) is tuple:
        for each in obj:
            _check_shareable(each)


def _codes(code):
    yield code
    for each in code.co_consts:
        if type(each) is CodeType:
            yield from _codes(each)


def _is_stateless(function):
    """Needs nothing but its code and builtins: that goes over as it is and runs in the other one's __main__."""
    if function.__closure__ or function.__defaults__ or function.__kwdefaults__:
        return False
    builtins = sys.modules['builtins'].__dict__
    return all(name in builtins and name not in function.__globals__
               for code in _codes(function.__code__) for name in global_names(code))


class _Packer(pickle.Pickler):
    def __init__(self, file, modules):
        super().__init__(file, _modules=modules)
        self.shared = []

    def persistent_id(self, obj):
        kind = type(obj)
        if kind is memoryview or kind is Queue or kind is FunctionType and _is_stateless(obj):
            self.shared.append(obj)
            return len(self.shared) - 1


class _Unpacker(pickle.Unpickler):
    def __init__(self, file, modules, shared, scope):
        super().__init__(file, _modules=modules)
        self.shared, self.scope = shared, scope

    def persistent_load(self, pid):
        obj = self.shared[pid]
        if type(obj) is not FunctionType:
            return obj
        copy = FunctionType(obj.__code__, self.scope, obj.__name__)
        copy.__qualname__ = obj.__qualname__
        return copy


def _pack(obj):
    file = BytesIO()
    packer = _Packer(file, _here().modules())
    try:
        packer.dump(obj)
    except Exception as error:
        raise NotShareableError('object could not be pickled') from error
    return file.getvalue(), packer.shared


def _unpack(packed):
    data, shared = packed
    state = _here()
    try:
        return _Unpacker(BytesIO(data), state.modules(), shared, state.main.__dict__).load()
    except Exception as error:
        raise NotShareableError('object could not be unpickled') from error


def _told(error):
    kind = type(error)
    module = kind.__module__
    name = kind.__qualname__ if module in ('builtins', '__main__') else f'{module}.{kind.__qualname__}'
    return SimpleNamespace(type=SimpleNamespace(__name__=kind.__name__, __qualname__=kind.__qualname__, __module__=module), msg=str(error),
                           formatted=f'{name}: {error}', errdisplay=_host.format_exception(error).rstrip('\n'))


def _call_in(scope, function, args, kwargs):
    """Builtins that look at the frame which calls them find the interpreter's __main__ there."""
    if function is eval or function is exec:
        return function(*args, *([scope] if len(args) == 1 else []), **kwargs)
    if not args and not kwargs and function in (globals, locals, vars, dir):
        return sorted(scope) if function is dir else scope
    return function(*args, **kwargs)


def _call_there(state, function, args, kwargs):
    packed = _pack((function, args, kwargs))
    failure = result = unshareable = None
    with _Running(state):
        try:
            function, args, kwargs = _unpack(packed)
        except NotShareableError as error:
            unshareable = error
        else:
            try:
                result = _call_in(state.main.__dict__, function, args, kwargs)
            except BaseException as error:
                failure = _told(error)
            else:
                try:
                    result = _pack(result)
                except NotShareableError as error:
                    unshareable = error
        function = args = kwargs = None
    if unshareable is not None:
        try:
            raise unshareable
        finally:
            unshareable = None  # its traceback holds this frame
    if failure is not None:
        raise ExecutionFailed(failure)
    return _unpack(result)


def _script(code):
    if isinstance(code, str):
        return compile(code, '<script>', 'exec', dont_inherit=True)
    if isinstance(code, FunctionType):
        code = code.__code__
    if not isinstance(code, CodeType):
        raise TypeError(f'_interpreters.exec() argument 2 must be a string, a function, or a code object, not {type(code).__name__}')
    if code.co_argcount or code.co_posonlyargcount or code.co_kwonlyargcount or code.co_flags & 0x0C:
        raise ValueError('code with args not supported')
    if code.co_freevars:
        raise ValueError('closures not supported')
    return code


# ---- what programs have of them

_known = weakref.WeakValueDictionary()


class Interpreter:
    def __new__(cls, id, /):
        if not isinstance(id, int):
            raise TypeError(f'id must be an int, got {id!r}')
        id = int(id)
        state = _find(id)
        self = _known.get(id)
        if self is None:
            self = super().__new__(cls)
            self._id = id
            self._owns = id != 0
            state.holders += self._owns
            _known[id] = self
        return self

    def __repr__(self):
        return f'{type(self).__name__}({self.id})'

    def __hash__(self):
        return hash(self._id)

    def __del__(self):
        state = _states.get(self._id)
        if state is not None and self._owns:
            state.holders -= 1
            if state.holders == 0 and not state.running:
                _end(self._id)

    def __reduce__(self):
        return type(self), (self._id,)

    @property
    def id(self):
        return self._id

    @property
    def whence(self):
        return '_interpreters module' if self._id else 'runtime init'

    def is_running(self):
        return _find(self._id).running

    def close(self):
        state = _find(self._id, 'destroy')
        if state is _here():
            raise InterpreterError('cannot destroy the current interpreter')
        if state.running:
            raise InterpreterError('interpreter running')
        _end(self._id)

    def prepare_main(self, ns=None, /, **kwargs):
        ns = dict(ns, **kwargs) if ns is not None else kwargs
        if not ns:
            raise ValueError('arg 2 must be a non-empty mapping')
        state = _find(self._id, 'update __main__ for')
        for name, value in ns.items():
            if not isinstance(name, str):
                raise TypeError('bad argument type for built-in operation')
            _check_shareable(value)
        if state.running:
            raise InterpreterError('interpreter already running')
        state.main.__dict__.update(ns)

    def exec(self, code, /):
        state = _find(self._id, 'exec code for')
        code, failure = _script(code), None
        with _Running(state):
            try:
                exec(code, state.main.__dict__)
            except BaseException as error:
                failure = _told(error)
        if failure is not None:
            raise ExecutionFailed(failure)

    def _call(self, callable, args, kwargs):
        return _call_there(_find(self._id, 'make a call in'), callable, args, kwargs)

    def call(self, callable, /, *args, **kwargs):
        return self._call(callable, args, kwargs)

    def call_in_thread(self, callable, /, *args, **kwargs):
        thread = threading.Thread(target=self._call, args=(callable, args, kwargs))
        thread.start()
        return thread


def create():
    number = next(_numbers)
    _State(number)
    return Interpreter(number)


def list_all():
    return [Interpreter(number) for number in sorted(_states)]


def get_current():
    return Interpreter(_here().id)


def get_main():
    return Interpreter(0)


# ---- queues

class QueueError(RuntimeError):
    """Indicates that a queue-related error happened."""


class QueueNotFoundError(QueueError):
    """An interpreter queue was not found"""


class QueueEmpty(QueueError, queue.Empty):
    """Raised from get_nowait() when the queue is empty; from get() if it times out."""


class QueueFull(QueueError, queue.Full):
    """Raised from put_nowait() when the queue is full; from put() if it times out."""


class ItemInterpreterDestroyed(QueueError):
    """Raised from get() when the interpreter is gone that has put the item there."""


class _Unbound:
    def __repr__(self):
        return 'concurrent.interpreters._queues.UNBOUND'


UNBOUND, UNBOUND_ERROR, UNBOUND_REMOVE = _Unbound(), object(), object()
_POLL_SECONDS = 10 / 1000
_queue_numbers = itertools.count(1)
_queues = {}


def _check_unbound(op):
    if op is not UNBOUND and op is not UNBOUND_ERROR and op is not UNBOUND_REMOVE:
        raise NotImplementedError(f'unsupported unbound replacement op {op!r}')
    return op


class _QueueState:
    def __init__(self, maxsize, unbound):
        self.maxsize, self.unbound, self.items, self.holders = maxsize, unbound, [], 0

    def unbind(self, number):
        """The interpreter of that number is gone."""
        left = []
        for packed, owner, op in self.items:
            if owner != number:
                left.append((packed, owner, op))
            elif op is not UNBOUND_REMOVE:
                left.append((None, None, op))
        self.items = left


_known_queues = weakref.WeakValueDictionary()


class Queue:
    def __new__(cls, id, /):
        if not isinstance(id, int):
            raise TypeError(f'id must be an int, got {id!r}')
        self = _known_queues.get(id)
        if self is None:
            self = super().__new__(cls)
            self._id = int(id)
            self._state.holders += 1
            _known_queues[id] = self
        return self

    @property
    def _state(self):
        state = _queues.get(self._id)
        if state is None:
            raise QueueNotFoundError(f'queue {self._id} not found')
        return state

    def __del__(self):
        state = _queues.get(self._id)
        if state is not None:
            state.holders -= 1
            if state.holders == 0:
                del _queues[self._id]

    def __repr__(self):
        return f'{type(self).__name__}({self.id})'

    def __hash__(self):
        return hash(self._id)

    def __reduce__(self):
        return type(self), (self._id,)

    id = property(lambda self: self._id)
    unbounditems = property(lambda self: self._state.unbound)
    maxsize = property(lambda self: self._state.maxsize)

    def empty(self):
        return self.qsize() == 0

    def full(self):
        return 0 < self.maxsize <= self.qsize()

    def qsize(self):
        return len(self._state.items)

    def put(self, obj, block=True, timeout=None, *, unbounditems=None, _delay=_POLL_SECONDS):
        if block:
            _poll(lambda: self.put_nowait(obj, unbounditems=unbounditems), QueueFull, timeout, _delay)
        else:
            self.put_nowait(obj, unbounditems=unbounditems)

    def put_nowait(self, obj, *, unbounditems=None):
        state = self._state
        op = state.unbound if unbounditems is None else _check_unbound(unbounditems)
        packed = _pack(obj)
        if self.full():
            raise QueueFull(f'queue {self._id} is full')
        state.items.append((packed, _here().id, op))

    def get(self, block=True, timeout=None, *, _delay=_POLL_SECONDS):
        return _poll(self.get_nowait, QueueEmpty, timeout, _delay) if block else self.get_nowait()

    def get_nowait(self):
        items = self._state.items
        if not items:
            raise QueueEmpty(f'queue {self._id} is empty')
        packed, owner, op = items.pop(0)
        if packed is not None:
            return _unpack(packed)
        if op is UNBOUND_ERROR:
            raise ItemInterpreterDestroyed("item's original interpreter destroyed")
        return op


def _poll(attempt, refusal, timeout, delay):
    """As CPython waits: it tries again after a hundredth of a second."""
    if timeout is not None:
        timeout = int(timeout)
        if timeout < 0:
            raise ValueError('timeout value must be non-negative')
        end = time.time() + timeout
    while True:
        try:
            return attempt()
        except refusal:
            if timeout is not None and time.time() >= end:
                raise
            time.sleep(delay)


def create_queue(maxsize=0, *, unbounditems=UNBOUND):
    number = next(_queue_numbers)
    _queues[number] = _QueueState(index(maxsize), _check_unbound(unbounditems))
    return Queue(number)


for _each in QueueEmpty, QueueFull, ItemInterpreterDestroyed, Queue:
    _each.__module__ = 'concurrent.interpreters._queues'
