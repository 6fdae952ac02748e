# What subscriptions of typing are and what they refuse; what can be asked of them.
import typing, collections.abc
from typing import *
def a(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a(lambda: List['X']); a(lambda: Optional['X']); a(lambda: Union['A', int]); a(lambda: Dict[str, 'A'])
a(lambda: Callable[['A', int], 'B']); a(lambda: ClassVar['A']); a(lambda: Tuple['A', ...]); a(lambda: Type['A'])
a(lambda: List[5]); a(lambda: Optional[5]); a(lambda: Union[5, int]); a(lambda: Dict[int]); a(lambda: List[int][str])
a(lambda: Callable[int]); a(lambda: Callable[[int]]); a(lambda: Callable[int, str]); a(lambda: ClassVar[1]); a(lambda: ClassVar[int, str])
a(lambda: Literal[int]); a(lambda: Literal[()]); a(lambda: Literal[1, 1, 2]); a(lambda: Literal[1] == Literal[1]); a(lambda: Annotated[int]); a(lambda: Annotated[Annotated[int, 1], 2])
a(lambda: Generic[int]); a(lambda: Generic[()]); a(lambda: Protocol[int])
T = TypeVar('T'); U = TypeVar('U'); Ts = TypeVarTuple('Ts'); P = ParamSpec('P')
a(lambda: Generic[T, T]); a(lambda: List[T]); a(lambda: List[T][int]); a(lambda: Dict[T, U][int, str]); a(lambda: Dict[T, List[U]].__parameters__)
a(lambda: Tuple[()]); a(lambda: Tuple); a(lambda: tuple[int, *tuple[str, ...]]); a(lambda: Tuple[Unpack[Ts]]); a(lambda: Tuple[*Ts][int, str])
a(lambda: Callable[P, T]); a(lambda: Callable[P, T][[int, str], bool]); a(lambda: Callable[Concatenate[int, P], T])
a(lambda: Union[int, int]); a(lambda: Union[int]); a(lambda: Union[int, Union[str, None]]); a(lambda: Optional[None]); a(lambda: Union[List[int], List[int]])
a(lambda: int | 'str'); a(lambda: List[int] | None); a(lambda: T | int); a(lambda: Optional[T]); a(lambda: Any | None); a(lambda: Literal['a'] | None)
a(lambda: isinstance(5, Union[int, str])); a(lambda: isinstance(5, List[int])); a(lambda: isinstance([], List)); a(lambda: isinstance(5, Any)); a(lambda: isinstance({}, typing.Mapping)); a(lambda: issubclass(dict, typing.Dict)); a(lambda: isinstance(5, T)); a(lambda: isinstance(5, Optional[int])); a(lambda: isinstance(5, Literal[5])); a(lambda: isinstance(print, Callable)); a(lambda: isinstance(5, list[int]))
a(lambda: List()); a(lambda: List[int]()); a(lambda: Dict()); a(lambda: Union()); a(lambda: Any()); a(lambda: Optional()); a(lambda: T()); a(lambda: Callable()); a(lambda: Type()); a(lambda: Protocol()); a(lambda: Generic())
a(lambda: hash(List[int]) == hash(List[int])); a(lambda: List[int] == List[int]); a(lambda: List[int] == list[int]); a(lambda: Union[int, str] == Union[str, int]); a(lambda: {List[int]: 1}[List[int]])
a(lambda: get_origin(List[int])); a(lambda: get_args(Callable[[int], str])); a(lambda: get_origin(Callable)); a(lambda: get_args(Union[int, None])); a(lambda: get_origin(Annotated[int, 1])); a(lambda: get_args(Annotated[int, 1])); a(lambda: get_origin(Generic[T])); a(lambda: get_origin(P.args)); a(lambda: get_args(Literal[1, 2])); a(lambda: get_origin(ClassVar[int])); a(lambda: get_args(Tuple[int, ...])); a(lambda: get_origin(list[int])); a(lambda: get_args(Callable[..., int])); a(lambda: get_origin(int | str))
class A:
    x: 'int' = 5
    y: Optional['A'] = None
    z: ClassVar[List['A']] = []
    def m(self, a: 'A', b: "List['A']" = None) -> 'Optional[A]': ...
a(lambda: get_type_hints(A)); a(lambda: get_type_hints(A.m)); a(lambda: A.__annotations__); a(lambda: get_type_hints(A, include_extras=True))
class B(A): w: Annotated[int, 'meta']
a(lambda: get_type_hints(B)); a(lambda: get_type_hints(B, include_extras=True)); a(lambda: B.__annotations__); a(lambda: get_type_hints(5)); a(lambda: get_type_hints(typing)); a(lambda: get_type_hints(print))
def bad(x: 'NoSuch'): ...
a(lambda: get_type_hints(bad)); a(lambda: get_type_hints(bad, {'NoSuch': int}))
class G(Generic[T]):
    def __init__(self, v: T): self.v = v
class H(G[int]): pass
class I(G[T], Generic[T, U]): pass
a(lambda: G[int](5).v); a(lambda: H.__orig_bases__); a(lambda: H.__mro__); a(lambda: I[int, str]); a(lambda: I.__parameters__); a(lambda: G.__parameters__); a(lambda: H[int]); a(lambda: G[int].v); a(lambda: G[int] is G[int]); a(lambda: G['X']); 
import types
a(lambda: types.get_original_bases(H)); a(lambda: G[int].__class__); a(lambda: type(List[int])); a(lambda: type(List)); a(lambda: type(Union[int, str])); a(lambda: type(Optional)); a(lambda: type(Any)); a(lambda: type(T)); a(lambda: type(ClassVar)); a(lambda: type(Literal[1])); a(lambda: type(Annotated[int,1])); a(lambda: type(Callable[[int], int])); a(lambda: repr(typing.Iterator)); a(lambda: typing.Generator[int]); a(lambda: typing.AsyncGenerator[int]); a(lambda: typing.Awaitable[int]); a(lambda: typing.Coroutine[Any, Any, int]); a(lambda: typing.ContextManager[int]); a(lambda: typing.AsyncContextManager[int]);a(lambda: typing.Pattern[str]); a(lambda: typing.IO[str]); a(lambda: typing.Text); a(lambda: typing.Hashable); a(lambda: typing.Sized)
@runtime_checkable
class Closer(Protocol):
    name: str
    def close(self) -> None: ...
class C1:
    name = 'x'
    def close(self): ...
class C2(Closer): pass
a(lambda: isinstance(C1(), Closer)); a(lambda: issubclass(C1, Closer)); a(lambda: C2()); a(lambda: sorted(Closer.__protocol_attrs__)); a(lambda: isinstance(5, SupportsInt)); a(lambda: isinstance('', SupportsIndex)); a(lambda: issubclass(int, SupportsFloat)); a(lambda: sorted(get_protocol_members(Closer)))
a(lambda: runtime_checkable(int)); a(lambda: NewType('N', int)(5)); a(lambda: NewType('N', int) | None); a(lambda: final(5)); a(lambda: assert_type(5, str)); a(lambda: TypedDict('TD', {'a': int})(a=1)); a(lambda: NamedTuple('NN', [('a', int)])(1)); a(lambda: NamedTuple('NN', a=int)); a(lambda: TypedDict('X', a=int)); a(lambda: isinstance({}, TypedDict('TD', {'a': int})));a(lambda: TypeVar('A B')); a(lambda: TypeVar('T', covariant=True, contravariant=True)); a(lambda: TypeVar('T', int, str, bound=int)); a(lambda: TypeVar('T', bound=5)); a(lambda: [TypeVar('T', covariant=True), TypeVar('T', contravariant=True)]); a(lambda: TypeVar('T', default=int).__default__); a(lambda: T.__default__); a(lambda: Unpack[int]); a(lambda: Self[int]); a(lambda: Concatenate[int]); a(lambda: Required[int]); a(lambda: TypeAliasType('X', int)); a(lambda: TypeAliasType('X', int).__value__)
