# A copy of an iterator goes on from where the iterator is, which stays there.
import copy
import pickle

for over in ([1, 2, 3], (1, 2, 3), 'abc', '\u1234bc', range(5), range(10, 0, -3), range(2**70, 2**70 + 3), b'abc', bytearray(b'abc')):
    it = iter(over)
    print(next(it), it.__reduce__())
    twin, thawed = copy.copy(it), pickle.loads(pickle.dumps(it))
    print(type(twin) is type(it), list(twin), list(thawed), list(it), list(twin))
    if type(it) is not type(iter(range(2**70))) and not isinstance(over, range):
        print(it.__reduce__(), copy.copy(it).__reduce__())

it = iter([1, 2, 3])
it.__setstate__(2)
print(list(it))
it = iter('abc')
it.__setstate__(-5)
print(list(it))
it = iter((1, 2))
it.__setstate__(9)
print(list(it))
it = iter([1, 2, 3])
next(it)
twin = copy.deepcopy(it)
print(next(twin), next(it), next(twin), list(it))
