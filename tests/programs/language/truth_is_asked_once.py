class Thing:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth

    def __bool__(self):
        print('?', self.name, end=' ')
        return self.truth

    def __repr__(self):
        return self.name


for mask in range(16):
    a, b, c, d = (Thing(name, bool(mask >> i & 1)) for i, name in enumerate('abcd'))
    print(a and b or c)
    print((a or b) and c)
    print(a and b or c and d)
    print((a or b) and (c or d))
    print(a or b and c or d)
    print((a and (b or c)) or d)
    print(not (a and b) or c)
    print([x := a and b or c, x])
    print((a and b or c) and d, ((a or b) and c) or d)
    if (a and b or c) and not d:
        print('yes')
    print('one' if a and b or c else 'other')


def bound(flag):
    (flag and (y := 1)) or (z := 2)
    try:
        return y, z
    except NameError as error:
        return str(error)


print(bound(0), bound(1))
