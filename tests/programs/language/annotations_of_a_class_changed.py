"""A class's annotations can be deleted and set; what makes them is its __annotate__; lambdas in them are named from outside."""


def told(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class Point:
    x: int
    y: (lambda: 0)

    def move(self, by: (lambda: 0) = 1):
        pass


print(Point.__annotate__.__qualname__, Point.move.__annotate__.__qualname__, Point.__annotate__(1)["x"])
print(Point.__annotations__["y"].__qualname__, Point.move.__annotations__["by"].__qualname__)
del Point.__annotations__
print(Point.__annotations__, Point.__annotate__)
told(lambda: delattr(type("Empty", (), {}), "__annotations__"))
Point.__annotations__ = {"z": 1}
print(Point.__annotations__)
Point.__annotate__ = lambda format: {"w": format}
print(Point.__annotations__)
told(lambda: setattr(Point, "__annotate__", 3))
told(lambda: int.__annotate__)
told(lambda: setattr(Point, "__bases__", 3))
told(lambda: setattr(Point, "__bases__", ()))
type Pair[T] = tuple[T, T]
print(Pair[int].__value__, Pair[int].__name__, Pair.evaluate_value(1))
told(lambda: Pair())
told(lambda: Pair.nothing)
