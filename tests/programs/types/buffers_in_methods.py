# What methods of bytes, bytearrays and arrays do with objects whose class has __buffer__.
import array


class Shown:
    def __init__(self, data):
        self.data = data

    def __buffer__(self, flags):
        return memoryview(self.data)


class Bad:
    def __buffer__(self, flags):
        raise ValueError('no')


class Int:
    def __buffer__(self, flags):
        return 5


class Clears:
    def __buffer__(self, flags):
        target.clear()
        return memoryview(b'abc')


def show(call, *args):
    try:
        print(call(*args))
    except Exception as error:
        print(type(error).__name__, error)


def put(what):
    into = bytearray(b'abc')
    into[0:1] = what
    return into


def grow(what):
    into = bytearray(b'abc')
    into += what
    return into


def extended(into, how, what):
    getattr(into, how)(what)
    return into


text = b'one two one'
for name in 'find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith', 'split', 'strip', 'removeprefix':
    for what in Shown(b'one'), Shown(b'two'), Shown(b'xx'), Bad(), Int():
        print(name, end=' ')
        show(getattr(text, name), what)
for what in Shown(b'one'), Shown(b''), Bad(), Int():
    show(text.startswith, (b'-', what))
    show(lambda: what in text)
    show(lambda: what in bytearray(text))
    show(lambda: text + what)
    show(lambda: bytearray(text) + what)
    show(lambda: text == what)
    show(put, what)
    show(grow, what)
    show(extended, bytearray(b'-'), 'extend', what)
    show(extended, array.array('B'), 'frombytes', what)
    show(b'-'.join, [what, b'b', bytearray(b'c')])
    show(str, what, 'ascii')
    show(bytes, what)
    show(text.center, 13, what)
same = array.array('B', b'ab')
show(same.frombytes, same)
for name in 'startswith', 'find', 'count':
    target = bytearray(b'abcabc')
    getattr(target, name)(Clears())  # what it gives depends on freed memory in CPython
    print(name, target)
