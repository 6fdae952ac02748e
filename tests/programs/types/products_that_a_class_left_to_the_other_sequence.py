"""A class that writes its own product and does not know what to do is no sequence that could be repeated: the other operand is."""
import array
import collections


def told(left, right):
    try:
        print(type(left).__name__, '*', type(right).__name__, '=', left * right)
    except TypeError as error:
        print(type(left).__name__, '*', type(right).__name__, 'TypeError:', error)


def refusing(base, *names, index=None):
    members = {name: lambda self, other: NotImplemented for name in names}
    if index is not None:
        members['__index__'] = lambda self: index
    return type('Own' + base.__name__.title(), (base,), members)


sequences = [b'ab', bytearray(b'ab'), 'ab', (1, 2), [1, 2], array.array('b', [1, 2]), collections.deque([1, 2])]
for value in sequences:
    base = type(value)
    make = (lambda kind: kind('b', [1, 2])) if base is array.array else (lambda kind, value=value: kind(value))
    for names in (['__mul__'], ['__rmul__'], ['__mul__', '__rmul__']):
        own = make(refusing(base, *names))
        print(*names)
        told(own, value)
        told(value, own)
        told(own, own)
        told(own, 2)
        told(2, own)
    own = make(refusing(base, '__mul__', index=2))
    told(own, value)
    told(value, own)
    told(own, own)
    told(own, make(refusing(base, index=3)))
    told(make(refusing(base, index=3)), own)
    told(own, 'xy')
    told('xy', own)
