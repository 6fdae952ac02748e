# NotImplemented from a unary operation is what the operation gives; zero to a power of minus infinity; bytes that are not stripped.
class Odd:
    def __neg__(self):
        return NotImplemented

    __pos__ = __invert__ = __abs__ = __neg__


print(-Odd(), +Odd(), ~Odd(), abs(Odd()))
for text in ('-object()', '~1.5', 'abs("x")', '+[]'):
    try:
        print(eval(text))
    except TypeError as error:
        print(error)
infinity = float('inf')
print(0.0 ** -infinity, (-0.0) ** -infinity, pow(0.0, -infinity), 0 ** -infinity)
for exponent in (-1, -2.5):
    try:
        0.0 ** exponent
    except ZeroDivisionError as error:
        print(error)
word = b'abc'
print(word.strip() is word, word.lstrip(b'x') is word, bytearray(word).strip() is word, word.strip(b'c'))
