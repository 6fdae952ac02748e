"""string.templatelib: what a t-string makes."""

from _native import final as _final

_missing = object()


def _read_only(self, name, value=None):
    raise AttributeError('readonly attribute' if name in type(self).__slots__ else
                         f'{type(self).__module__}.{type(self).__name__!r} object has no attribute {name!r}')


class Interpolation:
    __slots__ = ('value', 'expression', 'conversion', 'format_spec')
    __match_args__ = __slots__
    __setattr__ = __delattr__ = _read_only

    def __new__(cls, value=_missing, expression='', conversion=None, format_spec=''):
        if value is _missing:
            raise TypeError("Interpolation() missing required argument 'value' (pos 1)")
        for name, text in (('expression', expression), ('format_spec', format_spec)):
            if not isinstance(text, str):
                raise TypeError(f"Interpolation() argument '{name}' must be str, not {type(text).__name__}")
        if conversion is not None:
            if not isinstance(conversion, str):
                raise TypeError(f"Interpolation() argument 'conversion' must be str, not {type(conversion).__name__}")
            if conversion not in ('s', 'a', 'r'):
                raise ValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
        self = object.__new__(cls)
        for name, given in zip(cls.__slots__, (value, expression, conversion, format_spec)):
            object.__setattr__(self, name, given)
        return self

    def __repr__(self):
        return f'Interpolation({self.value!r}, {self.expression!r}, {self.conversion!r}, {self.format_spec!r})'

    def __reduce__(self):
        return Interpolation, (self.value, self.expression, self.conversion, self.format_spec)

    __class_getitem__ = classmethod(type(list[int]))


class Template:
    __slots__ = ('strings', 'interpolations')
    __setattr__ = __delattr__ = _read_only

    def __new__(cls, *args):
        strings, interpolations = [''], []
        for item in args:
            if isinstance(item, str):
                strings[-1] += item
            elif isinstance(item, Interpolation):
                interpolations.append(item)
                strings.append('')
            else:
                raise TypeError(f"Template.__new__ *args need to be of type 'str' or 'Interpolation', got {type(item).__name__}")
        self = object.__new__(cls)
        object.__setattr__(self, 'strings', tuple(strings))
        object.__setattr__(self, 'interpolations', tuple(interpolations))
        return self

    @property
    def values(self):
        return tuple([item.value for item in self.interpolations])

    def __iter__(self):
        for text, item in zip(self.strings, self.interpolations):
            if text:
                yield text
            yield item
        if self.strings[-1]:
            yield self.strings[-1]

    def __add__(self, other):
        if not isinstance(other, Template):
            name = type(other).__name__ if type(other).__module__ == 'builtins' else f'{type(other).__module__}.{type(other).__name__}'
            raise TypeError(f'can only concatenate string.templatelib.Template (not "{name}") to string.templatelib.Template')
        return Template(*self, *other)

    def __radd__(self, other):
        if isinstance(other, str):
            raise TypeError('can only concatenate str (not "string.templatelib.Template") to str')
        return NotImplemented

    def __repr__(self):
        return f'Template(strings={self.strings!r}, interpolations={self.interpolations!r})'

    def __reduce__(self):
        return Template, tuple(self)


def convert(obj, /, conversion):
    if conversion is None:
        return obj
    if conversion not in ('s', 'r', 'a'):
        raise ValueError(f"invalid conversion specifier: {conversion}")
    return {'s': str, 'r': repr, 'a': ascii}[conversion](obj)


_final(Interpolation, Template)
