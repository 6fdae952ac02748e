"""unittest.mock: objects that stand for others and remember how they were used."""
import asyncio
import builtins
import functools
import inspect
import sys
from unittest.util import safe_repr

__all__ = ['Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock', 'ThreadingMock', 'FILTER_DIR',
           'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal']

FILTER_DIR = True


class InvalidSpecError(Exception):
    pass


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return 'sentinel'


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'

    __hash__ = object.__hash__


ANY = _ANY()


# ---- calls

def _format_call(name, args, kwargs):
    parts = [repr(arg) for arg in args] + [f'{key}={value!r}' for key, value in kwargs.items()]
    return f'{name}({", ".join(parts)})'


class _Call(tuple):
    """(name, args, kwargs) of a call; equal to a tuple with fewer of them. It also makes calls: call.name(1).other(2)."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for item in value:
            if isinstance(item, str):
                name = item
            elif isinstance(item, tuple):
                args = item
            else:
                kwargs = item
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    def __eq__(self, other):
        try:
            size = len(other)
        except TypeError:
            return NotImplemented
        name, args, kwargs = ('', *self) if len(self) == 2 else self
        mine, theirs = getattr(self, '_mock_parent', None), getattr(other, '_mock_parent', None)
        if mine is not None and theirs is not None and mine != theirs:
            return False
        other_name, other_args, other_kwargs = '', (), {}
        if size == 3:
            other_name, other_args, other_kwargs = other
        elif size == 2:
            first, second = other
            if isinstance(first, str):
                other_name = first
                if isinstance(second, tuple):
                    other_args = second
                else:
                    other_kwargs = second
            else:
                other_args, other_kwargs = first, second
        elif size == 1:
            value, = other
            if isinstance(value, tuple):
                other_args = value
            elif isinstance(value, str):
                other_name = value
            else:
                other_kwargs = value
        elif size:
            return False
        if name and other_name != name:
            return False
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, name):
        if name.startswith('_mock'):
            raise AttributeError(name)
        full = name if self._mock_name is None else f'{self._mock_name}.{name}'
        return _Call(name=full, parent=self, from_kall=False)

    def __getattribute__(self, name):
        if name in tuple.__dict__ and not name.startswith('__'):
            raise AttributeError
        return tuple.__getattribute__(self, name)

    def _get(self):
        return self if len(self) == 2 else self[1:]

    args = property(lambda self: self._get()[0])
    kwargs = property(lambda self: self._get()[1])

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return f'call{name}' if name.startswith('()') else name
        name, args, kwargs = ('call', *self) if len(self) == 2 else self
        name = 'call' if not name or name == 'call' else 'call' + name if name.startswith('()') else 'call.' + name
        return _format_call(name, args, kwargs)

    def call_list(self):
        found, item = [], self
        while item is not None:
            if item._mock_from_kall:
                found.append(item)
            item = item._mock_parent
        return _CallList(reversed(found))


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(self[at:at + size] == value for at in range(len(self) - size + 1))

    def __repr__(self):
        from pprint import pformat
        return pformat(list(self))


# ---- mocks

_MAGICS = ('lt gt le ge eq ne hash str sizeof int contains len enter exit getitem setitem delitem iter bool float complex index round trunc floor '
           'ceil dir format get_formats fspath aiter aenter aexit anext reversed missing subclasses divmod rdivmod neg pos abs invert next '
           'add radd iadd sub rsub isub mul rmul imul matmul rmatmul imatmul truediv rtruediv itruediv floordiv rfloordiv ifloordiv mod rmod imod '
           'lshift rlshift ilshift rshift rrshift irshift and rand iand xor rxor ixor or ror ior pow rpow ipow').split()
_ALL_MAGICS = {f'__{name}__' for name in _MAGICS}
_ASYNC_MAGICS = {'__aenter__', '__aexit__', '__anext__'}
_RETURNS = {'__hash__': object.__hash__, '__str__': object.__str__, '__sizeof__': object.__sizeof__,
            '__fspath__': lambda self: f'{type(self).__name__}/{self._extract_mock_name()}/{id(self)}'}
_CONSTANTS = {'__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented, '__int__': 1,
              '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': complex(0, 1), '__float__': 1.0, '__bool__': True, '__index__': 1,
              '__aexit__': False}
_NOT_BY_DEFAULT = {'__dir__', '__format__', '__get_formats__', '__reversed__', '__missing__', '__subclasses__'}
_ASSERTIONS = ('assert', 'assret', 'asert', 'aseert', 'assrt')


def _is_magic(name):
    return f'__{name[2:-2]}__' == name


def _is_async(value):
    if isinstance(value, NonCallableMock):
        return isinstance(value, AsyncMockMixin)
    if hasattr(value, '__func__'):
        value = value.__func__
    return inspect.iscoroutinefunction(value)


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


class Base:
    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


_OWN = {'return_value', 'side_effect', 'name', 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls', 'method_calls'}


def _delegating(name):
    """An attribute that is kept under its own private name."""
    inner = '_mock_' + name

    def get(self):
        return self.__dict__[inner]

    def put(self, value):
        self.__dict__[inner] = value
    return property(get, put)


class NonCallableMock(Base):
    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        bases = (cls,)
        if not issubclass(cls, AsyncMockMixin) and _is_async(spec_set if spec_set is not None else spec):
            bases = (AsyncMockMixin, cls)
        return Base.__new__(type(cls.__name__, bases, {'__doc__': cls.__doc__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        own = self.__dict__
        own['_mock_parent'] = parent
        own['_mock_name'] = name
        own['_mock_new_name'] = _new_name
        own['_mock_new_parent'] = parent if _new_parent is None else _new_parent
        own['_mock_sealed'] = False
        own['_mock_unsafe'] = unsafe
        if spec_set is not None:
            spec, spec_set = spec_set, True
        self._mock_add_spec(spec, spec_set)
        own['_mock_children'] = {}
        own['_mock_wraps'] = wraps
        own['_mock_delegate'] = None
        own['_mock_called'] = False
        own['_mock_call_args'] = None
        own['_mock_call_count'] = 0
        own['_mock_call_args_list'], own['_mock_mock_calls'], own['method_calls'] = _CallList(), _CallList(), _CallList()
        if kwargs:
            self.configure_mock(**kwargs)

    called, call_count, call_args = _delegating('called'), _delegating('call_count'), _delegating('call_args')
    call_args_list, mock_calls = _delegating('call_args_list'), _delegating('mock_calls')

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    def _mock_add_spec(self, spec, spec_set):
        own = self.__dict__
        spec_class = signature = None
        own['_spec_signature'] = None
        if spec is not None and type(spec) not in (list, tuple, set):
            if isinstance(spec, NonCallableMock) and not isinstance(spec, type):
                raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
            spec_class = spec if isinstance(spec, type) else type(spec)
            own['_spec_object'] = spec
            own['_spec_signature'] = _signature_of(spec, False) if callable(spec) else None
            names = dir(spec)
            annotations = getattr(spec_class, '__annotations__', None)
            own['_mock_methods'] = [*names, *(annotations or ())]
        else:
            own['_spec_object'] = None
            own['_mock_methods'] = list(spec) if spec is not None else None
        own['_spec_class'], own['_spec_set'] = spec_class, spec_set

    @property
    def return_value(self):
        value = self._mock_return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name='()')
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        _check_and_set_parent(self, value, None, '()')

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    @property
    def side_effect(self):
        return self._mock_side_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value) and not hasattr(value, '__next__'):
            try:
                value = iter(value)
            except TypeError:
                pass
        self.__dict__['_mock_side_effect'] = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called, self.call_args, self.call_count = False, None, 0
        self.mock_calls, self.call_args_list = _CallList(), _CallList()
        self.__dict__['method_calls'] = _CallList()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if not isinstance(child, (_SentinelObject, _SpecState)):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        found = self._mock_return_value
        if isinstance(found, NonCallableMock) and found is not self:
            found.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *path, last = name.split('.')
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        inner = _behind(mock)
        inner.__dict__.update(_mock_parent=None, _mock_new_parent=None, _mock_name='', _mock_new_name=None)
        setattr(self, attribute, mock)

    # Attributes.
    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_unsafe') or name.startswith('_mock_') and '_mock_children' not in self.__dict__:
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _ALL_MAGICS:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (methods is None or name not in methods):
            if name.startswith(_ASSERTIONS) or name in ('called_once', 'called_with', 'called_once_with', 'has_calls', 'not_called'):
                raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.')
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if isinstance(child, _SpecState):
            child = self._mock_children[name] = create_autospec(*child.args)
        if child is None:
            wraps = getattr(self._mock_wraps, name) if self._mock_wraps is not None else None
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        return child

    def __setattr__(self, name, value):
        if name == '__class__':
            self.__dict__['_spec_class'] = value
            return None
        if name in _SETTERS:
            return object.__setattr__(self, name, value)
        if self.__dict__.get('_spec_set') and self._mock_methods is not None and name not in self._mock_methods and name not in self.__dict__:
            if not (name.startswith('_mock') or name in _OWN):
                raise AttributeError(f'Mock object has no attribute {name!r}')
        if name in _ALL_MAGICS:
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError(f'Mock object has no attribute {name!r}')
            if not isinstance(value, NonCallableMock):
                function = value
                setattr(type(self), name, lambda self, *args, **kwargs: function(self, *args, **kwargs))
            else:
                _check_and_set_parent(self, value, None, name)
                setattr(type(self), name, _Held(value))
                self._mock_children[name] = value
            return None
        if isinstance(getattr(type(self), name, None), property) or isinstance(type(self).__dict__.get(name), PropertyMock):
            return object.__setattr__(self, name, value)
        if _check_and_set_parent(self, value, name, name):
            self._mock_children[name] = value
        if self.__dict__.get('_mock_sealed') and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        self.__dict__[name] = value
        return None

    def __delattr__(self, name):
        if name in _ALL_MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            return
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            del self.__dict__[name]
        elif child is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        names = {*(self._mock_methods or ()), *(name for name in dir(type(self)) if not name.startswith('_'))}
        names.update(name for name in self.__dict__ if not name.startswith('_') or _is_magic(name))
        names.update(name for name, child in self._mock_children.items() if child is not _deleted)
        return sorted(names)

    def _get_child_mock(self, /, **kwargs):
        if self._mock_sealed:
            name = f'.{kwargs["name"]}' if 'name' in kwargs else '()'
            raise AttributeError(self._extract_mock_name() + name)
        new_name = kwargs.get('_new_name')
        kind = type(self)
        if new_name in _ASYNC_MAGICS:
            return AsyncMock(**kwargs)
        spec = self.__dict__.get('_spec_object')
        if spec is not None and new_name and _is_async(inspect.getattr_static(spec, new_name, None)):
            return AsyncMock(**kwargs)
        if issubclass(kind, AsyncMockMixin):
            own = spec is not None and new_name in (self._mock_methods or ()) and not isinstance(spec, list)
            made = MagicMock if new_name in _ALL_MAGICS or own or (spec is not None and not callable(spec)) else AsyncMock
        elif issubclass(kind, CallableMixin):
            made = next(base for base in kind.__mro__[1:] if base.__name__ == kind.__name__ or base in (Mock, MagicMock))
        elif issubclass(kind, NonCallableMagicMock):
            made = MagicMock
        else:
            made = Mock
        return made(**kwargs)

    # Names.
    def _extract_mock_name(self):
        parts, item, last = [self._mock_new_name], self, self
        parent = self._mock_new_parent
        dot = '.'
        if parts == ['()']:
            dot = ''
        while parent is not None:
            last = parent
            parts.append(f'{parent._mock_new_name}{dot}')
            dot = '' if parent._mock_new_name == '()' else '.'
            parent = parent._mock_new_parent
        parts = parts[::-1]
        first = last._mock_name or 'mock'
        if len(parts) > 1 and parts[1] not in ('()', '().'):
            first += '.'
        parts[0] = first
        return ''.join(part for part in parts if part is not None)

    def __repr__(self):
        name = self._extract_mock_name()
        shown = '' if name in ('mock', 'mock.') else f' name={name!r}'
        spec = ''
        if self._spec_class is not None:
            spec = f' spec_set={self._spec_class.__name__!r}' if self._spec_set else f' spec={self._spec_class.__name__!r}'
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    # Assertions.
    def _calls_text(self, prefix='Calls'):
        return f'\n{prefix}: {safe_repr(self.mock_calls)}.' if self.mock_calls else ''

    def _call_text(self, args, kwargs):
        return _format_call(self._mock_name or 'mock', args, kwargs)

    def _same(self, a, b):
        return a == b

    def _bound(self, found):
        """A call with its arguments in the order of the specification's, where there is one; or the error that it is."""
        named = isinstance(found, tuple) and len(found) > 2
        signature = self._signature_of_child(found[0]) if named else self.__dict__.get('_spec_signature')
        if signature is None or found is None:
            return found
        name, args, kwargs = found if named else ('', *found)
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        return call(name, bound.args, bound.kwargs)

    def _signature_of_child(self, name):
        signature, children = None if name else self.__dict__.get('_spec_signature'), self._mock_children
        for part in name.replace('()', '').split('.') if name else ():
            child = children.get(part)
            if child is None or isinstance(child, (_SpecState, _SentinelObject)):
                break
            child = _behind(child)
            children, signature = child._mock_children, child.__dict__.get('_spec_signature')
        return signature

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f'Expected {self._mock_name or "mock"!r} to not have been called. Called {self.call_count} times.'
                                 f'{self._calls_text()}')

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError(f'Expected {self._mock_name or "mock"!r} to have been called.')

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f'Expected {self._mock_name or "mock"!r} to have been called once. Called {self.call_count} times.'
                                 f'{self._calls_text()}')

    def assert_called_with(self, /, *args, **kwargs):
        expected = self._call_text(args, kwargs)
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {expected}\n  Actual: not called.')
        actual, wanted = self._bound(self.call_args), self._bound(_Call((args, kwargs), two=True))
        if actual != wanted:
            cause = wanted if isinstance(wanted, Exception) else None
            raise AssertionError(f'expected call not found.\nExpected: {expected}\n  Actual: {self._call_text(*self.call_args)}') from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f'Expected {self._mock_name or "mock"!r} to be called once. Called {self.call_count} times.'
                                 f'{self._calls_text()}')
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        wanted = self._bound(_Call((args, kwargs), two=True))
        cause = wanted if isinstance(wanted, Exception) else None
        if cause or not _among(wanted, map(self._bound, self.call_args_list)):
            raise AssertionError(f'{self._call_text(args, kwargs)} call not found') from cause

    def assert_has_calls(self, calls, any_order=False):
        _check_order(self, list(calls), self.mock_calls, any_order, 'call', f'\n  Actual: {safe_repr(self.mock_calls)}')


_SETTERS = {'return_value', 'side_effect', 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls', '__class__', 'await_count',
            'await_args', 'await_args_list'}


def _among(expected, found):
    return any(call == expected for call in found)


def _check_order(mock, calls, noted, any_order, word, shown):
    name = mock._mock_name or 'mock'
    expected, found = [mock._bound(each) for each in calls], [mock._bound(each) for each in noted]
    errors = [each if isinstance(each, Exception) else None for each in expected]
    cause = next(filter(None, errors), None)
    if not any_order:
        if expected and expected not in _CallList(found):
            words = f'{word.capitalize()}s not found.' if cause is None else f'Error processing expected {word}s.\nErrors: {errors}'
            raise AssertionError(f'{words}\nExpected: {_CallList(calls)}{shown}') from cause
        return
    rest, missing = list(found), []
    for item in expected:
        if item in rest:
            rest.remove(item)
        else:
            missing.append(item)
    if missing:
        raise AssertionError(f'{name!r} does not contain all of {tuple(missing)!r} in its {word} list, found {found!r} instead') from cause


class _SpecState:
    """An attribute of a specification whose mock is made when it is first asked for."""

    def __init__(self, *args):
        self.args = args


def _behind(mock):
    """The mock itself, where a function stands before it."""
    return mock.mock if inspect.isfunction(mock) and isinstance(mock.__dict__.get('mock'), NonCallableMock) else mock


class _Held:
    """A mock as a special method of the type of another mock."""

    def __init__(self, mock):
        self.mock = mock

    def __get__(self, instance, owner=None):
        return self.mock


def _check_and_set_parent(parent, value, name, new_name):
    value = _behind(value)
    if not isinstance(value, NonCallableMock) or (isinstance(value, type)):
        return False
    own = value.__dict__
    if own.get('_mock_name') or own.get('_mock_new_name') or own.get('_mock_parent') is not None or own.get('_mock_new_parent') is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        own['_mock_new_parent'], own['_mock_new_name'] = parent, new_name
    if name:
        own['_mock_parent'], own['_mock_name'] = parent, name
    return True


class CallableMixin(Base):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None,
                 _new_name='', _new_parent=None, **kwargs):
        self.__dict__['_mock_return_value'] = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        self.side_effect = side_effect
        if return_value is not DEFAULT:
            _check_and_set_parent(self, return_value, None, '()')

    def __call__(self, /, *args, **kwargs):
        self._note_call(args, kwargs)
        return self._execute_mock_call(*args, **kwargs)

    def _note_call(self, args, kwargs):
        signature = self.__dict__.get('_checked_signature')
        if signature is not None:
            signature.bind(*args, **kwargs)
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        method = self._mock_parent is not None
        method_name, name = self._mock_name, self._mock_new_name
        is_call = name == '()'
        self.mock_calls.append(_Call(('', args, kwargs)))
        parent = self._mock_new_parent
        while parent is not None:
            if method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                method = parent._mock_parent is not None
                if method:
                    method_name = f'{parent._mock_name}.{method_name}'
            parent.mock_calls.append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                name = f'{parent._mock_new_name}{"" if is_call else "."}{name}'
                is_call = parent._mock_new_name == '()'
            parent = parent._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    pass


class _MagicProxy:
    """Makes the mock of a special method when it is first asked for."""

    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.name
        method = instance._get_child_mock(name=name, _new_name=name, _new_parent=instance)
        if name in _CONSTANTS:
            method.__dict__['_mock_return_value'] = _CONSTANTS[name]
        elif name in _RETURNS:
            method.__dict__['_mock_return_value'] = _RETURNS[name](instance)
        elif name == '__eq__':
            method.side_effect = lambda other: DEFAULT if method._mock_return_value is not DEFAULT else instance is other or NotImplemented
        elif name == '__ne__':
            method.side_effect = lambda other: DEFAULT if method._mock_return_value is not DEFAULT else instance is not other and NotImplemented
        elif name == '__iter__':
            method.side_effect = lambda: iter([]) if method._mock_return_value is DEFAULT else iter(method._mock_return_value)
        elif name == '__aiter__':
            method.side_effect = lambda: _async_iterator(() if method._mock_return_value is DEFAULT else method._mock_return_value)
        instance._mock_children[name] = method
        setattr(type(instance), name, _Held(method))
        return method


async def _async_iterator(items):
    for item in items:
        yield item


class MagicMixin(Base):
    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._mock_set_magics()

    def _mock_set_magics(self):
        methods = self._mock_methods
        for name in _ALL_MAGICS - _NOT_BY_DEFAULT:
            if methods is None or name in methods:
                if name not in type(self).__dict__:
                    setattr(type(self), name, _MagicProxy(name))
            elif name in type(self).__dict__:
                delattr(type(self), name)

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    pass


class MagicMock(MagicMixin, Mock):
    def reset_mock(self, /, *args, return_value=False, **kwargs):
        if return_value:
            for name in _CONSTANTS:
                if name in self._mock_children:
                    del self._mock_children[name]
                    setattr(type(self), name, _MagicProxy(name))
        super().reset_mock(*args, return_value=return_value, **kwargs)


def _code_of_coroutine():
    code = NonCallableMock(spec_set=inspect.CodeType)
    code.__dict__.update(co_flags=inspect.CO_COROUTINE | inspect.CO_VARARGS | inspect.CO_VARKEYWORDS, co_varnames=('args', 'kwargs'),
                         co_argcount=0, co_posonlyargcount=0, co_kwonlyargcount=0)
    return code


class AsyncMockMixin(Base):
    await_count, await_args, await_args_list = _delegating('await_count'), _delegating('await_args'), _delegating('await_args_list')

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__.update(_mock_await_count=0, _mock_await_args=None, _mock_await_args_list=_CallList())
        self.__dict__.update(_is_coroutine=asyncio.coroutines._is_coroutine, __code__=_code_of_coroutine(), __name__='AsyncMock',
                             __defaults__=(), __kwdefaults__={}, __annotations__=None)

    def __call__(self, /, *args, **kwargs):
        self._note_call(args, kwargs)
        return self._execute_mock_call(*args, **kwargs)

    async def _execute_mock_call(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
            elif _is_async(effect) or isinstance(effect, AsyncMockMixin):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            found = self._mock_wraps(*args, **kwargs)
            return await found if inspect.isawaitable(found) else found
        return self.return_value

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count, self.await_args, self.await_args_list = 0, None, _CallList()

    def _name(self):
        return self._mock_name or 'mock'

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(f'Expected {self._name()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._name()} to have been awaited once. Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        expected = self._call_text(args, kwargs)
        if self.await_args is None:
            raise AssertionError(f'Expected await: {expected}\nNot awaited')
        if self._bound(self.await_args) != self._bound(_Call((args, kwargs), two=True)):
            raise AssertionError(f'expected await not found.\nExpected: {expected}\n  Actual: {self._call_text(*self.await_args)}')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._name()} to have been awaited once. Awaited {self.await_count} times.')
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if not _among(self._bound(_Call((args, kwargs), two=True)), map(self._bound, self.await_args_list)):
            raise AssertionError(f'{self._call_text(args, kwargs)} await not found')

    def assert_has_awaits(self, calls, any_order=False):
        _check_order(self, list(calls), self.await_args_list, any_order, 'await', f'\nActual: {self.await_args_list}')

    def assert_not_awaited(self):
        if self.await_count != 0:
            raise AssertionError(f'Expected {self._name()} to not have been awaited. Awaited {self.await_count} times.')


_SETTERS |= {'_mock_await_count', '_mock_await_args', '_mock_await_args_list'}


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    pass


class ThreadingMock(MagicMixin, Mock):
    DEFAULT_TIMEOUT = None

    def __init__(self, /, *args, timeout=None, **kwargs):
        import threading
        super().__init__(*args, **kwargs)
        self.__dict__['_mock_wait_timeout'] = self.DEFAULT_TIMEOUT if timeout is None else timeout
        self.__dict__['_mock_changed'] = threading.Condition()

    def __call__(self, /, *args, **kwargs):
        result = super().__call__(*args, **kwargs)
        with self._mock_changed:
            self._mock_changed.notify_all()
        return result

    def _wait(self, test, timeout):
        with self._mock_changed:
            return self._mock_changed.wait_for(test, timeout)

    def _get_child_mock(self, /, **kwargs):
        return super()._get_child_mock(timeout=self._mock_wait_timeout, **kwargs)

    def wait_until_called(self, *, timeout=_missing):
        timeout = self._mock_wait_timeout if timeout is _missing else timeout
        if not self._wait(lambda: self.called, timeout):
            raise AssertionError(f"{self._mock_name or 'mock'} was not called before timeout({timeout}).")

    def wait_until_any_call_with(self, *args, **kwargs):
        if not self._wait(lambda: _Call((args, kwargs), two=True) in self.call_args_list, self._mock_wait_timeout):
            raise AssertionError(f'{self._call_text(args, kwargs)} call not found')


class PropertyMock(Mock):
    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    mock.__dict__['_mock_sealed'] = True
    for child in [*mock._mock_children.values(), mock._mock_return_value]:
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)


# ---- patch

def _importer(target):
    import importlib
    parts = target.split('.')
    found = importlib.import_module(parts[0])
    done = parts[0]
    for part in parts[1:]:
        done += f'.{part}'
        try:
            found = getattr(found, part)
        except AttributeError:
            importlib.import_module(done)
            found = getattr(found, part)
    return found


def _get_target(target):
    try:
        place, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}') from None
    return functools.partial(_importer, place), attribute


class _Startable:
    """What stands for a while: entered and left as a block, or by start() and stop()."""
    _active_patches = []

    def start(self):
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        try:
            self._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


class _patch(_Startable):
    attribute_name = None

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        if new_callable is not None and autospec is not None:
            raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.new_callable = getter, attribute, new, new_callable
        self.spec, self.create, self.spec_set, self.autospec, self.kwargs = spec, create, spec_set, autospec, kwargs
        self.additional_patchers = []
        self.target = None

    def copy(self):
        patcher = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable,
                         self.kwargs)
        patcher.attribute_name = self.attribute_name
        patcher.additional_patchers = [patch.copy() for patch in self.additional_patchers]
        return patcher

    def __call__(self, func):
        if isinstance(func, type):
            return self._decorate_class(func)
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func
        return self._decorate(func)

    def _decorate_class(self, cls):
        for name in dir(cls):
            if name.startswith(patch.TEST_PREFIX) and callable(getattr(cls, name)):
                setattr(cls, name, self.copy()(getattr(cls, name)))
        return cls

    @staticmethod
    def _enter_all(patched, stack, args, kwargs):
        extra = []
        for patching in patched.patchings:
            made = stack.enter_context(patching)
            if patching.attribute_name is not None:
                kwargs.update(made)
            elif patching.new is DEFAULT:
                extra.append(made)
        return args + tuple(extra), kwargs

    def _decorate(self, func):
        from contextlib import ExitStack
        if inspect.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **kwargs):
                with ExitStack() as stack:
                    args, kwargs = _patch._enter_all(patched, stack, args, kwargs)
                    return await func(*args, **kwargs)
        else:
            @functools.wraps(func)
            def patched(*args, **kwargs):
                with ExitStack() as stack:
                    args, kwargs = _patch._enter_all(patched, stack, args, kwargs)
                    return func(*args, **kwargs)
        patched.patchings = [self]
        return patched

    def get_original(self):
        target, name = self.target, self.attribute
        original, local = DEFAULT, False
        try:
            original, local = target.__dict__[name], True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if name in dir(builtins) and inspect.ismodule(target):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f'{target} does not have the attribute {name!r}')
        return original, local

    def _make(self, original):
        spec, spec_set, autospec = self.spec, self.spec_set, self.autospec
        kwargs = dict(self.kwargs)
        if autospec is not None and autospec is not False:
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            described = original if autospec is True else autospec
            if isinstance(self.target, NonCallableMock):
                raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} as the patch target has already been mocked out. '
                                       f'[target={self.target!r}, attr={described!r}]')
            if isinstance(described, NonCallableMock):
                raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} from target {getattr(self.target, "__name__", self.target)!r} '
                                       f'as it has already been mocked out. [target={self.target!r}, attr={described!r}]')
            return create_autospec(original if autospec is True else autospec, spec_set=bool(spec_set), _name=self.attribute, **kwargs)
        if spec is True:
            spec = original
        if spec_set is True:
            spec_set = original
        kind = self.new_callable
        if kind is None:
            described = spec_set if spec_set is not None else spec
            kind = AsyncMock if _is_async(original if described is None else described) else MagicMock
            callables = described if type(described) in (list, tuple, set) else ('__call__',) if callable(described) else ()
            if kind is MagicMock and described is not None and '__call__' not in callables:
                kind = NonCallableMagicMock
        if spec is not None:
            kwargs['spec'] = spec
        if spec_set is not None:
            kwargs['spec_set'] = spec_set
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute and 'name' not in kwargs:
            kwargs['name'] = self.attribute
        made = kind(**kwargs)
        described = spec_set if spec_set is not None else spec
        if isinstance(described, type) and isinstance(made, NonCallableMock):
            instance = kind if kind is not MagicMock or _instances_are_callable(described) else NonCallableMagicMock
            made.return_value = instance(**{'spec' if spec_set is None else 'spec_set': described}, _new_parent=made, _new_name='()')
        return made

    def __enter__(self):
        self.target = self.getter()
        original, local = self.get_original()
        new = self.new
        if new is DEFAULT:
            new = self._make(original)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original, self.is_local = original, local
        setattr(self.target, self.attribute, new)
        self._entered = []
        if self.attribute_name is not None:
            found = {self.attribute: new} if self.new is DEFAULT else {}
            for patching in self.additional_patchers:
                made = patching.__enter__()
                self._entered.append(patching)
                if patching.new is DEFAULT:
                    found.update(made)
            return found
        return new

    def __exit__(self, *exc_info):
        for patching in reversed(self._entered):
            patching.__exit__(*exc_info)
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute) or self.attribute in ('__doc__', '__module__')):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        return False


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    getter, attribute = _get_target(target)
    if not unsafe:
        _check_words(kwargs)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
                  unsafe=False, **kwargs):
    if isinstance(target, str):
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    if not unsafe:
        _check_words(kwargs)
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = functools.partial(_importer, target) if isinstance(target, str) else lambda: target
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patchers = [_patch(getter, name, new, spec, create, spec_set, autospec, new_callable, {}) for name, new in kwargs.items()]
    for patcher in patchers:
        patcher.attribute_name = patcher.attribute
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


class _patch_dict(_Startable):
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(f, name)):
                    setattr(f, name, _patch_dict(self.in_dict, self.values, self.clear)(getattr(f, name)))
            return f
        if inspect.iscoroutinefunction(f):
            @functools.wraps(f)
            async def patched(*args, **kwargs):
                with self:
                    return await f(*args, **kwargs)
        else:
            @functools.wraps(f)
            def patched(*args, **kwargs):
                with self:
                    return f(*args, **kwargs)
        return patched

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _importer(self.in_dict)
        table = self.in_dict
        self._original = table.copy() if hasattr(table, 'copy') else {key: table[key] for key in table}
        if self.clear:
            self._empty()
        self._put(self.values)
        return table

    def __exit__(self, *args):
        self._empty()
        self._put(self._original)
        return False

    # A mapping needs no more than to be iterable and to get, set and delete items.

    def _empty(self):
        if hasattr(self.in_dict, 'clear'):
            return self.in_dict.clear()
        for key in list(self.in_dict):
            del self.in_dict[key]

    def _put(self, values):
        if hasattr(self.in_dict, 'update'):
            return self.in_dict.update(values)
        for key in values:
            self.in_dict[key] = values[key]


def _stopall():
    for patching in reversed(_Startable._active_patches[:]):
        patching.stop()


patch.object, patch.dict, patch.multiple, patch.stopall = _patch_object, _patch_dict, _patch_multiple, _stopall
patch.TEST_PREFIX = 'test'


# ---- specifications

def _signature_of(spec, skip_first):
    if isinstance(spec, type):
        spec, skip_first = spec.__init__, True
    try:
        signature = inspect.signature(spec)
    except (TypeError, ValueError):
        return None
    if skip_first:
        parameters = list(signature.parameters.values())
        if not parameters or parameters[0].kind in (parameters[0].VAR_KEYWORD, parameters[0].KEYWORD_ONLY):
            return signature
        if parameters[0].kind != parameters[0].VAR_POSITIONAL:
            signature = signature.replace(parameters=parameters[1:])
    return signature


_TOLD = 'called', 'call_count', 'call_args', 'call_args_list', 'mock_calls', 'method_calls', 'await_count', 'await_args', 'await_args_list'


def _function_before(mock, spec):
    """A function that stands before a mock: it says of itself what the mock says, and the mock does what is set on it."""
    def tell():
        vars(function).update((name, getattr(mock, name)) for name in _TOLD if name[:5] != 'await' or isinstance(mock, AsyncMockMixin))

    async def awaited(coroutine):
        try:
            return await coroutine
        finally:
            tell()

    seen = {}

    def do(method, *args, **kwargs):
        for name in 'return_value', 'side_effect':      # set on the function or on the mock behind it: the last one counts
            if vars(function).get(name) is not seen[name]:
                setattr(mock, name, vars(function)[name])
            seen[name] = vars(function)[name] = getattr(mock, name)
        try:
            return method(*args, **kwargs)
        finally:
            tell()

    def function(*args, **kwargs):
        result = do(mock, *args, **kwargs)
        return awaited(result) if isinstance(mock, AsyncMockMixin) else result

    function.__name__, function.__qualname__, function.__module__ = spec.__name__, spec.__qualname__, spec.__module__
    function.__signature__ = inspect.signature(spec)
    methods = [name for name in dir(type(mock)) if name.startswith('assert_')]
    vars(function).update({name: functools.partial(do, getattr(mock, name)) for name in [*methods, 'reset_mock', 'configure_mock', 'attach_mock']})
    seen.update(return_value=mock.return_value, side_effect=mock.side_effect)
    vars(function).update(mock=mock, **seen)
    if isinstance(mock, AsyncMockMixin):
        inspect.markcoroutinefunction(function)
    tell()
    return function


def _instances_are_callable(cls):
    return any('__call__' in base.__dict__ for base in cls.__mro__[:-1])


def _check_words(kwargs):
    for word in 'autospect', 'auto_spec', 'set_spec':
        if word in kwargs:
            raise RuntimeError(f"{word!r} might be a typo; use unsafe=True if this is intended")


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    if type(spec) in (list, tuple, set):
        spec = type(spec)
    if isinstance(spec, NonCallableMock):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    _name = kwargs.pop('name', _name)
    if not unsafe:
        _check_words(kwargs)
    wraps = kwargs.pop('wraps', None)
    is_type = isinstance(spec, type)
    is_function = inspect.isfunction(spec) or inspect.ismethod(spec)
    options = {} if spec is None else {'spec_set' if spec_set else 'spec': spec}
    if is_function:
        options, kwargs = {**options, **kwargs}, {}
    kind = MagicMock
    if is_function and _is_async(spec):
        if instance:
            raise RuntimeError('Instance can not be True when create_autospec is mocking an async function')
        kind = AsyncMock
    elif not callable(spec) or (is_type and instance and not hasattr(spec, '__call__')):
        kind = NonCallableMagicMock
    elif is_type and instance and not _instances_are_callable(spec):
        kind = NonCallableMagicMock
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=_name or '', name=_name, wraps=wraps, **options)
    if callable(spec) and kind is not NonCallableMagicMock:
        signature = _signature_of(spec, False) if not (is_type and instance) else _signature_of(spec.__call__, True)
        mock.__dict__.update(_spec_signature=signature, _checked_signature=signature)
    if is_type and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock, wraps=wraps)
    if inspect.isfunction(spec) and _parent is None:
        return _function_before(mock, spec)
    if is_function:
        return mock
    for name in dir(spec):
        if _is_magic(name):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if inspect.isfunction(original) or inspect.ismethod(original):
            child = (AsyncMock if _is_async(original) else MagicMock)(parent=mock, name=name, _new_name=name, _new_parent=mock, spec=original)
            skip = is_type and not isinstance(inspect.getattr_static(spec, name), (staticmethod, classmethod)) and inspect.isfunction(original)
            signature = _signature_of(original, skip)
            child.__dict__.update(_spec_signature=signature, _checked_signature=signature)
            child.return_value = type(child).__mro__[1]()
            mock._mock_children[name] = child
        elif name not in mock._mock_children and not isinstance(original, NonCallableMock):
            mock._mock_children[name] = _SpecState(original, spec_set, False, mock, name)
    if kwargs:
        mock.configure_mock(**kwargs)
    return mock


# ---- open

def mock_open(mock=None, read_data=''):
    import io
    held = {}

    def fresh():
        data = read_data
        return io.BytesIO(data) if isinstance(data, bytes) else io.StringIO(data)

    def reader(method):
        def read(*args, **kwargs):
            found = getattr(handle, method)
            if found._mock_return_value is not DEFAULT:
                return found._mock_return_value
            return getattr(held['data'], method)(*args, **kwargs)
        return read

    if mock is None:
        mock = MagicMock(name='open', spec=open)
    handle = MagicMock(spec=io.BytesIO if isinstance(read_data, bytes) else io.TextIOWrapper)
    handle.__enter__.return_value = handle
    handle.write.return_value = handle.read.return_value = handle.readline.return_value = handle.readlines.return_value = DEFAULT
    held['data'] = fresh()
    for method in 'read', 'readline', 'readlines':
        getattr(handle, method).side_effect = reader(method)
    handle.__iter__.side_effect = lambda: iter(held['data'])
    handle.__next__ = lambda self: next(held['data'])
    handle.__exit__.side_effect = lambda *args: handle.close()

    def reset(*args, **kwargs):
        held['data'] = fresh()
        return DEFAULT

    mock.side_effect = reset
    mock.return_value = handle
    return mock
