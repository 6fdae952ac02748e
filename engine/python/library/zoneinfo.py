"""zoneinfo without a database of time zones: UTC and the zones at a fixed distance from it are known, all others are not found."""
import weakref
from _native import like_c as _like_c
from datetime import datetime, timedelta, tzinfo

__all__ = ['ZoneInfo', 'reset_tzpath', 'available_timezones', 'TZPATH', 'ZoneInfoNotFoundError', 'InvalidTZPathWarning']

TZPATH = ()
_ZERO = timedelta(0)


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


def _fixed_zones():
    """(hours from UTC, name) of each key."""
    utc, gmt = (0, 'UTC'), (0, 'GMT')
    zones = dict.fromkeys(('UTC', 'UCT', 'Zulu', 'Universal', 'Etc/UTC', 'Etc/UCT', 'Etc/Zulu', 'Etc/Universal'), utc)
    zones.update(dict.fromkeys(('GMT', 'GMT0', 'GMT+0', 'GMT-0', 'Greenwich', 'Etc/GMT', 'Etc/GMT0', 'Etc/GMT+0', 'Etc/GMT-0',
                                'Etc/Greenwich'), gmt))
    for hours in [*range(-12, 0), *range(1, 15)]:  # the sign of the key is POSIX's: west of Greenwich is positive
        zones[f'Etc/GMT{-hours:+d}'] = hours, f'{hours:+03d}'
    return zones


_zones = _fixed_zones()


def _check_key(key):
    if key.startswith('/'):
        raise ValueError(f'ZoneInfo keys may not be absolute paths, got: {key}')
    parts = key.split('/')
    if key != '/'.join(part for part in parts if part not in ('', '.')) or '..' in parts[1:]:
        raise ValueError(f'ZoneInfo keys must be normalized relative paths, got: {key}')
    if parts[0] == '..':
        raise ValueError(f'ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}')


class ZoneInfo(tzinfo):
    _cache = weakref.WeakValueDictionary()

    def __init_subclass__(cls):
        cls._cache = weakref.WeakValueDictionary()

    def __new__(cls, key):
        known = cls._cache.get(key)
        if known is None:
            known = cls._cache[key] = cls._made(key, True)
        return known

    @classmethod
    def _made(cls, key, cached):
        if not isinstance(key, str):
            raise TypeError(f'expected str, bytes or os.PathLike object, not {type(key).__name__}')
        _check_key(key)
        if key not in _zones:
            raise ZoneInfoNotFoundError(f'No time zone found with key {key}')
        self = super().__new__(cls)
        hours, self._name = _zones[key]
        self._key, self._offset, self._cached = key, timedelta(hours=hours), cached
        return self

    @classmethod
    def no_cache(cls, key):
        return cls._made(key, False)

    @classmethod
    def from_file(cls, file_obj, /, key=None):
        raise NotImplementedError('Loopscope has no files of time zones yet')

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._cache) if only_keys is None else only_keys:
            cls._cache.pop(key, None)

    @property
    def key(self):
        return self._key

    def utcoffset(self, dt, /):
        return self._offset

    def dst(self, dt, /):
        return _ZERO

    def tzname(self, dt, /):
        return self._name

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __repr__(self):
        return f'{type(self).__module__}.{type(self).__qualname__}(key={self._key!r})'

    def __str__(self):
        return self._key

    def __reduce__(self):
        return type(self)._unpickle, (self._key, self._cached)

    @classmethod
    def _unpickle(cls, key, cached, /):
        return cls(key) if cached else cls.no_cache(key)


_like_c(ZoneInfo)


def available_timezones():
    return set(_zones)


def reset_tzpath(to=None):
    global TZPATH
    if isinstance(to, (str, bytes)):
        raise TypeError(f'tzpath must be a list or tuple, not {type(to)}: {to!r}')
    for path in to or ():
        if not str(path).startswith('/'):
            raise ValueError(f'Invalid paths specified in TZPATH argument. Paths must be absolute: {path}')
    TZPATH = tuple(map(str, to or ()))
