from typing import Any, Callable, Generic, List, Optional, TypeVar, Union

T = TypeVar("T")
count: int = 0
later: "Undefined"


def f(a: int, b: "NotThere" = 2, *c: List[int], d: Optional[str] = None) -> dict[str, int]:
    x: int
    y: List[Unknown] = []
    return {"a": a}


class Box(Generic[T]):
    item: T
    size: int = 3

    def get(self) -> Union[T, None]:
        return self.item


b = Box()
b.item = 5
print(f(1), b.get(), Box.size, count)


def g(x: int) -> str: ...


print(g.__annotations__)
print(list[int], dict[str, list[int]], int | None, Optional[int], Callable[[int], str])
