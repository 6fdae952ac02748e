"""Of several things wrong with a dataclass, the one that is told."""
from dataclasses import dataclass, field


def told(options, lines, base=object):
    names = {'field': field, 'Base': base}
    try:
        exec('class K(Base):\n' + ''.join(f'    {line}\n' for line in lines), names)
        dataclass(**options)(names['K'])
        print(options, 'made')
    except (TypeError, ValueError) as error:
        print(options, type(error).__name__, error)


wrong_order = ['a: int = 1', 'b: int']
own_methods = ['a: int = 1', 'def __lt__(self, other): pass', 'def __setattr__(self, name, value): pass', '__hash__ = int.__hash__']
told({'order': True, 'eq': False}, wrong_order)
told({'order': True, 'eq': False, 'init': False}, wrong_order)
told({'order': True, 'eq': False}, own_methods)
told({'order': True}, own_methods)
told({'order': True, 'frozen': True}, own_methods)
told({'frozen': True}, own_methods)
told({'unsafe_hash': True, 'order': True}, own_methods)
told({'unsafe_hash': True, 'frozen': True}, own_methods)
told({'unsafe_hash': True, 'weakref_slot': True}, own_methods)
told({'weakref_slot': True, 'order': True}, own_methods)
told({'weakref_slot': True}, wrong_order)
told({'order': True, 'eq': False}, ['a: list = []'])
told({'order': True, 'eq': False, 'frozen': True}, ['a: int = 1'], dataclass(type('Base', (), {})))
told({'unsafe_hash': True}, wrong_order + ['__hash__ = int.__hash__'])
told({'slots': True}, wrong_order + ['__slots__ = ("c",)'])
told({'slots': True, 'order': True, 'eq': False}, ['a: int', '__slots__ = ("a",)'])
