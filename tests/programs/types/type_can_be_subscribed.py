def make(kind: type[int], *others: type['Later']) -> type[str | bytes]:
    return kind


print(type[int], type['X'], make.__annotations__['kind'], type[int].__origin__, type[int].__args__, type[int] == type[int])
for other in (int, bool, object):
    try:
        other[int]
    except TypeError as error:
        print(error)


class Meta(type):
    pass


try:
    Meta[int]
except TypeError as error:
    print(error)
