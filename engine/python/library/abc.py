"""abc: abstract base classes."""
from _native import match_like as _match_like
from _weakref import ref as _ref

__all__ = ['ABC', 'ABCMeta', 'abstractmethod', 'abstractclassmethod', 'abstractstaticmethod', 'abstractproperty', 'get_cache_token',
           'update_abstractmethods']


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


_token = 0  # the number of registrations there were: answers of "no" from before the last one count no more


def get_cache_token():
    return _token


class _abc_data:
    """What a class remembers, weakly: whom it registered, and what it answered about which class."""
    __slots__ = ('registry', 'yes', 'no', 'token')

    def __init__(self):
        self.registry, self.yes, self.no, self.token = {}, set(), set(), _token

    def known(self, key):
        if key in self.yes:
            return True
        if self.token != _token:
            self.no.clear()
            self.token = _token
        return False if key in self.no else None


_abc_data.__module__ = '_abc'


def _abstracts(cls, namespace):
    names = {name for name, value in namespace.items() if getattr(value, '__isabstractmethod__', False)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                names.add(name)
    return frozenset(names)


_asking = 0  # while classes are asked about on behalf of others: protocols do not refuse then


def _ask(subclass, other):
    global _asking
    _asking += 1
    try:
        return issubclass(subclass, other)
    finally:
        _asking -= 1


def _is_registered(data, key, subclass):
    if key in data.registry:
        return True
    for registered in list(data.registry):
        registered = registered()
        if registered is not None and _ask(subclass, registered):
            return True
    return False


def _look(cls, subclass, data, key):
    """The answer, which is remembered unless it comes from a registration."""
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        if answer is not True and answer is not False:
            raise AssertionError('__subclasshook__ must return either False, True, or NotImplemented')
    elif cls in subclass.__mro__:
        answer = True
    elif _is_registered(data, key, subclass):
        return True
    else:
        answer = any(_ask(subclass, below) for below in cls.__subclasses__())
    (data.yes if answer else data.no).add(key)
    return answer


def _has_methods(cls, *names):
    """What a __subclasshook__ answers for a class that is known by its methods: True, or NotImplemented."""
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstracts(cls, namespace)
        cls._abc_impl = _abc_data()
        return cls

    def register(cls, subclass):
        global _token
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if _ask(subclass, cls):
            return subclass
        if _ask(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_impl.registry[_ref(subclass)] = None
        _token += 1
        _match_like(subclass, cls)
        return subclass

    def __instancecheck__(cls, instance):
        claimed, kind = instance.__class__, type(instance)
        if claimed is kind:
            known = cls._abc_impl.known(_ref(kind))
            return cls.__subclasscheck__(kind) if known is None else known
        return cls.__subclasscheck__(claimed) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        data, key = cls._abc_impl, _ref(subclass)
        answer = data.known(key)
        return _look(cls, subclass, data, key) if answer is None else answer


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def update_abstractmethods(cls):
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstracts(cls, cls.__dict__)
    return cls
