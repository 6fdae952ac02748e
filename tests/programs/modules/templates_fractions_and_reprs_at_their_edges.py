"""Template patterns without a known group, format specifications of fractions that contradict themselves, empty bytearrays."""
import inspect
import pprint
import string
from fractions import Fraction


class Odd(string.Template):
    pattern = r'(?P<named>x)|(?P<escaped>y)|(?P<braced>z)|(?P<invalid>v)|(?P<other>w)'


for method in ('substitute', 'safe_substitute', 'is_valid', 'get_identifiers'):
    try:
        print(method, getattr(Odd('a w b'), method)())
    except ValueError as error:
        print(method, error.args[0])
print(Odd('a x b').safe_substitute(x=1), Odd('v').is_valid(), Odd('x z').get_identifiers())

for spec in ('X>010f', '=010f', '>00.2f', '006f', '.010f', '0=12,.2f', '*^12.3e', '010'):
    try:
        print(spec, format(Fraction(6172839, 5000), spec))
    except ValueError as error:
        print(spec, error)

pprint.pprint([bytearray(), bytearray(b'abc'), {bytes(): bytearray()}])
pprint.pprint(bytearray())


class Wrapper:
    def __call__(self, b):
        pass

    def __repr__(self):
        return '<wrapper>'


wrapper = Wrapper()
wrapper.__wrapped__ = wrapper
for ask in (inspect.signature, inspect.unwrap):
    try:
        ask(wrapper)
    except ValueError as error:
        print(error)
