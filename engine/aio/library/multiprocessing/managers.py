"""multiprocessing.managers: values that live in a process of their own, and what stands for them in the others."""
import threading
import weakref

from . import process
from .process import _pack, _unpack

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token', 'SharedMemoryManager']

_kept = weakref.WeakValueDictionary()  # what proxies stand for, by number


class _Referent:
    """A value in its manager. It goes with its last proxy, or with the manager."""

    def __init__(self, manager, value):
        self.manager, self.value = manager, value
        self.number = id(self)
        _kept[self.number] = self


def _copied(value):
    """As it is in another process."""
    if type(value) in _VIEWS:
        value = list(value)
    return _unpack(_pack(value))


_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))


def _rebuild(cls, typeid, referent):
    proxy = cls.__new__(cls)
    proxy._referent, proxy._typeid = referent, typeid
    return proxy


def _found(name, exposed, typeid, referent):
    return _rebuild(MakeProxyType(name, exposed), typeid, referent)


class _Held:
    def __init__(self, referent):
        self.referent = referent

    def __reduce__(self):
        return process._lend(self.referent)


class BaseProxy:
    _typeid = None

    def _callmethod(self, methodname, args=(), kwds={}):
        if self._referent.manager._state != 'STARTED':
            raise ConnectionRefusedError(111, 'Connection refused')
        args, kwds = _unpack(_pack((args, kwds)))
        try:
            result = getattr(self._referent.value, methodname)(*args, **kwds)
        except Exception as error:
            raise _copied(error) from None
        kind = self._referent.manager._registry[self._typeid][2].get(methodname)
        if kind is not None:
            return self._referent.manager._proxy(kind, result)
        return _copied(result)

    def _getvalue(self):
        return _copied(self._referent.value)

    def __reduce__(self):
        cls = type(self)
        if cls.__dict__.get('_made'):
            return _found, (cls.__name__, cls._exposed_, self._typeid, _Held(self._referent))
        return _rebuild, (cls, self._typeid, _Held(self._referent))

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return f'<{type(self).__name__} object, typeid {self._typeid!r} at {id(self):#x}>'

    def __str__(self):
        return repr(self._referent.value)


def MakeProxyType(name, exposed, _cache={}):
    """A class whose methods are those that are named, done where the value is."""
    def method_of(method):
        def call(self, /, *args, **kwds):
            return self._callmethod(method, args, kwds)
        call.__name__ = method
        return call
    exposed = tuple(exposed)
    if (name, exposed) not in _cache:
        _cache[name, exposed] = type(name, (BaseProxy,), {'_made': True, '_exposed_': exposed, **{each: method_of(each) for each in exposed}})
    return _cache[name, exposed]


def public_methods(obj):
    return [name for name in dir(obj) if name[0] != '_' and callable(getattr(obj, name))]


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


_ListBase = MakeProxyType('BaseListProxy', (
    '__add__ __contains__ __delitem__ __getitem__ __len__ __mul__ __reversed__ __rmul__ __setitem__ append clear copy count extend index '
    'insert pop remove reverse sort __imul__').split())


class ListProxy(_ListBase):
    def __iadd__(self, value):
        self._callmethod('extend', (value,))
        return self

    def __imul__(self, value):
        self._callmethod('__imul__', (value,))
        return self

    def __reversed__(self):
        return reversed(self._getvalue())


_DictBase = MakeProxyType('_BaseDictProxy', (
    '__contains__ __delitem__ __getitem__ __iter__ __len__ __setitem__ __or__ clear copy get items keys pop popitem setdefault update '
    'values').split())


class DictProxy(_DictBase):
    def __iter__(self):
        return iter(self._callmethod('keys'))

    def __ior__(self, value):
        self._callmethod('update', (value,))
        return self


_SetBase = MakeProxyType('_BaseSetProxy', (
    '__contains__ __len__ add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset '
    'issuperset pop remove symmetric_difference symmetric_difference_update union update __and__ __or__ __sub__ __xor__').split())


class SetProxy(_SetBase):
    def __iter__(self):
        return iter(self._getvalue())


class _LockProxy(BaseProxy):
    """Locks and what waits is shared as it is: a copy would be another lock."""

    def _callmethod(self, methodname, args=(), kwds={}):
        return getattr(self._referent.value, methodname)(*args, **kwds)


class AcquirerProxy(_LockProxy):
    _exposed_ = ('acquire', 'release', 'locked')

    def acquire(self, blocking=True, timeout=None):
        return self._callmethod('acquire', (blocking,) if timeout is None else (blocking, timeout))

    def release(self):
        return self._callmethod('release')

    def locked(self):
        return self._callmethod('locked')

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()


class ConditionProxy(AcquirerProxy):
    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def wait_for(self, predicate, timeout=None):
        return self._callmethod('wait_for', (predicate, timeout))

    def notify(self, n=1):
        return self._callmethod('notify', (n,))

    def notify_all(self):
        return self._callmethod('notify_all')


class EventProxy(_LockProxy):
    def is_set(self):
        return self._callmethod('is_set')

    def set(self):
        return self._callmethod('set')

    def clear(self):
        return self._callmethod('clear')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))


class BarrierProxy(_LockProxy):
    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def abort(self):
        return self._callmethod('abort')

    def reset(self):
        return self._callmethod('reset')

    parties = property(lambda self: self._referent.value.parties)
    n_waiting = property(lambda self: self._referent.value.n_waiting)
    broken = property(lambda self: self._referent.value.broken)


class NamespaceProxy(BaseProxy):
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
    def get(self):
        return self._callmethod('get')

    def set(self, value):
        return self._callmethod('set', (value,))

    value = property(get, set)


ArrayProxy = MakeProxyType('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))
IteratorProxy = MakeProxyType('IteratorProxy', ('__next__', 'send', 'throw', 'close'))
IteratorProxy.__iter__ = lambda self: self


class _QueueProxy(_LockProxy):
    """What waits in it waits in the manager; what goes through is copied."""

    def put(self, item, block=True, timeout=None):
        return self._callmethod('put', (_copied(item), block, timeout))

    def get(self, block=True, timeout=None):
        return _copied(self._callmethod('get', (block, timeout)))

    def put_nowait(self, item):
        return self.put(item, False)

    def get_nowait(self):
        return self.get(False)


for _name in ('empty', 'full', 'qsize', 'task_done', 'join'):
    setattr(_QueueProxy, _name, (lambda name: lambda self: self._callmethod(name))(_name))


class Token:
    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id


class BaseManager:
    _registry = {}

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        self._address, self._state, self._ctx = address, 'INITIAL', ctx
        self._process = None

    address = property(lambda self: self._address)

    def start(self, initializer=None, initargs=()):
        if self._state != 'INITIAL':
            raise process.context.ProcessError('Already started server' if self._state == 'STARTED' else 'Manager has shut down')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        next(process.current_process()._children_made)  # the process that the values are said to live in
        next(process._numbers)
        if initializer is not None:
            initializer(*initargs)
        self._state = 'STARTED'

    def connect(self):
        raise ConnectionRefusedError(111, 'Connection refused')

    def get_server(self):
        raise NotImplementedError('Loopscope has no servers of managers: only the processes of one program share values')

    def shutdown(self):
        self._state = 'SHUTDOWN'

    def join(self, timeout=None):
        pass

    def __enter__(self):
        if self._state == 'INITIAL':
            self.start()
        return self

    def __exit__(self, *error):
        self.shutdown()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state == 'STARTED', 'server not yet started'
        make = self._registry[typeid][0]
        if not issubclass(self._registry[typeid][1] or BaseProxy, _LockProxy):
            args, kwds = _unpack(_pack((args, kwds)))
        return self._proxy(typeid, make(*args, **kwds) if make is not None else args[0])

    def _proxy(self, typeid, value):
        _, proxytype, _, exposed = self._registry[typeid]
        if proxytype is None:
            proxytype = MakeProxyType(f'AutoProxy[{typeid}]', exposed or public_methods(value))
        return _rebuild(proxytype, typeid, _Referent(self, value))

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        if '_registry' not in cls.__dict__:
            cls._registry = cls._registry.copy()
        cls._registry[typeid] = callable, proxytype, method_to_typeid or getattr(proxytype, '_method_to_typeid_', {}), exposed
        if create_method:
            def make(self, /, *args, **kwds):
                return self._create(typeid, *args, **kwds)
            make.__name__ = typeid
            setattr(cls, typeid, make)


class SyncManager(BaseManager):
    pass


def _register_all():
    import queue
    for name, make, proxy in (
            ('Queue', queue.Queue, _QueueProxy), ('JoinableQueue', queue.Queue, _QueueProxy), ('Event', threading.Event, EventProxy),
            ('Lock', threading.Lock, AcquirerProxy), ('RLock', threading.RLock, AcquirerProxy),
            ('Semaphore', threading.Semaphore, AcquirerProxy), ('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy),
            ('Condition', threading.Condition, ConditionProxy), ('Barrier', threading.Barrier, BarrierProxy),
            ('list', list, ListProxy), ('dict', dict, DictProxy), ('set', set, SetProxy), ('Value', Value, ValueProxy),
            ('Array', Array, ArrayProxy), ('Namespace', Namespace, NamespaceProxy)):
        SyncManager.register(name, make, proxy)
    SyncManager.register('Iterator', proxytype=IteratorProxy, create_method=False)

    def Pool(self, *args, **kwds):
        from .context import _default_context
        return _default_context.Pool(*args, **kwds)
    SyncManager.Pool = Pool


_register_all()


class SharedMemoryManager(BaseManager):
    """Shared memory that is given back when the manager ends."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._lent = []

    def SharedMemory(self, size):
        from .shared_memory import SharedMemory
        assert self._state == 'STARTED', 'SharedMemoryManager is not started'
        memory = SharedMemory(None, create=True, size=size)
        self._lent.append(memory.name)
        return memory

    def ShareableList(self, sequence):
        from .shared_memory import ShareableList
        assert self._state == 'STARTED', 'SharedMemoryManager is not started'
        items = ShareableList(sequence)
        self._lent.append(items.shm.name)
        return items

    def shutdown(self):
        from .shared_memory import SharedMemory
        super().shutdown()
        while self._lent:
            try:
                SharedMemory(self._lent.pop()).unlink()
            except FileNotFoundError:
                pass
