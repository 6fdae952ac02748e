import sys


def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__:
        return None
    if event == 'exception':
        arg = (arg[0].__name__, str(arg[1]), arg[2] is not None)
    print(frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, repr(arg))
    return tracer


def run(f, *args):
    print('---', f.__name__, *args)
    sys.settrace(tracer)
    try:
        try:
            f(*args)
        finally:
            sys.settrace(None)
    except Exception as e:
        print('got', repr(e))


__file__ = run.__code__.co_filename


def basic():
    x = 1
    del x
    return 3


def loops(n=3):
    total = 0
    for i in range(n):
        if i == 1:
            continue
        total += i
    else:
        total += 5
    while total > 5:
        total -= 1
        if total == 6:
            break
    for x in (): pass
    for y in [1, 2]: total += y
    while total < 10: total += 1
    while True:
        total += 1
        if total > 12:
            break


def multi(a,
          b=2):
    x = max(a,
            b,
            3)
    y = [
        1,
        x,
        a,
    ]
    z = {
        'a': x,
        'b': y[0],
    }
    return (max(x, 1) +
            len(y) -
            len(z))


def tries(n):
    try:
        if n == 1:
            raise ValueError('one')
        elif n == 2:
            return 'two'
        x = 1 // (n - 3)
    except ValueError as e:
        print('caught')
    except ZeroDivisionError:
        raise KeyError(n)
    else:
        print('else')
    finally:
        print('finally')
    return 'end'


def passes(n):
    if n:
        pass
    else:
        pass
    if n:
        x = 1
    else:
        pass
    try:
        n += 0
    except ValueError:
        pass
    while n:
        n -= 1
        continue
    for i in range(2):
        pass
    n = 2


def comp():
    a = [x for x in range(3)]
    b = {x: y for x in range(2) for y in range(2) if x != y}
    g = (x for x in range(2))
    return list(g)


def cls():
    class A:
        """doc"""
        x = 1
        def f(self):
            return self.x
        @property
        def g(self):
            return 1
    a = A()
    a.f()
    a.g


def matching(x):
    match x:
        case 1:
            y = 1
        case [a, b] if a > b:
            y = 2
        case {'k': v}:
            y = 3
        case _:
            y = 4
    return y


def nested():
    def f(a, b=len('x')):
        return a
    lam = lambda q: q + 1
    return f(lam(1))


def ifs(a):
    if a == 1:
        print(1)
    elif a == 2:
        print(2)


def conds(a, b):
    x = a if b else 5
    assert x == x, 'no'
    return x if y_of(a) else a


def y_of(a):
    return a and str(a)


def glob():
    global Q
    Q = 1
    import sys as s
    from os import path
    lst = [0, 1]
    lst[0] = 2
    lst[1] += 5
    a, b = lst
    del lst[0]
    s: int = 5
    t: int
    print(f'{a} '
          f'{b}')


def rec(n):
    return 1 if n == 0 else n * rec(n - 1)


def raises():
    deep()


def deep():
    raise OSError('x')


run(basic)
run(loops)
run(multi, 1)
for n in 0, 1, 2, 3:
    run(tries, n)
run(passes, 0)
run(passes, 2)
run(comp)
run(cls)
for x in 1, [2, 1], {'k': 1}, 9:
    run(matching, x)
run(nested)
for n in 1, 2, 3:
    run(ifs, n)
run(conds, 1, 2)
run(conds, 0, 0)
run(glob)
run(rec, 2)
run(raises)
