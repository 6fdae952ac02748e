"""Getters, operators, items, truth, text and lengths whose code waits: other threads go on, and whoever is done first goes on first."""
import functools
import operator
import threading
import time

start = time.monotonic()


class Slow:
    def __init__(self, pause):
        self.__dict__['pause'] = pause

    def wait(self, value):
        time.sleep(self.pause)
        return value

    @property
    def value(self):
        return self.wait('value')

    @property
    def broken(self):
        self.wait(None)
        raise LookupError(self.pause)

    @value.setter
    def value(self, new):
        self.__dict__['kept'] = self.wait(new)

    @functools.cached_property
    def late(self):
        return self.wait('late')

    def __getattr__(self, name):
        if name.startswith('no_'):
            self.wait(None)
            raise AttributeError(name)
        return self.wait(name)

    def __setattr__(self, name, value):
        if name == 'value':
            return object.__setattr__(self, name, value)
        self.__dict__[name] = self.wait(value)

    def __len__(self): return self.wait(3)
    def __getitem__(self, key): return self.wait(key)
    def __setitem__(self, key, value): self.__dict__[key] = self.wait(value)
    def __delitem__(self, key): self.wait(None); del self.__dict__[key]
    def __contains__(self, item): return self.wait(item == 1)
    def __bool__(self): return self.wait(True)
    def __add__(self, other): return self.wait(NotImplemented if other == 'no' else other)
    def __radd__(self, other): return self.wait([other])
    def __iadd__(self, other): self.wait(None); return self
    def __neg__(self): return self.wait(-1)
    def __eq__(self, other): return self.wait(other == 'same')
    def __lt__(self, other): return self.wait(NotImplemented)
    def __gt__(self, other): return self.wait(True)
    def __hash__(self): return self.wait(5)
    def __str__(self): return self.wait('text')
    def __repr__(self): return self.wait('<slow>')
    def __format__(self, spec): return self.wait(f'({spec})')
    def __int__(self): return self.wait(7)
    def __index__(self): return self.wait(1)
    def __iter__(self): return self.wait(iter('ab'))
    def __next__(self): return self.wait('next')
    def __call__(self): return self.wait('called')


class Made:
    def __new__(cls, slow):
        slow.wait(None)
        return super().__new__(cls)


def caught(function):
    try:
        return function()
    except Exception as error:
        return type(error).__name__, *error.args


def change(slow):
    slow.value = 1
    slow.other = 2
    slow['item'] = 3
    del slow['item']
    slow += 1
    return slow.kept, slow.__dict__['other'], 'item' in slow.__dict__


WAYS = {
    'property': lambda s: s.value,
    'property that raises': lambda s: caught(lambda: s.broken),
    'cached_property': lambda s: (s.late, s.late),
    '__getattr__': lambda s: s.anything,
    'hasattr': lambda s: (hasattr(s, 'no_such'), getattr(s, 'no_such', 'default')),
    'changes': change,
    'items': lambda s: (s[2], s['k'], [10, 20][s]),
    'operators': lambda s: (s + 1, 1 + s, -s),
    'refused': lambda s: caught(lambda: s + 'no')[0],
    'comparisons': lambda s: (s == 'same', s == 'other', s != 'same', s < s, 5 in [s], 1 in s, 2 not in s),
    'truth': lambda s: (not s, 1 if s else 2, s and 3, bool(s)),
    'text': lambda s: (str(s), repr(s), f'{s}', f'{s!r:>8}', f'{s:x}', '%s' % s, '{:y}'.format(s)),
    'functions': lambda s: (len(s), int(s), hash(s), next(s), list(iter(s)), operator.index(s)),
    'keys': lambda s: {s: 1} and {1: 2}.get(s),
    'calls': lambda s: (s(), type(Made(s)).__name__),
    'unpacked': lambda s: [a + b for a, b in [s]],
    'together': lambda s: len(s) + s[4] + (s == 'same'),
}


def job(pause):
    slow = Slow(pause)
    for name, way in WAYS.items():
        result = way(slow)
        print(f'{time.monotonic() - start:7.3f} {threading.current_thread().name}: {name} {result}')


threads = [threading.Thread(target=job, args=[pause], name=f'pause {pause}') for pause in (0.031, 0.011, 0.0193)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
