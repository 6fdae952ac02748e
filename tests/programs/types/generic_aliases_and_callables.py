import typing, collections.abc as abc, types, collections
from typing import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
C = abc.Callable[[int], str]
print(C, C.__args__, C.__origin__, C.__parameters__, get_args(C), get_origin(C), type(C), type(C).__mro__ if 0 else '')
C2 = abc.Callable[..., int]; print(C2, C2.__args__, get_args(C2))
C3 = abc.Callable[[], None]; print(C3, C3.__args__, get_args(C3))
C4 = abc.Callable[[int, list[str]], dict[str, int]]; print(C4, C4.__args__, get_args(C4))
T = TypeVar('T'); P = ParamSpec('P')
print(abc.Callable[[T], T].__parameters__, abc.Callable[[T], T][int], abc.Callable[P, T], abc.Callable[P, T][[int, str], float], abc.Callable[P, T].__args__, get_args(abc.Callable[P, int]))
t(lambda: abc.Callable[int]); t(lambda: abc.Callable[int, str]); t(lambda: abc.Callable[[int], str, int]); t(lambda: abc.Callable[()]); t(lambda: abc.Callable[Concatenate[int, P], str])
t(lambda: typing.Callable[int]); t(lambda: typing.Callable[int, str])
print(C == abc.Callable[[int], str], hash(C) == hash(abc.Callable[[int], str]), C == typing.Callable[[int], str], C != abc.Callable[[str], str])
print(typing.Callable[[int], str], typing.Callable[[int], str].__args__, get_args(typing.Callable[[int], str]))
print(isinstance(len, abc.Callable)); t(lambda: isinstance(len, C)); t(lambda: issubclass(int, C))
L = list[int]
print(L.__origin__, L.__args__, L.__parameters__, L.__unpacked__, L.__typing_unpacked_tuple_args__, type(L), L.__class__, L.__mro_entries__((L,)), L.__doc__ == list.__doc__, L.append, L.__name__, L.__module__)
t(lambda: L.nope); t(lambda: setattr(L, 'x', 1)); t(lambda: L[int]); t(lambda: list[T][int]); t(lambda: list[T][int, str]); t(lambda: dict[T, int][str]); t(lambda: L()); t(lambda: L('ab')); t(lambda: isinstance([], L)); t(lambda: issubclass(list, L)); t(lambda: L.__origin__())
t(lambda: type(L)(list, (int,))); t(lambda: type(L)(list, int)); t(lambda: type(L)()); t(lambda: type(L)(5, 6)); t(lambda: L == list[int]); t(lambda: L == list[str]); t(lambda: hash(L) == hash(list[int])); t(lambda: L | None); t(lambda: None | L); t(lambda: list[int] | dict); t(lambda: list[()]); t(lambda: tuple[()]); t(lambda: tuple[()].__args__); t(lambda: tuple[int, ...]); t(lambda: list['x']); t(lambda: list[list[T]][int]); t(lambda: list[T].__parameters__); t(lambda: [*list[int]]); t(lambda: [*tuple[int, str]]); t(lambda: int[str]); t(lambda: L.x); t(lambda: list[1]); t(lambda: list[...]); t(lambda: dict[int]); t(lambda: dict[int, str, 5]); t(lambda: list[int][str]); t(lambda: L < L); t(lambda: len(L)); t(lambda: bool(L)); t(lambda: delattr(L, '__origin__')); t(lambda: setattr(L, '__origin__', 5)); t(lambda: L.__class_getitem__(5))
import copy, pickle
t(lambda: copy.copy(L)); t(lambda: pickle.loads(pickle.dumps(L))); t(lambda: pickle.loads(pickle.dumps(C)))
t(lambda: collections.deque[int]); t(lambda: collections.OrderedDict[str, int]); t(lambda: collections.defaultdict[str, list[int]]); t(lambda: collections.Counter[str]); t(lambda: abc.Sequence[int]); t(lambda: abc.Mapping[str, T][int]); t(lambda: type[int]); t(lambda: frozenset[int]); t(lambda: abc.Awaitable[int]); t(lambda: abc.Generator[int, None, str]); t(lambda: abc.AsyncIterator[int])
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    try:
        print(abc.ByteString, isinstance(b'', abc.ByteString), isinstance('', abc.ByteString), issubclass(bytearray, abc.ByteString))
        print(abc.ByteString.__mro__)
        print(typing.ByteString)
    except Exception as e: print(type(e).__name__, e)
    for x in w: print(x.category, x.message)
try:
    from collections.abc import ByteString
except Exception as e: print(e)
class Sub(list[int]): pass
print(Sub.__orig_bases__, Sub.__bases__)
t(lambda: types.GenericAlias(list, (int, str)).__args__)
class MyGen:
    def __class_getitem__(cls, x): return types.GenericAlias(cls, x)
print(MyGen[int], MyGen[int].__args__, MyGen[int, str].__args__)
class Alias2(types.GenericAlias): pass
t(lambda: Alias2(list, int))
print(abc.Callable.__module__, repr(abc.Callable), 'Callable' in abc.__all__, 'ByteString' in abc.__all__)
print(get_type_hints(type('H', (), {'__annotations__': {'a': C, 'b': 'list[int]'}})))
