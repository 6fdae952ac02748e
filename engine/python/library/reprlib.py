"""reprlib: reprs that are not too long."""
import builtins
from functools import wraps
from itertools import islice

import _loopscope

__all__ = ['Repr', 'repr', 'recursive_repr']


def recursive_repr(fillvalue='...'):
    """A decorator for __repr__: an object in its own repr is told by the fill value."""
    def decorate(function):
        running = set()

        @wraps(function)
        def wrapper(self):
            key = id(self), _loopscope.current()
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)
        return wrapper
    return decorate


def _in_order(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


_BRACKETS = {'tuple': ('(', ')', 'maxtuple'), 'list': ('[', ']', 'maxlist'), 'set': ('{', '}', 'maxset'), 'deque': ('deque([', '])', 'maxdeque'),
             'frozenset': ('frozenset({', '})', 'maxfrozenset'), 'array': ("array('%s', [", '])', 'maxarray')}


class Repr:
    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6, maxdeque=6, maxstring=30,
                 maxlong=40, maxother=30, fillvalue='...', indent=None):
        self.maxlevel, self.maxtuple, self.maxlist, self.maxarray, self.maxdict = maxlevel, maxtuple, maxlist, maxarray, maxdict
        self.maxset, self.maxfrozenset, self.maxdeque, self.maxstring = maxset, maxfrozenset, maxdeque, maxstring
        self.maxlong, self.maxother, self.fillvalue, self.indent = maxlong, maxother, fillvalue, indent

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        method = getattr(self, 'repr_' + type(x).__name__.replace(' ', '_'), None)
        return self.repr_instance(x, level) if method is None else method(x, level)

    def _row(self, x, level, name):
        opener, closer, limit = _BRACKETS[name]
        if not len(x):
            return {'set': 'set()', 'frozenset': 'frozenset()', 'deque': 'deque([])'}.get(name) or (opener + closer)
        limit = getattr(self, limit)
        items = _in_order(x) if name in ('set', 'frozenset') else x
        if level <= 0:
            inner = self.fillvalue
        else:
            parts = [self.repr1(item, level - 1) for item in islice(items, limit)]
            inner = self._joined(parts + [self.fillvalue] * (len(x) > limit), level)
            if name == 'tuple' and len(x) == 1 and self.indent is None:
                inner += ','
        return opener + inner + closer

    def _joined(self, parts, level):
        if self.indent is None or not parts:
            return ', '.join(parts)
        step = self.indent
        if not isinstance(step, (str, int)):
            raise TypeError(f'Repr.indent must be a str, int or None, not {type(step)}')
        if isinstance(step, int):
            if step < 0:
                raise ValueError(f'Repr.indent cannot be negative int (was {step!r})')
            step *= ' '
        between = ',\n' + step * (self.maxlevel - level + 1)
        return between[1:] + between.join(parts) + between[:len(between) - len(step)]

    def repr_tuple(self, x, level):
        return self._row(x, level, 'tuple')

    def repr_list(self, x, level):
        return self._row(x, level, 'list')

    def repr_set(self, x, level):
        return self._row(x, level, 'set')

    def repr_frozenset(self, x, level):
        return self._row(x, level, 'frozenset')

    def repr_deque(self, x, level):
        return self._row(x, level, 'deque')

    def repr_array(self, x, level):
        return self._row(x, level, 'array').replace('%s', x.typecode, 1) if len(x) else f"array('{x.typecode}')"

    def repr_dict(self, x, level):
        if not x:
            return '{}'
        if level <= 0:
            return '{' + self.fillvalue + '}'
        parts = [f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}' for key in islice(_in_order(x), self.maxdict)]
        return '{' + self._joined(parts + [self.fillvalue] * (len(x) > self.maxdict), level) + '}'

    def _cut(self, text, limit):
        """The beginning and the end of a text that is too long."""
        if len(text) <= limit:
            return text
        front = max(0, (limit - 3) // 2)
        back = max(0, limit - 3 - front)
        return text[:front] + self.fillvalue + text[len(text) - back:]

    def repr_str(self, x, level):
        shown = builtins.repr(x[:self.maxstring])
        if len(shown) <= self.maxstring and len(x) <= self.maxstring:
            return shown
        front = max(0, (self.maxstring - 3) // 2)
        back = max(0, self.maxstring - 3 - front)
        shown = builtins.repr(x[:front] + x[len(x) - back:])
        return shown[:front] + self.fillvalue + shown[len(shown) - back:]

    def repr_int(self, x, level):
        return self._cut(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            shown = builtins.repr(x)
        except Exception:
            return f'<{type(x).__name__} instance at {id(x):#x}>'
        return self._cut(shown, self.maxother)


aRepr = Repr()
repr = aRepr.repr
