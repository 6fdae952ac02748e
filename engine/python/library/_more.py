"""What some modules of the engine's own image have besides, for the few programs that ask for it: found by their __getattr__."""


def find(module, name):
    found = _MODULES[module]()
    if name in found:
        return found[name]
    raise AttributeError(f'module {module!r} has no attribute {name!r}')


def names(module):
    return list(_MODULES[module]())


def _of(*functions):
    return {each.__name__: each for each in functions}


# ---- heapq: the largest item first

def _rise(heap, at, top=0):
    """Moves an item towards the root until its parent is not smaller."""
    item = heap[at]
    while at > top and heap[(at - 1) // 2] < item:
        heap[at] = heap[(at - 1) // 2]
        at = (at - 1) // 2
    heap[at] = item


def _sink(heap, top):
    """Follows the larger children down to a leaf, and from there up again."""
    item, at = heap[top], top
    while (child := 2 * at + 1) < len(heap):
        if child + 1 < len(heap) and not heap[child + 1] < heap[child]:
            child += 1
        heap[at] = heap[child]
        at = child
    heap[at] = item
    _rise(heap, at, top)


def _heapq():
    def heapify_max(heap, /):
        for at in range(len(heap) // 2 - 1, -1, -1):
            _sink(heap, at)

    def heappush_max(heap, item, /):
        heap.append(item)
        _rise(heap, len(heap) - 1)

    def heapreplace_max(heap, item, /):
        first = heap[0]
        heap[0] = item
        _sink(heap, 0)
        return first

    def heappop_max(heap, /):
        last = heap.pop()
        return heapreplace_max(heap, last) if heap else last

    def heappushpop_max(heap, item, /):
        return heapreplace_max(heap, item) if heap and item < heap[0] else item
    made = _of(heapify_max, heappush_max, heapreplace_max, heappop_max, heappushpop_max)
    for each in made.values():
        each.__module__ = '_heapq'
    return made


# ---- types

def _types():
    import sys
    from types import GenericAlias

    class _Slotted:
        __slots__ = ('slot',)

    def get_original_bases(cls, /):
        if not isinstance(cls, type):
            raise TypeError(f'Expected an instance of type, not {type(cls).__name__!r}')
        return cls.__dict__.get('__orig_bases__', cls.__bases__)

    def resolve_bases(bases):
        resolved, changed = [], False
        for base in bases:
            if isinstance(base, type) and not isinstance(base, GenericAlias) or not hasattr(base, '__mro_entries__'):
                resolved.append(base)
                continue
            entries, changed = base.__mro_entries__(bases), True
            if not isinstance(entries, tuple):
                raise TypeError('__mro_entries__ must return a tuple')
            resolved.extend(entries)
        return tuple(resolved) if changed else bases

    def prepare_class(name, bases=(), kwds=None):
        kwds = dict(kwds or {})
        meta = kwds.pop('metaclass', None) or (type(bases[0]) if bases else type)
        for base in bases if isinstance(meta, type) else ():
            if issubclass(type(base), meta):
                meta = type(base)
            elif not issubclass(meta, type(base)):
                raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses '
                                'of all its bases')
        return meta, meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}, kwds
    return {'FrameType': type(sys._getframe()), 'GetSetDescriptorType': type(type.__dict__['__mro__']),
            'MemberDescriptorType': type(_Slotted.__dict__['slot']), 'MethodDescriptorType': type(str.join),
            'MethodWrapperType': type(object().__str__), 'WrapperDescriptorType': type(object.__init__),
            'ClassMethodDescriptorType': type(dict.__dict__['fromkeys']), **_of(get_original_bases, resolve_bases, prepare_class)}


# ---- contextlib

def _contextlib():
    from contextlib import AbstractContextManager
    import os

    class chdir(AbstractContextManager):
        """Another working directory while the block runs."""

        def __init__(self, path):
            self.path, self._before = path, []

        def __enter__(self):
            self._before.append(os.getcwd())
            os.chdir(self.path)

        def __exit__(self, *excinfo):
            os.chdir(self._before.pop())
    chdir.__module__ = 'contextlib'
    chdir.__qualname__ = 'chdir'
    return {'chdir': chdir}


_MODULES = {'heapq': _heapq, 'types': _types, 'contextlib': _contextlib}
