"""Names of typing that are not public, but that other libraries of types have long taken from it."""
from typing import Generic, Union, _cached, _evaluated, _is_parameter_list as _is_param_expr, _not_members as EXCLUDED_ATTRIBUTES
from _typing_marks import _overload_dummy
from _typing_records import _own_of_tuples as _prohibited

_ASSERT_NEVER_REPR_MAX_LENGTH = 100
_generic_class_getitem = Generic.__class_getitem__.__func__
_absent = object()


def _tp_cache(func=None, /, *, typed=False):
    return _cached if func is None else _cached(func)


def _eval_type(t, globalns, localns, type_params=_absent, *, recursive_guard=frozenset(), format=None, owner=None, parent_fwdref=None,
               prefer_fwd_module=False):
    if type_params is _absent:
        import warnings
        warnings._deprecated('failing to pass a value to the `type_params` parameter of `typing._eval_type`',
                             '{name} is deprecated, as it leads to incorrect behaviour when calling typing._eval_type on a stringified '
                             'annotation that references a PEP 695 type parameter. It will be disallowed in Python {remove}.', remove=(3, 15))
        type_params = ()
    return _evaluated(t, globalns, localns, type_params or (), recursive_guard, format or 1)


class _UnionGenericAliasMeta(type):
    def __instancecheck__(cls, inst):
        import warnings
        warnings._deprecated('_UnionGenericAlias', remove=(3, 17))
        return isinstance(inst, Union)

    def __subclasscheck__(cls, inst):
        import warnings
        warnings._deprecated('_UnionGenericAlias', remove=(3, 17))
        return issubclass(inst, Union)

    def __eq__(cls, other):
        import warnings
        warnings._deprecated('_UnionGenericAlias', remove=(3, 17))
        return other is _UnionGenericAlias or other is Union

    def __hash__(cls):
        return hash(Union)


class _UnionGenericAlias(metaclass=_UnionGenericAliasMeta):
    def __new__(cls, self_cls, parameters, /, *, name=None):
        return Union[parameters]


for _each in (_tp_cache, _eval_type, _UnionGenericAliasMeta, _UnionGenericAlias):
    _each.__module__ = 'typing'
