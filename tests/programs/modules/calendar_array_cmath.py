import array
import calendar
import cmath
import datetime


def attempt(f, *args):
    try:
        print(ascii(f(*args)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# calendar
print(sorted(calendar.__all__))
print(calendar.month(2024, 2), calendar.month(2023, 10, 3, 2), sep='')
print(calendar.calendar(2024), calendar.calendar(2025, m=4, c=2), sep='')
print(calendar.monthrange(2024, 2), calendar.monthcalendar(2024, 2), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.weekday(2024, 2, 29), calendar.weekheader(3), calendar.timegm((2024, 2, 29, 1, 2, 3)))
print(list(calendar.day_name), list(calendar.day_abbr), list(calendar.month_name), calendar.month_abbr[1:3], calendar.day_name[-1], len(calendar.month_name))
c = calendar.Calendar(6)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 9))[:8], list(c.itermonthdays2(2024, 9))[:3], list(c.itermonthdays3(2024, 1))[:2], list(c.itermonthdays4(2024, 12))[-2:], list(c.itermonthdates(2024, 2))[0], c.monthdatescalendar(2024, 2)[0][0], len(c.yeardayscalendar(2024)), c.getfirstweekday())
print(calendar.TextCalendar(6).formatmonth(2024, 6), calendar.HTMLCalendar().formatmonth(2024, 2), sep='')
print(calendar.MONDAY, repr(calendar.SUNDAY), calendar.Day(3), repr(calendar.Month.MAY), calendar.JANUARY + 1, calendar.Day.FRIDAY.name)
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.month(2024, 2), end='')
attempt(calendar.monthrange, 2024, 13)
attempt(calendar.setfirstweekday, 9)
attempt(calendar.month, 2024, 0)

# array
for args in [('i',), ('i', [1, -2, 3]), ('d', [1, 2.5]), ('f', [0.1]), ('B', b'ab'), ('b', [-128, 127]), ('u', 'aé'), ('w', 'a😀'), ('q', range(3)), ('i', array.array('b', [1])), ('x',), (5,), ('ii',), ('i', 'ab'), ('i', [1.5]), ('i', ['x']), ('b', [200]), ('B', [-1]), ('h', [40000]), ('H', [70000]), ('d', ['x']), ('u', [1]), ('i', 5)]:
    attempt(lambda: array.array(*args))
a = array.array('i', [3, 1, 2])
a.append(4)
a.extend([5, 6])
a.insert(0, 9)
print(a, a.pop(), a.pop(0), a.index(1), a.count(2), a[0], a[-1], a[1:3], len(a), 2 in a, a.tolist(), list(reversed(a)), a.itemsize, a.typecode, a + a[:1], a[:2] * 2, a == array.array('i', [3, 1, 2, 4, 5]), a < array.array('i', [9]), a.tobytes().hex())
a[0] = 7
a[1:2] = array.array('i', [8, 8])
del a[-1]
a.remove(2)
a.reverse()
a += array.array('i', [1])
print(a, sum(a), max(a), sorted(a), [x * 2 for x in a], bytes(array.array('B', [65, 66])), array.array('h', b'\1\0\2\0'))
a.byteswap()
print(a[0], array.typecodes, array.array is array.ArrayType)
for f in [lambda: a[99], lambda: a['x'], lambda: a.pop(99), lambda: array.array('i').pop(), lambda: a.remove(12345), lambda: a.index(12345), lambda: a + [1], lambda: a.append('x'), lambda: hash(a), lambda: a.nope, lambda: array.array('i', [1]) == [1], lambda: a.frombytes(b'abc'), lambda: a.__setitem__(99, 1)]:
    attempt(f)


# cmath
def show(z):
    return f'({z.real:.12g}, {z.imag:.12g})' if isinstance(z, complex) else f'{z:.12g}'


for name in ['sqrt', 'exp', 'log', 'log10', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'asin', 'acos', 'atan', 'asinh', 'acosh', 'atanh', 'phase', 'polar']:
    row = []
    for z in (1, 0.5, -2, 1j, -1j, 1 + 2j, -3.5 - 0.25j, 1e-3 + 1e3j if name not in ('exp', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh') else 2 - 1j):
        try:
            made = getattr(cmath, name)(z)
            row.append(' '.join(map(show, made)) if isinstance(made, tuple) else show(made))
        except Exception as e:
            row.append(f'{type(e).__name__} {e}')
    print(name, row)
print(show(cmath.rect(2, 1)), show(cmath.log(8, 2)), cmath.isclose(1 + 1e-12j, 1), cmath.isnan(complex('nan')), cmath.isinf(complex('infj')), cmath.isfinite(1j), cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj, show(cmath.sqrt(-1)), cmath.sqrt(-4), cmath.phase(-1), show(cmath.exp(1j * cmath.pi)))
attempt(cmath.sqrt, 'x')
attempt(cmath.log, 0)
