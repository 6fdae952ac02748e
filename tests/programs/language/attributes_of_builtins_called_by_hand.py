# What builtin functions, properties, views and deques say where a program calls by hand what is usually called for it.
import collections
import math


def tell(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


print(len.__self__, math.sin.__self__, [].append.__self__, dict.fromkeys.__self__, str.maketrans.__self__)
of_len = property(len)
tell(lambda: of_len.__set__(1, 2))
tell(lambda: of_len.__delete__(1))
tell(lambda: property().__set__(1, 2))
tell(lambda: property(fset=1).__get__(1))


class Named:
    by_len = property(len)
    mine = property(lambda self: 1)


tell(lambda: setattr(Named(), 'by_len', 1))
tell(lambda: delattr(Named(), 'mine'))
view = memoryview(b'x')
tell(view.__exit__)
tell(lambda: view[0])
tell(lambda: memoryview(b'').__exit__(1, 2, 3, 4))
few = collections.deque([1], 3)
for wrong in 'x', -1:
    tell(lambda: few.__init__('ab', wrong))
    print(few)
few.__init__('abc')
print(few)
