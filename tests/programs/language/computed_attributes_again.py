# One place in the code that reads an attribute which a class in C computes, for objects of several classes, and after the
# class's own attribute changed.
class Own(ValueError):
    args = property(lambda self: "own")


class Plain(ValueError):
    pass


def show(error):
    return error.args


for error in (ValueError(1), ValueError(2), Own(3), Own(4), KeyError(5), Plain(6), Plain(7)):
    print(show(error))
Plain.args = "replaced"
print(show(Plain(8)), show(ValueError(9)))
del Plain.args
print(show(Plain(10)))


def names(thing):
    try:
        return thing.__name__
    except AttributeError as error:
        return error


for thing in (show, names, 3, Own, show, len):
    print(names(thing))


class Init(ValueError):
    def __init__(self, *args):
        print("init", args)


print(show(Init(1, 2)))
