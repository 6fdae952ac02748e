# bytes compare with bytes alone: what else has a buffer is asked in its turn.
from array import array


class Own(bytes):
    pass


data = b"  pad "
others = (bytearray(data), memoryview(data), array("B", data), Own(data), data, "  pad ", None)
for one in (data, bytearray(data), Own(data)):
    for other in others:
        answers = [getattr(one, name)(other) for name in ("__eq__", "__ne__", "__lt__", "__ge__")]
        print(type(one).__name__, type(other).__name__, *answers, one == other, other == one)
        try:
            print(one < other, other >= one)
        except TypeError as error:
            print(error)
print({data: 1}.get(Own(data)), bytearray(data) in [data], data in {data})
