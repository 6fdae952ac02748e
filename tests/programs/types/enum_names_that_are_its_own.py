# Which names of an enumeration's body are members, and what the sunder names do.
import inspect
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, EnumDict, EnumType, Flag, IntEnum, StrEnum, auto


class Mixed(Enum):
    _ignore_ = 'helper index'
    _order_ = '_single A B C'
    helper = [1, 2]
    index = 0
    _single = 'a member'
    __mangled = 'not one'
    __dunder__ = 'not one'
    A = 1
    B = 2
    Same = 2
    C = int  # a class, but not written here

    class Inner:
        pass


print(list(Mixed), Mixed.Same, Mixed.Inner.__name__, hasattr(Mixed, 'helper'), hasattr(Mixed, '_order_'))


class Letters(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() * (count + 1), start, last_values[-1:]

    X = auto()
    Y = auto()
    Z = auto('given')


print(list(Letters), repr(auto()), repr(auto(3)), auto(4).value)


class Lenient(Enum):
    YES = 'yes'
    NO = 'no'

    @classmethod
    def _missing_(cls, value):
        if value == 'bad':
            raise KeyError(value)
        if value == 'worse':
            return 'nothing'
        return next((item for item in cls if item.value == str(value).lower()), None)


for value in 'YES', 'No', 'maybe', 'bad', 'worse':
    try:
        print(Lenient(value))
    except Exception as error:
        print(repr(error), '|', repr(error.__context__))

body = EnumDict('Body')
body['a'] = 1
body.update({'b': auto(7)}, _private=2)
body.update([('__dunder__', 3)])
print(body, body.member_names)
print(inspect.signature(EnumType), inspect.signature(EnumType.__new__), inspect.signature(EnumType.__prepare__))
print(inspect.signature(EnumType.__call__), Mixed._member_type_, IntEnum('I', 'A')._member_type_)


class Words(StrEnum):
    A = b'a', 'utf8'
    B = auto()


print(list(Words), list(Flag('F', 'A B C')), dir(Lenient))
print(pow(2, 3, Decimal(5)), pow(Decimal(2), 3, 5), pow(2, Decimal(3), 5), pow(True, 3, Decimal('7')))


@dataclass
class Point:
    x: int

    def __init__(self, *values, base: 'int' = 0, **names):
        self.x = base


print(Point.__doc__, Point(1, 2))
