from inspect import Parameter, Signature, signature

A, B, C, D, E = (Parameter(name, kind) for name, kind in zip('abcde', (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD,
                                                             Parameter.VAR_POSITIONAL, Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD)))
print(Signature([A, B, C, D, E]), Signature([B, D.replace(default=1)], return_annotation=int))
wrong = (
    lambda: Parameter('1x', 1), lambda: Parameter('class', 1), lambda: Parameter('class', 0),
    lambda: Parameter(3, 1), lambda: Parameter('x', 9), lambda: Parameter('x', Parameter.VAR_POSITIONAL, default=1),
    lambda: Parameter('.0', 1), lambda: C.replace(default=3), lambda: A.replace(name='a b'), lambda: Signature([B, A]), lambda: Signature([E, D]),
    lambda: Signature([C, C.replace(name='f')]), lambda: Signature([B, B]), lambda: Signature([B.replace(default=1), A]),
    lambda: Signature([B.replace(default=1), B.replace(name='z')]), lambda: Signature([D.replace(default=1), D.replace(name='z')]),
    lambda: signature(lambda x, y=1: 0).replace(parameters=[C, B]),
)
for make in wrong:
    try:
        print(make())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def make_signature(*names):
    return Signature([Parameter(name, Parameter.POSITIONAL_OR_KEYWORD) for name in names])


class Structure:
    __signature__ = make_signature()

    def __init__(self, *args, **kwargs):
        bound = self.__signature__.bind(*args, **kwargs)
        for name, value in bound.arguments.items():
            setattr(self, name, value)


class Point(Structure):
    __signature__ = make_signature('x', 'y')


print(vars(Point(1, y=2)), signature(Point))
for args, kwargs in (((1,), {}), ((1, 2, 3), {}), ((1, 2), {'x': 3}), ((1,), {'z': 2})):
    try:
        Point(*args, **kwargs)
    except TypeError as error:
        print(error)
