# Complex numbers near the largest float, fractions shown with separators and beside complex numbers, struct's iterator.
import array
import cmath
import struct
from collections.abc import MutableSequence
from fractions import Fraction as F


def t(text):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


for text in [
    "cmath.isclose(1,1+1e-12)",
    "cmath.isclose(1,2,rel_tol=1,abs_tol=0)",
    "cmath.isclose(a=1,b=2)",
    "cmath.isclose(1,2,rel_tol=-1)",
    "cmath.isclose(1,2,1)",
    "cmath.isclose(complex('inf'),complex('inf'))",
    "cmath.acos(complex(1.620686051868302e+308, 1.0308426226285283e+308))",
    "cmath.acosh(1e308+1e308j)",
    "cmath.asinh(1e308j+1e308)",
    "cmath.log(1e308+1e308j)",
    "cmath.sqrt(1e308+1e308j)",
    "cmath.log10(1e308+1e308j)",
    "cmath.phase(-1e308-0j)",
    "cmath.polar(1e308+1e308j)",
    "cmath.rect(1e308, 1)",
    "cmath.exp(710)",
    "cmath.exp(709.8+1j)",
    "format(F(1,2),'006f')",
    "format(F(1,2),'.010f')",
    "format(F(6172839, 5000), '0=12,.2f')",
    "format(F(6172839, 5000), '012,.2f')",
    "format(F(1,2),'.02f')",
    "format(F(1,2),'_')",
    "format(F(1,2),'>10')",
    "format(F(1),'#')",
    "format(F(-1,3),'+020')",
    "format(F(1,2),'z.0f')",
    "format(F(1,3), '.3')",
    "format(F(1,3),'.3_f')",
    "format(F(10**9,3), ',.3_f')",
    "F(1,2) % (1+2j)",
    "(1+2j) % F(1,2)",
    "F(1,2) // (1+2j)",
    "divmod(F(1,2),1j)",
    "F(1,2) < 1j",
    "F(1,2)**1j",
    "F(1,2) == 0.5+0j",
    "struct.pack('\\0', 1)",
    "struct.calcsize('1\\0b')",
    "struct.pack('b\\0', 1)",
    "struct.iter_unpack('b', b'abc').__length_hint__()",
    "memoryview(b'ab').cast('e').tolist()",
]:
    t(text)
z = 1e308 + 1e308j
print([f'{x:.12g}' for x in (cmath.asin(z), cmath.acos(-z), cmath.acosh(z), cmath.asinh(-z), cmath.atanh(z), cmath.exp(709.8 + 1j))])
