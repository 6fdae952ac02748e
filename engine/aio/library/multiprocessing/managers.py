"""multiprocessing.managers: values that live in a process of their own, and what stands for them in the others. Whoever calls a method
of such a value does it in its own thread, which is a part of the server's process meanwhile: what it gives and gets is copied."""
import sys
import threading
import weakref
from collections.abc import MutableMapping, MutableSequence

import _host
import _loopscope

from . import context, process
from .process import _pack, _unpack

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token', 'SharedMemoryManager']

_serving = weakref.WeakValueDictionary()  # the servers by their addresses
_VIEWS = type({}.keys()), type({}.values()), type({}.items())


class RemoteError(Exception):
    def __str__(self):
        return f'\n{"-" * 75}\n{self.args[0]}{"-" * 75}'


class Token:
    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __repr__(self):
        return f'{type(self).__name__}(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})'


class _Referent:
    """A value in its server. It goes with its last proxy, or with the server."""

    def __init__(self, server, value, exposed, made):
        self.spoken, self.value, self.exposed, self.made = server._spoken, value, exposed, made


class _Held:
    """Keeps a referent while what stands for it is on its way to another process."""

    def __init__(self, referent):
        self.referent = referent

    def __reduce__(self):
        return process._lend(self.referent)


def public_methods(obj):
    return [name for name in dir(obj) if name[0] != '_' and callable(getattr(obj, name))]


class Server:
    _names = 0

    def __init__(self, registry, address, authkey, serializer):
        if not isinstance(authkey, bytes):
            raise TypeError(f'Authkey {authkey!r} is type {type(authkey)!s}, not bytes')
        self.registry, self.authkey, self._listener = registry, authkey, None
        if address is None:
            Server._names += 1
            self.address = f'/tmp/pymp-{process.current_process().pid}/listener-{Server._names}'
        else:
            from .connection import Listener
            self._listener = Listener(address, backlog=128)
            self.address = self._listener.address
        self._home = process._Child.here()
        self._stopped = threading.Event()
        self._spoken = set()  # the threads that have called methods of its values
        self._values = weakref.WeakValueDictionary()  # the referents by their numbers
        _serving[self.address] = self

    def serve_forever(self):
        process.current_process()._manager_server = self
        try:
            self._stopped.wait()
        except (KeyboardInterrupt, SystemExit):
            pass
        finally:
            self._stop()
            sys.exit(0)

    def _stop(self):
        self._stopped.set()
        if self._listener is not None:
            self._listener.close()

    def _is_over(self):
        return self._stopped.is_set() or self._home is not None and self._home.over

    def _ask(self, authkey, job, /, *args, **kwds):
        """What the job answers in the server's process."""
        if authkey != self.authkey:
            raise context.AuthenticationError('digest sent was rejected')
        request, handle = _pack((args, kwds)), _loopscope.current()
        came_from = _move(handle, self._home)
        try:
            try:
                args, kwds = _unpack(request)
                answer = job(*args, **kwds)
            except Exception as error:
                answer = '#TRACEBACK', _host.format_exception(error)
            try:
                answer = _pack(answer)
            except Exception as error:
                answer = _pack(('#UNSERIALIZABLE', _host.format_exception(error)))
        finally:
            _move(handle, came_from)
        kind, result = _unpack(answer)
        if kind == '#ERROR':
            raise result
        if kind == '#TRACEBACK':
            raise RemoteError(result)
        if kind == '#UNSERIALIZABLE':
            raise RemoteError(f'Unserializable message: {result}\n')
        return result

    def _keep(self, typeid, value):
        """Its token, the names of its methods, and what keeps it."""
        _, exposed, made, _ = self.registry[typeid]
        if exposed is None:
            exposed = public_methods(value)
        if made is not None:
            if not isinstance(made, dict):
                raise TypeError(f'Method_to_typeid {made!r}: type {type(made)!s}, not dict')
            exposed = list(exposed) + list(made)
        number = f'{id(value):x}'
        referent = self._values.get(number)
        if referent is None:
            referent = self._values[number] = _Referent(self, value, set(exposed), made)
        return Token(typeid, self.address, number), tuple(exposed), _Held(referent)

    def _create(self, typeid, /, *args, **kwds):
        make = self.registry[typeid][0]
        if make is None and (kwds or len(args) != 1):
            raise ValueError('Without callable, must have one non-keyword argument')
        return '#RETURN', self._keep(typeid, args[0] if make is None else make(*args, **kwds))

    def _call(self, referent, methodname, /, *args, **kwds):
        value = referent.value
        if methodname not in referent.exposed:
            if methodname not in _WITHOUT_ASKING:
                raise AttributeError(f'method {methodname!r} of {type(value)!r} object is not in exposed={referent.exposed!r}')
            return '#RETURN', _WITHOUT_ASKING[methodname](value)
        method = getattr(value, methodname)
        try:
            result = method(*args, **kwds)
        except Exception as error:
            return '#ERROR', error
        typeid = referent.made and referent.made.get(methodname)
        if typeid:
            return '#RETURN', (typeid, *self._create(typeid, result)[1])
        return '#RETURN', list(result) if type(result) in _VIEWS else result


_WITHOUT_ASKING = {'__str__': str, '__repr__': repr, '#GETVALUE': lambda value: value}


def _move(handle, child):
    """The thread goes over to that process, None: the program's own. What it was in before."""
    before = process._processes.pop(handle, None)
    if child is not None:
        process._processes[handle] = child
    return before


def _server_at(address):
    server = _serving.get(address)
    if server is None or server._is_over():
        if isinstance(address, str):
            raise FileNotFoundError(2, 'No such file or directory')
        raise ConnectionRefusedError(111, 'Connection refused')
    return server


class BaseProxy:
    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        self._token, self._id, self._manager, self._serializer = token, token.id, manager, serializer
        self._authkey = authkey or (manager._authkey if manager is not None else process.current_process().authkey)
        self._referent = _server_at(token.address)._values[token.id]

    def _callmethod(self, methodname, args=(), kwds={}):
        referent, here = self._referent, _loopscope.current()
        try:
            server = _server_at(self._token.address)
        except OSError:
            if here in referent.spoken:
                raise BrokenPipeError(32, 'Broken pipe') from None
            raise
        referent.spoken.add(here)
        result = server._ask(self._authkey, lambda *args, **kwds: server._call(referent, methodname, *args, **kwds), *args, **kwds)
        if referent.made and methodname in referent.made:
            typeid, token, exposed, kept = result
            return self._manager._registry[typeid][3](token, self._serializer, manager=self._manager, authkey=self._authkey, exposed=exposed)
        return result

    def _getvalue(self):
        return self._callmethod('#GETVALUE')

    def __reduce__(self):
        words = {}
        if _loopscope.current() in process._starting:
            words['authkey'] = self._authkey
        proxytype = type(self)
        if self.__dict__.get('_isauto'):
            proxytype, words['exposed'] = AutoProxy, self._exposed_
        return RebuildProxy, (proxytype, self._token, self._serializer, words, _Held(self._referent))

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return f'<{type(self).__name__} object, typeid {self._token.typeid!r} at {id(self):#x}>'

    def __str__(self):
        try:
            return self._callmethod('__repr__')
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(func, token, serializer, kwds, kept=None):
    return func(token, serializer, **kwds)


def MakeProxyType(name, exposed, _cache={}):
    """A class whose methods are those that are named, done where the value is."""
    def method_of(method):
        def call(self, /, *args, **kwds):
            return self._callmethod(method, args, kwds)
        call.__name__ = method
        return call
    exposed = tuple(exposed)
    if (name, exposed) not in _cache:
        _cache[name, exposed] = type(name, (BaseProxy,), {'_exposed_': exposed, **{each: method_of(each) for each in exposed}})
    return _cache[name, exposed]


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    """A proxy with the methods that the server tells."""
    if exposed is None:
        exposed = tuple(_server_at(token.address)._values[token.id].exposed)
    proxy = MakeProxyType(f'AutoProxy[{token.typeid}]', exposed)(token, serializer, manager, authkey)
    proxy._isauto = True
    return proxy


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        inner = ', '.join(sorted(f'{name}={value!r}' for name, value in self.__dict__.items() if not name.startswith('_')))
        return f'{type(self).__name__}({inner})'


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode, self._value = typecode, value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    value = property(get, set)

    def __repr__(self):
        return f'{type(self).__name__}({self._typecode!r}, {self._value!r})'


def Array(typecode, sequence, lock=True):
    import array
    return array.array(typecode, sequence)


def _ask_method(name):
    def call(self, *args):
        return self._callmethod(name, args)
    call.__name__ = name
    return call


class ListProxy(MakeProxyType('BaseListProxy', (
        '__add__ __contains__ __delitem__ __getitem__ __imul__ __len__ __mul__ __reversed__ __rmul__ __setitem__ append clear copy count '
        'extend index insert pop remove reverse sort').split())):
    def __iadd__(self, value):
        self._callmethod('extend', (value,))
        return self

    def __imul__(self, value):
        self._callmethod('__imul__', (value,))
        return self


_DictBase = MakeProxyType('_BaseDictProxy', (
    '__contains__ __delitem__ __getitem__ __ior__ __iter__ __len__ __or__ __reversed__ __ror__ __setitem__ clear copy fromkeys get items keys '
    'pop popitem setdefault update values').split())
_DictBase._method_to_typeid_ = {'__iter__': 'Iterator'}


class DictProxy(_DictBase):
    def __ior__(self, value):
        self._callmethod('__ior__', (value,))
        return self


_SetBase = MakeProxyType('_BaseSetProxy', (
    '__and__ __class_getitem__ __contains__ __iand__ __ior__ __isub__ __iter__ __ixor__ __len__ __or__ __rand__ __ror__ __rsub__ __rxor__ '
    '__sub__ __xor__ __ge__ __gt__ __le__ __lt__ add clear copy difference difference_update discard intersection intersection_update '
    'isdisjoint issubset issuperset pop remove symmetric_difference symmetric_difference_update union update').split())


class SetProxy(_SetBase):
    def __ior__(self, value):
        self._callmethod('__ior__', (value,))
        return self

    def __iand__(self, value):
        self._callmethod('__iand__', (value,))
        return self

    def __ixor__(self, value):
        self._callmethod('__ixor__', (value,))
        return self

    def __isub__(self, value):
        self._callmethod('__isub__', (value,))
        return self


class AcquirerProxy(BaseProxy):
    _exposed_ = 'acquire', 'release', 'locked'
    release, locked, __enter__ = _ask_method('release'), _ask_method('locked'), _ask_method('acquire')

    def acquire(self, blocking=True, timeout=None):
        return self._callmethod('acquire', (blocking,) if timeout is None else (blocking, timeout))

    def __exit__(self, *error):
        return self._callmethod('release')


class ConditionProxy(AcquirerProxy):
    _exposed_ = 'acquire', 'release', 'locked', 'wait', 'notify', 'notify_all'
    wait, notify, notify_all = _ask_method('wait'), _ask_method('notify'), _ask_method('notify_all')

    def wait_for(self, predicate, timeout=None):
        """The predicate is asked here: it sees what this process sees."""
        from time import monotonic
        end = None if timeout is None else monotonic() + timeout
        while not (result := predicate()):
            left = None if end is None else end - monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
        return result


class EventProxy(BaseProxy):
    _exposed_ = 'is_set', 'set', 'clear', 'wait'
    is_set, set, clear, wait = _ask_method('is_set'), _ask_method('set'), _ask_method('clear'), _ask_method('wait')


class BarrierProxy(BaseProxy):
    _exposed_ = '__getattribute__', 'wait', 'abort', 'reset'
    wait, abort, reset = _ask_method('wait'), _ask_method('abort'), _ask_method('reset')
    parties = property(lambda self: self._callmethod('__getattribute__', ('parties',)))
    n_waiting = property(lambda self: self._callmethod('__getattribute__', ('n_waiting',)))
    broken = property(lambda self: self._callmethod('__getattribute__', ('broken',)))


class NamespaceProxy(BaseProxy):
    _exposed_ = '__getattribute__', '__setattr__', '__delattr__'

    def __getattr__(self, name):
        if name[0] == '_':
            return object.__getattribute__(self, name)
        return self._callmethod('__getattribute__', (name,))

    def __setattr__(self, name, value):
        if name[0] == '_':
            object.__setattr__(self, name, value)
        else:
            self._callmethod('__setattr__', (name, value))

    def __delattr__(self, name):
        if name[0] == '_':
            object.__delattr__(self, name)
        else:
            self._callmethod('__delattr__', (name,))


class ValueProxy(BaseProxy):
    _exposed_ = 'get', 'set'
    get, set = _ask_method('get'), _ask_method('set')
    value = property(get, set)
    __class_getitem__ = classmethod(type(list[int]))


class IteratorProxy(BaseProxy):
    _exposed_ = '__next__', 'send', 'throw', 'close'
    __next__, send, throw, close = _ask_method('__next__'), _ask_method('send'), _ask_method('throw'), _ask_method('close')

    def __iter__(self):
        return self


ArrayProxy = MakeProxyType('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))


_PoolBase = MakeProxyType('PoolProxy', ('apply', 'apply_async', 'close', 'imap', 'imap_unordered', 'join', 'map', 'map_async', 'starmap',
                                        'starmap_async', 'terminate'))
_PoolBase._method_to_typeid_ = {'apply_async': 'AsyncResult', 'map_async': 'AsyncResult', 'starmap_async': 'AsyncResult',
                                'imap': 'Iterator', 'imap_unordered': 'Iterator'}


class PoolProxy(_PoolBase):
    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.terminate()


class _State:
    INITIAL, STARTED, SHUTDOWN = range(3)
    value = INITIAL


class BaseManager:
    _registry = {}
    _Server = Server

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        self._address, self._serializer, self._shutdown_timeout = address, serializer, shutdown_timeout
        self._authkey = process.AuthenticationString(process.current_process().authkey if authkey is None else authkey)
        self._state = _State()
        self._ctx = ctx or context._default_context.get_context()

    address = property(lambda self: self._address)

    def _check_initial(self):
        if self._state.value != _State.INITIAL:
            raise context.ProcessError('Already started server' if self._state.value == _State.STARTED else 'Manager has shut down')

    def get_server(self):
        self._check_initial()
        return Server(self._registry, self._address, self._authkey, self._serializer)

    def connect(self):
        _server_at(self._address)._ask(self._authkey, lambda: ('#RETURN', None))
        self._state.value = _State.STARTED

    def start(self, initializer=None, initargs=()):
        self._check_initial()
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        reader, writer = self._ctx.Pipe(duplex=False)
        self._process = self._ctx.Process(
            target=type(self)._run_server,
            args=(self._registry, self._address, self._authkey, self._serializer, writer, initializer, initargs))
        self._process._name = f'{type(self).__name__}-{":".join(map(str, self._process._identity))}'
        self._process._serves = True
        self._process.start()
        writer.close()
        self._address = reader.recv()
        reader.close()
        self._state.value = _State.STARTED
        self.shutdown = weakref.finalize(self, _shut_down, self._process, self._address, self._state)

    @classmethod
    def _run_server(cls, registry, address, authkey, serializer, writer, initializer=None, initargs=()):
        if initializer is not None:
            initializer(*initargs)
        server = cls._Server(registry, address, authkey, serializer)
        writer.send(server.address)
        writer.close()
        server.serve_forever()

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)
            if not self._process.is_alive():
                self._process = None

    def __enter__(self):
        if self._state.value == _State.INITIAL:
            self.start()
        if self._state.value != _State.STARTED:
            raise context.ProcessError('Manager has shut down')
        return self

    def __exit__(self, *error):
        self.shutdown()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state.value == _State.STARTED, 'server not yet started'
        server = _server_at(self._address)
        return server._ask(self._authkey, server._create, typeid, *args, **kwds)

    def _number_of_objects(self):
        return len(_server_at(self._address)._values)

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        if '_registry' not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, '_exposed_', None)
        method_to_typeid = method_to_typeid or getattr(proxytype, '_method_to_typeid_', None)
        for key, value in (method_to_typeid or {}).items():
            assert type(key) is str, f'{key!r} is not a string'
            assert type(value) is str, f'{value!r} is not a string'
        cls._registry[typeid] = callable, exposed, method_to_typeid, proxytype
        if create_method:
            def make(self, /, *args, **kwds):
                token, exposed, kept = self._create(typeid, *args, **kwds)
                return proxytype(token, self._serializer, manager=self, authkey=self._authkey, exposed=exposed)
            make.__name__ = typeid
            setattr(cls, typeid, make)


def _shut_down(process, address, state):
    if process._running.exitcode is None:
        server = _serving.get(address)
        if server is not None:
            server._stop()
        process.join()
    state.value = _State.SHUTDOWN


class SyncManager(BaseManager):
    pass


def _register_all():
    import queue
    from .pool import Pool
    for name, make, proxy in (
            ('Queue', queue.Queue, None), ('JoinableQueue', queue.Queue, None), ('Event', threading.Event, EventProxy),
            ('Lock', threading.Lock, AcquirerProxy), ('RLock', threading.RLock, AcquirerProxy),
            ('Semaphore', threading.Semaphore, AcquirerProxy), ('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy),
            ('Condition', threading.Condition, ConditionProxy), ('Barrier', threading.Barrier, BarrierProxy),
            ('list', list, ListProxy), ('dict', dict, DictProxy), ('set', set, SetProxy), ('Value', Value, ValueProxy),
            ('Array', Array, ArrayProxy), ('Namespace', Namespace, NamespaceProxy), ('Pool', Pool, PoolProxy)):
        SyncManager.register(name, make, proxy)
    SyncManager.register('Iterator', proxytype=IteratorProxy, create_method=False)
    SyncManager.register('AsyncResult', create_method=False)


_register_all()
MutableSequence.register(ListProxy.__base__)
MutableMapping.register(_DictBase)
MutableMapping.register(_SetBase)


class SharedMemoryManager(BaseManager):
    """Shared memory that is given back when the manager ends."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._lent = []

    def start(self, initializer=None, initargs=()):
        super().start(initializer, initargs)
        weakref.finalize(self, _give_back, self._lent)
        ends, lent = self.shutdown, self._lent
        self.shutdown = lambda: (ends(), _give_back(lent))[0]

    def SharedMemory(self, size):
        from .shared_memory import SharedMemory
        _server_at(self._address)
        memory = SharedMemory(None, create=True, size=size)
        self._lent.append(memory.name)
        return memory

    def ShareableList(self, sequence):
        from .shared_memory import ShareableList
        _server_at(self._address)
        items = ShareableList(sequence)
        self._lent.append(items.shm.name)
        return items


def _give_back(lent):
    from .shared_memory import SharedMemory
    while lent:
        try:
            SharedMemory(lent.pop()).unlink()
        except FileNotFoundError:
            pass
