"""Names of typing that are not public, which libraries of types build on."""
import typing
import warnings
from typing import Generic, Protocol, TypedDict, TypeVar, Union

T = TypeVar('T')


class Row(TypedDict):
    name: str


print(typing._TypedDictMeta, type(Row) is typing._TypedDictMeta, typing._ASSERT_NEVER_REPR_MAX_LENGTH)
print(sorted(typing._prohibited), typing.overload(print) is typing._overload_dummy)
print(typing._is_param_expr(...), typing._is_param_expr([int]), typing._is_param_expr(int))
calls = []


@typing._tp_cache
def form(*args):
    calls.append(args)
    return len(calls)


@typing._tp_cache(typed=True)
def typed(arg):
    calls.append(arg)
    return len(calls)


print(form(int), form(int), form([1]), form([1]), typed(1), typed(True), typed(1))
print(typing._eval_type(typing.ForwardRef('list[T]'), {'T': int}, {}, type_params=()), typing._eval_type(int, None, None, type_params=()))


class Kind(typing._SpecialForm, _root=True):
    def __repr__(self):
        return 'kinds.' + self._name


@Kind
def Thing(self, params):
    return typing._GenericAlias(self, (typing._type_check(params, f'{self._name} takes a type.'),))


print(Thing, Thing[int], Thing[T][str], Thing[int] == Thing[int])
try:
    typing._type_check((1, 2), 'One type.', module=None)
except TypeError as error:
    print(error)
for base in (typing._SpecialForm, typing._GenericAlias):
    try:
        class Wrong(base):
            pass
    except TypeError as error:
        print(error)


class Box(Generic[T]):
    __class_getitem__ = classmethod(typing._generic_class_getitem)


print(Box[int].__args__)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    print(isinstance(int | str, typing._UnionGenericAlias), isinstance(int, typing._UnionGenericAlias), typing._UnionGenericAlias == Union)
print({str(each.message) for each in log})


class Named(Protocol):
    name: str


print({'__init__', '__module__', '__slots__', '_is_protocol', '__subclasshook__'} <= set(typing.EXCLUDED_ATTRIBUTES))
