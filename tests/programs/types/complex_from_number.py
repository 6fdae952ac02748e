class Phase(complex):
    pass


class Complex:
    def __complex__(self):
        return 3j


class Real:
    def __float__(self):
        return 2.5


class Index:
    def __index__(self):
        return 7


for number in (2, 1.5, True, 1 - 1j, Phase(1, 2), Complex(), Real(), Index()):
    print(complex.from_number(number), Phase.from_number(number), type(complex.from_number(number)).__name__, type(Phase.from_number(number)).__name__)
for wrong in ('1', None, [], b'1', object()):
    try:
        complex.from_number(wrong)
    except TypeError as error:
        print(error)
