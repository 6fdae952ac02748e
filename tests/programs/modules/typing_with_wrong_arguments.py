import typing
from typing import *
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for f in (lambda: List[int, str], lambda: Dict[int], lambda: Optional[int, str], lambda: Optional[()], lambda: Union[()], lambda: Literal[()], lambda: Tuple[()], lambda: cast(int), lambda: cast(), lambda: NewType(), lambda: NewType('X'), lambda: NewType('X', int)(), lambda: NewType('X', int)(1, 2), lambda: TypeVar('T', int), lambda: TypeVar('T', nope=1), lambda: TypeVar(5), lambda: TypeVar('T', int, str, bound=int), lambda: TypeVar('T', covariant=True, contravariant=True), lambda: ParamSpec(), lambda: TypeVarTuple(), lambda: NamedTuple(), lambda: NamedTuple('X'), lambda: NamedTuple('X', 5), lambda: NamedTuple('X', [('a', int)])(), lambda: TypedDict(), lambda: TypedDict('X'), lambda: TypedDict('X', {'a': int})(), lambda: get_type_hints(), lambda: get_type_hints(5), lambda: get_args(), lambda: get_origin(), lambda: assert_type(1), lambda: assert_never(), lambda: assert_never(5), lambda: reveal_type(), lambda: overload(), lambda: final(), lambda: runtime_checkable(int), lambda: runtime_checkable(), lambda: no_type_check(), lambda: Generic[int], lambda: Generic[T], lambda: Protocol[int], lambda: Any(), lambda: isinstance(1, Any), lambda: isinstance(1, List[int]), lambda: isinstance(1, Optional[int]), lambda: isinstance(1, Literal[1]), lambda: issubclass(int, Union[int, str]), lambda: ClassVar[int, str], lambda: Final[int, str], lambda: Annotated[int], lambda: Annotated[()], lambda: Annotated, lambda: Concatenate[int], lambda: Type[int, str], lambda: Callable[[int]], lambda: Callable[int], lambda: Callable[5, int], lambda: Self[int], lambda: NoReturn[int], lambda: LiteralString[int], lambda: TypeGuard[int, str], lambda: Unpack[int], lambda: Required[int, str], lambda: NotRequired[5], lambda: Union[int, 5], lambda: Optional[5], lambda: List[5], lambda: List['x'], lambda: Union['x', int], lambda: Any | int, lambda: 'x' | List[int], lambda: List | 'x', lambda: TypeAliasType(), lambda: TypeAliasType('A'), lambda: TypeAliasType('A', int), lambda: is_typeddict(), lambda: is_protocol(), lambda: get_overloads(), lambda: dataclass_transform(5), lambda: override(), lambda: evaluate_forward_ref(), lambda: List(), lambda: List[int](), lambda: Optional(), lambda: Union(), lambda: Tuple[int, ...][5], lambda: typing.nope, lambda: SupportsInt(), lambda: Text(5), lambda: AnyStr, lambda: ForwardRef(), lambda: typing.get_protocol_members(int)):
    t(f)
class P(Protocol):
    def m(self): ...
t(lambda: P()); t(lambda: isinstance(1, P))
class G(Generic[AnyStr]): pass
t(lambda: G[int, str]); t(lambda: G[int]);
T = TypeVar('T')
def mk():
    class Bad(Generic[T], Generic[AnyStr]): pass
t(mk)
def mk2():
    class Bad(Generic): pass
t(mk2)
def mk3():
    class Bad(List[T], Generic[AnyStr]): pass
t(mk3)
def mk4():
    class N(NamedTuple):
        a: int = 1
        b: str
t(mk4)
def mk5():
    class N(NamedTuple, list): pass
t(mk5)
def mk6():
    class TD(TypedDict):
        a: int
        def m(self): pass
t(mk6)
