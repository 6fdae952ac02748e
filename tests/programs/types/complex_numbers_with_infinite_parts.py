# Sums, products and quotients of complex numbers with infinite parts, zeros with signs and parts that are no numbers.
VALUES = [float('-inf'), -2.0, -0.0, 3.5, float('nan')]
NUMBERS = [complex(a, b) for a in VALUES for b in VALUES]


def shown(operate, *pair):
    try:
        result = operate(*pair)
        return f'{result.real!r},{result.imag!r}'
    except ZeroDivisionError as error:
        return str(error)


for name, operate in ('+', lambda a, b: a + b), ('-', lambda a, b: a - b), ('*', lambda a, b: a * b), ('/', lambda a, b: a / b):
    for x in NUMBERS:
        print(name, x, '|'.join(shown(operate, x, y) for y in NUMBERS + VALUES))
        print(name, x, '|'.join(shown(operate, y, x) for y in VALUES))
print(complex(1e200, 1e200) * 1e200, complex(1e300, -1e300) * complex(1e300, 1e300), 2 / complex(1, 0), 1 / complex(float('inf'), 1))
