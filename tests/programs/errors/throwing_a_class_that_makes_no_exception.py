# generator.throw() calls the class it is given; a class whose __new__ makes something else is a TypeError that arrives there.
class Impostor(BaseException):
    def __new__(cls, *args):
        return 1


def numbers():
    try:
        yield 1
    except TypeError as error:
        print('inside:', error)
        yield 2


for fresh in (True, False):
    generator = numbers()
    if not fresh:
        next(generator)
    try:
        print(generator.throw(Impostor))
    except TypeError as error:
        print('outside:', error)
try:
    raise Impostor
except TypeError as error:
    print('raised:', error)
print([error.__name__ for error in BaseException.__subclasses__()][:5], [error.__name__ for error in Exception.__subclasses__()][:19])
