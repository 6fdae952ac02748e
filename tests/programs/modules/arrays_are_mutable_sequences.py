# collections.abc knows arrays once there are any, and imports nothing for it.
import collections.abc
import sys

print('array' in sys.modules)

import array


class Own(array.array):
    pass


for kind in array.array, Own, list, int:
    print(kind.__name__, [issubclass(kind, each) for each in (collections.abc.MutableSequence, collections.abc.Sequence, collections.abc.Set)])
print(isinstance(array.array('b'), collections.abc.MutableSequence), isinstance(Own('b'), collections.abc.Reversible))
