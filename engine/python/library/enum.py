"""enum: Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique."""
from types import DynamicClassAttribute

__all__ = ['Enum', 'EnumMeta', 'EnumType', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique', 'member', 'nonmember',
           'property', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'global_flag_repr', 'global_enum_repr', 'global_str',
           'global_enum', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'EnumDict', 'verify', 'pickle_by_enum_name',
           'pickle_by_global_name']

_property = property
_proxy = type(type.__dict__)


class _Named:
    def __init__(self, shown):
        self.shown = shown

    def __repr__(self):
        return self.shown


_absent, _auto_null = _Named('<not given>'), _Named('_auto_null')


class auto:
    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


class property(_property):
    """An attribute of members that a member of the class may have the name of: the class shows the member, its members the attribute."""
    _member = _hidden = None

    def __set_name__(self, owner, name):
        self._owner, self._name = owner.__name__, name

    def __get__(self, instance, owner=None):
        if instance is None:
            if self._member is not None:
                return self._member
            raise AttributeError(f'{owner!r} has no attribute {self._name!r}')
        if self._hidden is not None:
            return getattr(instance._value_, self._name)
        if self.fget is None:
            return self._member
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f'<enum {self._owner!r}> cannot set attribute {self._name!r}')

    def __delete__(self, instance):
        raise AttributeError(f'<enum {self._owner!r}> cannot delete attribute {self._name!r}')


_SUNDER = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_', '_iter_member_by_value_',
           '_iter_member_by_def_', '_add_alias_', '_add_value_alias_')


def _is_sunder(key):
    return len(key) > 2 and key[0] == key[-1] == '_' and '_' not in (key[1], key[-2])


def _is_dunder(key):
    return len(key) > 4 and key[:2] == key[-2:] == '__' and '_' not in (key[2], key[-3])


class EnumDict(dict):
    """The body of an enumeration's class as it is read: which names are members, and their values."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names, self._ignored = {}, ()
        self._last = []
        self._generate, self._auto_called = None, False
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        name = self._cls_name
        if name is not None and key.startswith(f'_{name}__') and len(key) > len(name) + 3 and not key.endswith('__'):
            pass
        elif _is_sunder(key):
            self._set_sunder(key, value)
        elif _is_dunder(key):
            key = '_order_' if key == '__order__' else key
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignored:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif self._is_member(value):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            value = self._value_of(key, value.value if isinstance(value, member) else value)
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in _SUNDER:
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._generate = value.__func__ if isinstance(value, staticmethod) else value
        elif key == '_ignore_':
            self._ignored = tuple(value.replace(',', ' ').split() if isinstance(value, str) else value)
            repeated = [name for name in self._ignored if name in self._member_names]
            if repeated:
                raise ValueError(f'_ignore_ cannot specify already set names: {set(repeated)!r}')

    def _is_member(self, value):
        if isinstance(value, (auto, member)):
            return True
        if isinstance(value, type) and self._cls_name is not None:
            if value.__qualname__.endswith(f'{self._cls_name}.{value.__name__}'):
                return False  # a class that is written inside
        return not _is_descriptor(value)

    def _value_of(self, key, value):
        if isinstance(value, auto):
            value = self._next(key, value)
        elif isinstance(value, tuple) and any(isinstance(part, auto) for part in value):
            parts = [self._next(key, part) if isinstance(part, auto) else part for part in value]
            try:
                value = type(value)(parts)
            except TypeError:
                value = type(value)(*parts)
        else:
            self._last.append(value)
        self._member_names[key] = None
        return value

    @_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        for key, value in (members.items() if hasattr(members, 'keys') else members):
            self[key] = value
        for key, value in more_members.items():
            self[key] = value

    def _next(self, key, given):
        if given.value is _auto_null:
            given.value = self._generate(key, 1, len(self._member_names), list(self._last))
            self._auto_called = True
        self._last.append(given.value)
        return given.value


def _is_single(value):
    return value > 0 and value.bit_count() == 1


# The metaclass makes both of them.
Enum = Flag = EJECT = ReprEnum = None


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        names = EnumDict(cls)
        generate = None
        for base in bases:
            generate = getattr(base, '_generate_next_value_', None)
            if generate is not None:
                break
        names._generate = generate or _count_up
        return names

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if not isinstance(classdict, EnumDict):
            raise AttributeError(f'{type(classdict).__name__!r} object has no attribute \'_member_names\'')
        members = {key: classdict[key] for key in classdict._member_names}
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f'<enum {cls!r}> cannot extend {base!r}')
        if bases and not isinstance(bases[-1], EnumType):
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
        wrong = [repr(name) for name in ('mro', '') if name in members]
        if wrong:
            raise ValueError(f"invalid enum member name(s) {','.join(wrong)}")
        ignored = (*getattr(classdict, '_ignored', ()), '_ignore_', '_order_')
        namespace = {key: value for key, value in classdict.items() if key not in members and key not in ignored}
        if '_generate_next_value_' in namespace:
            namespace['_generate_next_value_'] = staticmethod(classdict._generate)
        namespace['_value_repr_'] = _repr_of_data(bases)
        namespace['_member_type_'] = _data_type_of(cls, bases) or object
        namespace['_member_names_'] = []
        namespace['_member_map_'] = {}
        namespace['_value2member_map_'] = {}
        made = super().__new__(metacls, cls, bases, namespace, **kwds)
        made._fill(members, namespace, boundary)
        order = classdict.get('_order_')
        if order is not None:
            made._check_order(order.replace(',', ' ').split() if isinstance(order, str) else list(order))
        return made

    def _fill(cls, members, namespace, boundary):
        cls._boundary_ = boundary or getattr(cls, '_boundary_', None)
        if Enum is None:
            return
        cls._new_member_, cls._use_args_ = cls._maker(namespace)
        progress = f'_{cls.__name__}__in_progress'
        type.__setattr__(cls, progress, True)
        for key, value in members.items():
            cls._add(key, value)
        type.__delattr__(cls, progress)
        # Calling the class looks a member up; its own __new__ makes them.
        if '__new__' in namespace:
            cls.__new_member__ = namespace['__new__']
        cls.__new__ = Enum.__new__
        cls._show_as_enum(namespace)
        if Flag is not None and issubclass(cls, Flag):
            for name in _OPERATIONS:
                if name not in namespace:
                    setattr(cls, name, getattr(Flag, name))
            cls._masks()

    def _check_order(cls, order):
        """Aliases may stand in it, and are not looked at."""
        order = [name for name in order if name in cls._member_names_ or name not in cls._member_map_]
        if order != cls._member_names_:
            raise TypeError(f'member order does not match _order_:\n  {cls._member_names_!r}\n  {order!r}')

    def _masks(cls):
        """The bits that have a name, those that have one alone, and all up to the highest."""
        cls._flag_mask_ = cls._singles_mask_ = 0
        for item in cls._member_map_.values():
            if isinstance(item._value_, int):
                cls._flag_mask_ |= item._value_
                cls._singles_mask_ |= item._value_ if _is_single(item._value_) else 0
        cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        values = [item._value_ for item in cls]
        cls._by_value_ = values == sorted(values)

    def _show_as_enum(cls, namespace):
        """The texts of a member are the enumeration's, not those of the data type that comes first in the bases."""
        data, enum_base, given = cls._member_type_, cls.__bases__[-1], set(namespace)
        if ReprEnum is not None and ReprEnum in cls.__bases__:
            if data is object:
                raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
            if '__format__' not in given:
                cls.__format__ = data.__format__
            if '__str__' not in given:
                cls.__str__ = data.__repr__ if data.__str__ is object.__str__ else data.__str__
            given |= {'__format__', '__str__'}
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name not in given and getattr(cls, name) in (getattr(data, name), getattr(object, name)):
                setattr(cls, name, getattr(enum_base, name))

    def _data_type(cls):
        return None if cls._member_type_ is object else cls._member_type_

    def _maker(cls, namespace):
        """What makes members, and whether it gets their values."""
        maker = namespace.get('__new__')
        for name in ('__new_member__', '__new__'):
            for base in (cls._member_type_, cls.__bases__[-1]):
                found = getattr(base, name, None)
                if maker is None and found not in (None, object.__new__, Enum.__new__):
                    maker = found
        return maker or object.__new__, maker is not None

    def _add(cls, key, value):
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = args,
        item = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(item, '_value_'):
            try:
                item._value_ = value if cls._member_type_ is object else cls._member_type_(*args)
            except Exception as error:
                raise TypeError('_value_ not set in __new__, unable to create it') from error
        item._name_ = key
        item.__objclass__ = cls
        item.__init__(*args)
        item._sort_order_ = len(cls._member_names_)
        value = item._value_
        known = cls._known(value)
        if known is not None:
            item = known  # the same value again: an alias
        elif Flag is None or not issubclass(cls, Flag) or (isinstance(value, int) and _is_single(value)):
            # A flag of several bits, or none, is a name for a combination: it is no part of the class's members.
            cls._member_names_.append(key)
        cls._name_again(key, item)
        try:
            cls._value2member_map_.setdefault(value, item)
        except TypeError:
            pass

    def _known(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            return next((item for item in cls._member_map_.values() if item._value_ == value), None)

    def __call__(cls, value, names=_absent, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            return cls.__new__(cls, value if names is _absent else (value, names, *values))
        if names is _absent and type is None:
            raise TypeError(f'{cls} has no members; specify `names=()` if you meant to create a new, empty, enum')
        if names is _absent or names is None:
            names = ()
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        bases = (cls,) if type is None else (type, cls)
        namespace = cls.__class__.__prepare__(value, bases)
        if isinstance(names, (list, tuple)) and names and isinstance(names[0], str):
            given = []
            for name in names:
                given.append(cls._generate_next_value_(name, start, len(given), given[:]))
            names = zip(names, given)
        for item in names.items() if hasattr(names, 'items') else names:
            name, each = item
            namespace[name] = each
        if module is None:
            import sys
            module = sys._getframe(1).f_globals.get('__name__', '__main__')
        namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return cls.__class__(value, bases, namespace, boundary=boundary)

    def _name_again(cls, name, item):
        known = cls._member_map_.get(name)
        if known is not None:
            if known is not item:
                raise NameError(f'{name!r} is already bound: {known!r}')
            return
        shown = _behind_property(cls, name, item)
        type.__setattr__(cls, name, item if shown is None else shown)
        cls._member_map_[name] = item

    def __dir__(cls):
        data = cls._data_type()
        own = {'__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__', '__members__', '__module__', '__name__',
               '__qualname__', *cls._member_names_}
        return sorted(own if data is None else own | set(dir(data)))

    @property
    def __signature__(cls):
        import inspect
        if cls._member_names_:
            return inspect.Signature([inspect.Parameter('values', inspect.Parameter.VAR_POSITIONAL)])
        return inspect.signature(_functional)

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            if Flag is not None and issubclass(cls, Flag):
                return isinstance(cls._missing_(value), cls)
        except ValueError:
            pass
        return any(item._value_ == value for item in cls._member_map_.values())

    @_property
    def __members__(cls):
        return _proxy(cls._member_map_)

    def __repr__(cls):
        return f'<flag {cls.__name__!r}>' if Flag is not None and issubclass(cls, Flag) else f'<enum {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)


EnumMeta = EnumType
_OPERATIONS = ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__')


def _behind_property(cls, name, item):
    """What stands for a member that has the name of a descriptor of a base; None: there is none."""
    found = hidden = None
    for base in cls.__mro__[1:]:
        attribute = base.__dict__.get(name)
        if isinstance(attribute, (property, DynamicClassAttribute)):
            found, hidden = attribute, None
            break
        if found is None and attribute is not None and _is_descriptor(attribute):
            found = hidden = attribute
    if found is None:
        return None
    shown = property(getattr(found, 'fget', None), getattr(found, 'fset', None), getattr(found, 'fdel', None))
    shown._member, shown._hidden = item, None if shown.fget is not None else hidden
    shown.__set_name__(cls, name)
    return shown


def _data_type_of(name, bases):
    """The class that makes a member's value; a class derived from one that does, if that is a base."""
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            kind = None
            if isinstance(base, EnumType):
                kind = base._member_type_ if base._member_type_ is not object else None
            elif base is not object:
                candidate = candidate or base
                kind = candidate if '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__ else None
            if kind is not None:
                found += [kind] if kind not in found else []
                break
    if len(found) > 1:
        raise TypeError(f'too many data types for {name!r}: {set(found)!r}')
    return found[0] if found else None


def _repr_of_data(bases):
    """How the value of a member is shown; None: by its own repr."""
    for chain in bases:
        for base in chain.__mro__:
            if isinstance(base, EnumType):
                return getattr(base, '_value_repr_', None)
            if base is not object and '__repr__' in base.__dict__:
                params = base.__dict__.get('__dataclass_params__')
                return _repr_of_dataclass if params is not None and params.repr else base.__dict__['__repr__']
    return None


def _repr_of_dataclass(value):
    return ', '.join(f'{name}={getattr(value, name)!r}' for name, field in value.__dataclass_fields__.items() if field.repr)


def _count_up(name, start, count, last_values):
    if not last_values:
        return start
    try:
        last = max(last_values)
    except TypeError:
        raise TypeError('unable to sort non-numeric values') from None
    try:
        return last + 1
    except TypeError:
        raise TypeError(f'unable to increment {last!r}') from None


def _functional(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
    """The parameters of a class that has no members yet."""


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            found = cls._value2member_map_.get(value)
        except TypeError:
            found = next((item for item in cls._member_map_.values() if item._value_ == value), None)
        if found is not None:
            return found
        if not cls._member_map_:
            if f'_{cls.__name__}__in_progress' in cls.__dict__:
                raise TypeError('do not use `super().__new__; call the appropriate __new__ directly')
            raise TypeError(f'{cls!r} has no members defined')
        try:
            result, error = cls._missing_(value), None
        except Exception as raised:
            result, error = None, raised
        if isinstance(result, cls) or (cls._boundary_ is EJECT and isinstance(result, int)):
            return result
        unknown = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if error is None:
            if result is None:
                raise unknown
            error = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
        if not isinstance(error, ValueError):
            error.__context__ = unknown
        try:
            raise error
        finally:
            error = None

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _count_up(name, start, count, last_values)

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__name__}.{self._name_}: {(cls._value_repr_ or repr)(self._value_)}>'

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        members, found = self._member_map_, set(object.__dir__(self) if self._data_is_own() else ())
        found.update(name for name in getattr(self, '__dict__', ()) if name[0] != '_' and name not in members)
        for cls in type(self).__mro__:
            found.update(name for name in cls.__dict__ if name[0] != '_' and (name not in members or isinstance(cls.__dict__[name], property)))
        return sorted({'__class__', '__doc__', '__eq__', '__hash__', '__module__'} | found)

    def _data_is_own(self):
        return type(self)._data_type() is not None

    def _add_alias_(self, name):
        type(self)._name_again(name, self)

    def _add_value_alias_(self, value):
        known = type(self)._value2member_map_.setdefault(value, self)
        if known is not self:
            raise ValueError(f'{value!r} is already bound: {known!r}')


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    __str__ = int.__repr__
    __format__ = int.__format__


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        words = ('', 'encoding must be a string, not ', 'errors must be a string, not ')
        for value, word in zip(values, words):
            if not isinstance(value, str) and (word or len(values) == 1):
                raise TypeError(f'{word}{value!r}' if word else f'{value!r} is not a string')
        member = str.__new__(cls, *values)
        member._value_ = str(*values)
        return member

    __str__ = str.__str__
    __format__ = str.__format__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def bin(number, bits=0):
    """The sign apart from the digits, which fill so many bits."""
    power = 2 ** number.bit_length()
    if number >= 0:
        text = (__builtins__['bin'](number + power)).replace('1', '0', 1)
    else:
        text = __builtins__['bin'](~number ^ (power - 1) + power)
    return f'{text[:3]} {text[3:].rjust(bits, text[2])}'


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        last = max(last_values)
        try:
            return 1 << last.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, singles, every, boundary = cls._flag_mask_, cls._singles_mask_, cls._all_bits_, cls._boundary_
        if not ~every <= value <= every or value & (every ^ mask):
            if boundary is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {bin(value, bits)}\n  allowed {bin(mask, bits)}')
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 2 ** value.bit_length())
        asked = value
        if value < 0:
            value = value + every + 1 if boundary in (EJECT, KEEP) else value & mask
        data = cls._data_type()
        made = data.__new__(cls, value) if data is not None else object.__new__(cls)
        made._value_ = value
        made._name_ = cls._combined_name(value, value & singles, value & ~singles)
        made = cls._value2member_map_.setdefault(value, made)
        if asked < 0:
            cls._value2member_map_[asked] = made
        return made

    @classmethod
    def _combined_name(cls, value, single, others):
        items = list(cls._of_bits(single))
        combined = single
        for item in cls._member_map_.values() if others else ():
            if item not in items and item._value_ and item._value_ & value == item._value_:
                items.append(item)
                combined |= item._value_
        if not combined:
            return None
        nameless = value ^ combined
        if nameless and cls._boundary_ is STRICT:
            raise ValueError(f'{cls!r}: no members with value {nameless!r}')
        return '|'.join(item._name_ for item in items) + (f'|{cls._numeric_repr_(nameless)}' if nameless else '')

    @classmethod
    def _of_bits(cls, value):
        """The member of each bit, None for one that has none alone; in the order of the class if that is not by value."""
        found, value = [], value & cls._flag_mask_
        if value < 0:
            raise ValueError(f'{value!r} is not a positive integer')
        while value:
            found.append(cls._value2member_map_.get(value & -value))
            value &= value - 1
        if not cls._by_value_:
            found.sort(key=lambda item: item._sort_order_)
        return iter(found)

    def _of(self, other, sign):
        """The value to combine with, or NotImplemented."""
        if isinstance(other, type(self)):
            value = other._value_
        elif isinstance(self, int) and isinstance(other, int):
            value = other
        else:
            return NotImplemented
        if self._value_ is None or value is None:
            raise TypeError(f"'{self if self._value_ is None else other}' cannot be combined with other flags with {sign}")
        return value

    def __or__(self, other):
        value = self._of(other, '|')
        return value if value is NotImplemented else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._of(other, '&')
        return value if value is NotImplemented else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._of(other, '^')
        return value if value is NotImplemented else type(self)(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._value_ is None:
            raise TypeError(f"'{self}' cannot be inverted")
        return type(self)(~self._value_ if self._boundary_ in (EJECT, KEEP) else self._singles_mask_ & ~self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return type(self)._of_bits(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        cls = type(self)
        name = cls.__name__ if self._name_ is None else f'{cls.__name__}.{self._name_}'
        return f'<{name}: {(cls._value_repr_ or repr)(self._value_)}>'

    def __str__(self):
        name = type(self).__name__
        return f'{name}({self._value_!r})' if self._name_ is None else f'{name}.{self._name_}'


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __repr__ = Flag.__repr__
    __str__ = int.__repr__
    __format__ = int.__format__


def unique(enumeration):
    aliases = [(alias, item.name) for alias, item in enumeration.__members__.items() if alias != item.name]
    if aliases:
        details = ', '.join(f'{alias} -> {name}' for alias, name in aliases)
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


def global_enum_repr(self):
    """Module.name, for enumerations whose members are the module's own names."""
    module = type(self).__module__.split('.')[-1]
    return f'{module}.{self._name_}'


def global_flag_repr(self):
    cls = type(self)
    module = cls.__module__.split('.')[-1]
    if self._name_ is None:
        return f'{module}.{cls.__name__}({self._value_!r})'
    return '|'.join(name if name[0].isdigit() else f'{module}.{name}' for name in self._name_.split('|'))


def global_str(self):
    if self._name_ is None:
        return f'{type(self).__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def show_flag_values(value):
    return [1 << bit for bit in range(int(value).bit_length()) if int(value) >> bit & 1]


class verify:
    """A decorator that refuses an enumeration which is not as it says."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        enumeration.__name__
        for check in self.checks:
            if check in _CHECKS:
                _CHECKS[check](enumeration)
        return enumeration


def _check_unique(cls):
    aliases = [f'{alias} -> {item.name}' for alias, item in cls.__members__.items() if alias != item.name]
    if aliases:
        raise ValueError(f'aliases found in {cls!r}: {", ".join(aliases)}')


def _check_continuous(cls):
    values = {item.value for item in cls}
    if len(values) < 2:
        return
    if issubclass(cls, Flag):
        missing = [1 << bit for bit in range(min(values).bit_length(), max(values).bit_length() - 1) if 1 << bit not in values]
        kind = 'flag'
    elif issubclass(cls, Enum):
        missing, kind = [value for value in range(min(values) + 1, max(values)) if value not in values], 'enum'
    else:
        raise TypeError("the 'verify' decorator only works with Enum and Flag")
    if missing:
        raise ValueError(f'invalid {kind} {cls.__name__!r}: missing values {", ".join(map(str, missing))}'[:256])


def _check_named(cls):
    known = {item.value for item in cls}
    bad, unnamed = [], 0
    for name, alias in cls.__members__.items():
        missing = [value for value in show_flag_values(alias.value) if value not in known] if alias.value >= 0 else []
        if missing:
            bad.append(name)
            unnamed |= sum(missing)
    if bad:
        which = f'alias {bad[0]} is missing' if len(bad) == 1 else f'aliases {", ".join(bad[:-1])} and {bad[-1]} are missing'
        values = f'combined values of {unnamed:#x}' if unnamed.bit_count() > 1 else f'value {unnamed:#x}'
        raise ValueError(f'invalid Flag {cls.__name__!r}: {which} {values} [use enum.show_flag_values(value) for details]')


_CHECKS = {UNIQUE: _check_unique, CONTINUOUS: _check_continuous, NAMED_FLAGS: _check_named}


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)
