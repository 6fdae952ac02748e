# Classes whose instances only the interpreter makes, and orders of bases that no instance fits.
import sys


def generator():
    yield


for made in (generator(), len, sys.flags, sys.version_info, {}.keys()):
    for call in (type(made), type(made).__new__):
        try:
            print(call(type(made)))
        except TypeError as e:
            print(e)
print(type(sys.int_info)((1, 2, 3, 4)))


def order(given):
    class Meta(type):
        def mro(cls):
            return given(cls)

    try:

        class Made(metaclass=Meta):
            def f(self):
                return 'made'

        print(Made.__mro__ == tuple(given(Made)), Made().f())
    except TypeError as e:
        print(e)


order(lambda cls: [cls, dict, object])
order(lambda cls: [cls, 1])
order(lambda cls: 1)
order(lambda cls: [object, cls])
