import typing, types
from typing import *
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
type A = int
type B[T] = list[T]
type C[*Ts] = tuple[*Ts]
type D[**P] = Callable[P, int]
type E[K, V] = dict[K, V]
print(A, B, type(A), typing.TypeAliasType, type(B).__name__, type(B).__module__, type(B).__qualname__)
print(A.__value__, A.__name__, A.__module__, A.__type_params__, B.__type_params__, B.__parameters__ if hasattr(B, '__parameters__') else None)
t(lambda: B[int]); t(lambda: B[int].__origin__); t(lambda: B[int].__args__); t(lambda: type(B[int])); t(lambda: A[int]); t(lambda: C[int, str]); t(lambda: D[[int, str]]); t(lambda: D[int, str]); t(lambda: E[int, str]); t(lambda: E[int]); t(lambda: E[int, str, int]); t(lambda: B[int][str])
t(lambda: A | None); t(lambda: B[int] | str); t(lambda: A()); t(lambda: isinstance(1, A)); t(lambda: A.foo); t(lambda: setattr(A, 'x', 1)); t(lambda: setattr(A, '__value__', 1)); t(lambda: B[T] if False else 1)
t(lambda: TypeAliasType('X', int)); t(lambda: TypeAliasType('X', int).__value__); t(lambda: TypeAliasType()); t(lambda: TypeAliasType('X')); t(lambda: TypeAliasType(1, int)); t(lambda: TypeAliasType('X', int, type_params=(1,))); t(lambda: TypeAliasType('X', int, type_params=[1])); T0 = TypeVar('T0'); t(lambda: TypeAliasType('X', list[T0], type_params=(T0,))[int])
t(lambda: hash(A) == hash(A)); t(lambda: A == A); t(lambda: typing.get_origin(B[int])); t(lambda: typing.get_args(B[int]))
P = ParamSpec('P'); T = TypeVar('T'); Ts = TypeVarTuple('Ts')
class K(Generic[P]): pass
class L(Generic[T, P]): pass
class M[**Q]: pass
class N[X, **Q]: pass
class V(Generic[*Ts]): pass
t(lambda: K[[int]]); t(lambda: K[int]); t(lambda: K[int, str]); t(lambda: K[[]]); t(lambda: K[...]); t(lambda: K[P]); t(lambda: K[()]); t(lambda: L[int, [str]]); t(lambda: L[int, str]); t(lambda: L[int, ...]); t(lambda: L[int]); t(lambda: M[[int, str]]); t(lambda: M[int, str]); t(lambda: N[int, [str, int]]); t(lambda: N[int, Concatenate[int, ...]]); t(lambda: K[[int]].__args__); t(lambda: K[[int]].__parameters__); t(lambda: L[T, P].__parameters__); t(lambda: L[T, P][int, [str]]); t(lambda: V[int, str]); t(lambda: V[()]); t(lambda: V[*Ts][int]); t(lambda: K[[T]][int]); t(lambda: L[T, [T, int]][str])
t(lambda: Callable[P, T]); t(lambda: Callable[P, T][[int], str]); t(lambda: Callable[P, T].__parameters__); t(lambda: Callable[P, int][int, str]); t(lambda: Callable[P, int][[int, str]]); t(lambda: Callable[Concatenate[int, P], T]); t(lambda: Callable[Concatenate[int, P], T][[str], bool]); t(lambda: Callable[Concatenate[int, P], int][...]); t(lambda: Callable[..., T][int]); t(lambda: Callable[[T], T][int]); t(lambda: Callable[int, int]); t(lambda: Callable[int])
t(lambda: P.args); t(lambda: P.kwargs); t(lambda: P); t(lambda: P.args.__origin__); t(lambda: ParamSpec('Q', bound=int)); t(lambda: P.__name__); t(lambda: typing.Concatenate[int, str]); t(lambda: typing.Concatenate[()]); t(lambda: Generic[int]); t(lambda: Generic[T, T]); t(lambda: Generic[()]); t(lambda: Generic[P, T])
t(lambda: list[T][int]); t(lambda: dict[T, list[T]][int]); t(lambda: tuple[*Ts][int, str]); t(lambda: tuple[int, *Ts][str]); t(lambda: Union[T, int][str]); t(lambda: Optional[T][int]); t(lambda: Annotated[T, 'x'][int]); t(lambda: ClassVar[T]); t(lambda: list[int][str]); t(lambda: K[int][str]); t(lambda: Union[int, str] | None); t(lambda: Union[int]); t(lambda: Union[()]); t(lambda: Literal[1, 'a', None]); t(lambda: Literal[1, 1, 2]); t(lambda: Optional[int, str]); t(lambda: Final[int]); t(lambda: Annotated[int]); t(lambda: Type[int]); t(lambda: List[int, str]); t(lambda: Dict[int]); t(lambda: Unpack[Ts]); t(lambda: TypeVar('T', int)); t(lambda: TypeVar('T', bound=int, covariant=True)); t(lambda: TypeVar('T', covariant=True)); t(lambda: TypeVar('T', infer_variance=True)); t(lambda: TypeVar('T', covariant=True, contravariant=True)); t(lambda: T.__constraints__); t(lambda: TypeVar('T', int, str).__constraints__); t(lambda: TypeVar('T', default=int).__default__); t(lambda: T.__default__); t(lambda: NoDefault); t(lambda: T.has_default())
def f[T: (int, str) = int, *Ts = *tuple[int], **P = [int]](x: T) -> T: ...
print(f.__type_params__, [p.__default__ for p in f.__type_params__], f.__type_params__[0].__constraints__)
class G[T: int](list[T]): pass
print(G.__type_params__, G.__orig_bases__, G.__parameters__, G[int], G.__mro__)
t(lambda: G[int, str]); t(lambda: G[int]([1]))
t(lambda: typing.get_type_hints(f)); t(lambda: typing.Self); t(lambda: typing.Never); t(lambda: typing.Any()); t(lambda: typing.Required[int]); t(lambda: typing.TypeGuard[int]); t(lambda: NewType('UserId', int)); t(lambda: NewType('UserId', int)(5)); t(lambda: typing.cast(int, 'x')); t(lambda: typing.assert_type(1, int)); t(lambda: typing.assert_never(1)); t(lambda: typing.reveal_type(1) and None)
