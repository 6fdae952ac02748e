"""Attributes of a thread belong to the local itself, whatever it is equal to."""
import gc
import threading
import weakref
from dataclasses import dataclass, field


@dataclass
class Local(threading.local):
    items: list = field(default_factory=list)
    name: str = 'new'


first, second = Local(), Local()
first.items.append(1)
print(first, second, first == second, first.items is second.items)
second.items.append(1)
print(first == second, first is second)


def work():
    print(first)
    first.items.append('of the thread')
    first.name = 'changed'
    print(first, second)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(first, second)


class Same(threading.local):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


one, other = Same(), Same()
one.value, other.value = 'one', 'other'
print(one == other, one.value, other.value)
gone = weakref.ref(one)
del one
gc.collect()
print(gone(), other.value)
