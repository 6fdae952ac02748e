import weakref


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return 'add', self.value, getattr(other, 'value', other)

    def __rsub__(self, other):
        return 'rsub', other

    def __iadd__(self, other):
        self.value += other
        return self

    def __matmul__(self, other):
        return 'matmul'

    def __divmod__(self, other):
        return 'divmod', other

    def __pow__(self, exponent, modulus=None):
        return 'pow', exponent, modulus

    def __rpow__(self, base):
        return 'rpow', base

    def __lt__(self, other):
        return self.value < getattr(other, 'value', other)

    def __eq__(self, other):
        return self.value == getattr(other, 'value', other)

    def __hash__(self):
        return 1

    def __neg__(self):
        return 'neg'

    def __abs__(self):
        return 'abs'

    def __invert__(self):
        return 'invert'

    def __index__(self):
        return self.value

    def __int__(self):
        return 70

    def __float__(self):
        return 1.5

    def __next__(self):
        return 'next'

    def __iter__(self):
        return iter('iter')

    def __len__(self):
        return 0

    def __delitem__(self, key):
        print('del', key)


one, two = Number(1), Number(2)
p, q = weakref.proxy(one), weakref.proxy(two)
print(p + 1, p + q, 5 - p, p @ 3, divmod(p, 2), pow(p, 2, 3), p ** q == ('pow', two, None), 2 ** p)
print(p < q, q < p, p > q, p == 1, p != q, -p, abs(p), ~p, hex(p), int(p), float(p), next(p), list(p), bool(p), [10, 20, 30][q])
del p[5]
p += 10
print(type(p).__name__, one.value)
p = weakref.proxy(one)
for wrong in ('p - 1', '1 + p', 'p >= 1', '+p', 'p % 2', 'hash(p)', 'p & 1', '[] < p', 'p()'):
    try:
        print(wrong, eval(wrong))
    except TypeError as error:
        print(wrong, error)
del one
for wrong in ('p + 1', 'p == 1', 'int(p)', 'bool(p)', 'p[0]', '1 - p'):
    try:
        eval(wrong)
    except ReferenceError as error:
        print(wrong, error)
