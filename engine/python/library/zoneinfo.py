"""Time zones by the rules of the tz database, whose text (_zones) is fetched when the first zone is asked for.

What its words mean is told by zic(8)."""
import weakref
from bisect import bisect_right as _bisect_right
from _native import like_c as _like_c
from datetime import date, datetime, timedelta, tzinfo

__all__ = ['ZoneInfo', 'reset_tzpath', 'available_timezones', 'TZPATH', 'ZoneInfoNotFoundError', 'InvalidTZPathWarning']

TZPATH = ()
_EPOCH = date(1970, 1, 1).toordinal()
_LISTED = 2037  # up to its end, and that of the last rule with one, a zone's changes are listed; later ones are worked out for a year
_DAY = 86400


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


# ---- the words of the database

_MONTHS = 'January February March April May June July August September October November December'.split()
_DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()


def _number_of(word, names):
    return next(i for i, name in enumerate(names) if name.startswith(word))


def _seconds(word):
    """A time of day or an offset, and the letter behind it that tells which clock it is of: u, s (standard) or none (wall)."""
    clock = word[-1] if word[-1].isalpha() else ''
    word = word.removesuffix(clock)
    total = sum(int(part) * unit for part, unit in zip(word.lstrip('-').split(':'), (3600, 60, 1))) if word != '-' else 0
    return (-total if word[0] == '-' else total), clock


def _day(year, month, word):
    """The seconds from 1970 to the day that a word like 8, lastSu, Su>=1 or Su<=25 tells of."""
    if word.isdigit():
        day = int(word)
    elif word.startswith('last'):
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        day = last.day - (last.weekday() - _number_of(word[4:], _DAYS)) % 7
    else:
        after = '>=' in word
        name, number = word.split('>=' if after else '<=')
        day = int(number)
        distance = _number_of(name, _DAYS) - date(year, month, day).weekday()
        day += distance % 7 if after else -(-distance % 7)
    return (date(year, month, 1).toordinal() + day - 1 - _EPOCH) * _DAY


class _Rule:
    """From when on, in some years, what is added to standard time."""

    def __init__(self, line):
        first, last, _, month, self._day, time, save, letters = line.split(' ')[2:]
        self.first = int(first)
        self.last = {'o': self.first, 'ma': None}[last] if last.isalpha() else int(last)
        self._month = _number_of(month, _MONTHS) + 1
        self._time, self._clock = _seconds(time)
        self.save = _seconds(save)[0]
        self.letters = '' if letters == '-' else letters

    def holds_in(self, year):
        return self.first <= year and (self.last is None or year <= self.last)

    def local(self, year):
        return _day(year, self._month, self._day) + self._time

    def utc(self, local, offset, save):
        return _utc(local, self._clock, offset, save)


def _utc(local, clock, offset, save):
    if clock in ('u', 'g', 'z'):
        return local
    return local - offset - (0 if clock == 's' else save)


class _Kind:
    """A type of local time: its distance from UTC and how much of that is summer time, in seconds, and the abbreviation."""

    def __init__(self, total, save, name):
        self.total, self.save, self.name = total, save, name

    @property
    def written(self):
        """What a file of zic's has of it."""
        return self.total, self.save != 0, self.name


class _Era:
    """A line of a zone: what held until a moment."""

    def __init__(self, line, text):
        offset, rules, self._format, *until = line.split(' ')
        self.offset = _seconds(offset)[0]
        self.fixed = rules == '-' or rules[0].isdigit() or rules[0] == '-'
        self.save = _seconds(rules)[0] if self.fixed else 0
        self.rules = [] if self.fixed else [_Rule(line) for line in _lines_of(text, f'R {rules} ')]
        self.until_year = int(until[0]) if until else None
        if until:
            month = _number_of(until[1], _MONTHS) + 1 if until[1:] else 1
            time, self._clock = _seconds(until[3]) if until[3:] else (0, '')
            self._until = _day(self.until_year, month, until[2] if until[2:] else '1') + time

    def end(self, save):
        """When it ends, if that much is added to standard time then."""
        return _utc(self._until, self._clock, self.offset, save)

    def kind(self, save, letters):
        total = self.offset + save
        if self._format == '%z':
            hours, minutes, seconds = abs(total) // 3600, abs(total) // 60 % 60, abs(total) % 60
            name = f'{"-" if total < 0 else "+"}{hours:02}' + (f'{minutes:02}' if minutes or seconds else '')
            name += f'{seconds:02}' if seconds else ''
        elif '/' in self._format:
            name = self._format.split('/')[save != 0]
        else:
            name = self._format.replace('%s', letters)
        return _Kind(total, save, name)

    def changes(self, year, save):
        """(moment, rule) of a year, at whose beginning `save` is added to standard time."""
        left = [(rule.local(year), rule) for rule in self.rules if rule.holds_in(year)]
        while left:
            times = [rule.utc(local, self.offset, save) for local, rule in left]
            first = times.index(min(times))
            rule = left.pop(first)[1]
            yield times[first], rule
            save = rule.save


def _lines_of(text, start):
    lines, at = [], text.find('\n' + start)
    while at >= 0:
        end = text.index('\n', at + 1)
        lines.append(text[at + 1 : end])
        at = text.find('\n' + start, end)
    return lines


def _eras(text, key):
    """The lines of a zone, None: no such zone."""
    link = text.find(f' {key}\n')
    while link >= 0:
        line = text[text.rindex('\n', 0, link) + 1 : link]
        if line.startswith('L '):
            return _eras(text, line[2:])
        link = text.find(f' {key}\n', link + 1)
    start = f'\nZ {key} '
    at = text.find(start)
    if at < 0:
        return None
    eras = []
    at += len(start)
    while at < len(text) and (not eras or text[at] not in 'RZL'):
        end = text.index('\n', at)
        eras.append(_Era(text[at:end], text))
        at = end + 1
    return eras


def _listed_until(eras):
    return max([_LISTED, *(rule.last or 0 for era in eras for rule in era.rules)])


def _listed(eras):
    """What zic writes: the type that holds first, and (moment, type) of each change up to the last year that is listed."""
    before, changes, start = None, [], None
    until = _listed_until(eras)
    for era in eras:
        save, at_start, start_offset = era.save, None, era.offset
        waits = start is not None  # for the moment from which on this line holds
        if era.fixed:
            kind = era.kind(save, '')
            if waits:
                changes.append((start, kind))
            before, waits = before or kind, False
        first = min((rule.first for rule in era.rules), default=until)
        for year in range(first, min(era.until_year or until, until) + 1):
            for moment, rule in era.changes(year, save):
                if era.until_year is not None and moment >= era.end(save):
                    if at_start is None and era.offset + rule.save == start_offset:
                        at_start = era.kind(rule.save, rule.letters)
                    break
                save = rule.save
                kind = era.kind(save, rule.letters)
                waits = waits and moment != start
                if waits and moment < start:
                    at_start, start_offset = kind, kind.total
                    continue
                if waits and at_start is None and start_offset == kind.total:
                    at_start = kind
                if before is None and not save:
                    before = kind
                changes.append((moment, kind))
        if waits:
            kind = at_start or era.kind(save, '')
            changes.append((start, _Kind(start_offset, start_offset - era.offset, kind.name)))
        if era.until_year is not None:
            start = era.end(save)
    return before, _merged(before, sorted(changes, key=lambda change: change[0]))


def _merged(before, changes):
    """Without what changes nothing, and what no clock ever shows as the next change comes before it does."""
    kept = []
    for moment, kind in changes:
        if kept:
            last, shown = kept[-1]
            if moment + shown.total <= last + (kept[-2][1] if kept[1:] else before).total:
                kept[-1] = last, kind
                continue
        if kind.written != (kept[-1][1] if kept else before).written:
            kept.append((moment, kind))
    return kept


def _guess_summer_time(before, changes):
    """CPython reads how much of an offset is summer time out of the types next to it, as files do not tell: an hour where that fails."""
    kinds = [kind for _, kind in changes]
    types = [kind.written for kind in kinds]
    known = list(dict.fromkeys([before.written, *types]))
    amounts = dict.fromkeys(known, 0)
    for i in range(1, len(types)):
        total, summer, _ = types[i]
        if summer and not amounts[types[i]]:
            amount = 0 if types[i - 1][1] else total - types[i - 1][0]
            if not amount and types[i] != known[-1] and types[i + 1 :] and not types[i + 1][1]:
                amount = total - types[i + 1][0]
            amounts[types[i]] = amount
    for kind, written in zip(kinds, types):
        kind.save = amounts[written] or 3600 * written[1]


class _Table:
    """Changes from one type of local time to the next."""

    def __init__(self, before, changes):
        self._kinds = [before, *(kind for _, kind in changes)]
        self._moments = [moment for moment, _ in changes]
        # By the clock on the wall: while it shows a time twice the first one counts, while it leaves a time out the one before it.
        pairs = [(moment, before.total, after.total) for moment, before, after in zip(self._moments, self._kinds, self._kinds[1:])]
        self._walls = [moment + max(a, b) for moment, a, b in pairs], [moment + min(a, b) for moment, a, b in pairs]

    def kind(self, wall, fold):
        return self._kinds[_bisect_right(self._walls[fold], wall)]

    def kind_and_fold(self, moment):
        i = _bisect_right(self._moments, moment)
        fold = i > 0 and self._kinds[i - 1].total - self._kinds[i].total > moment - self._moments[i - 1]
        return self._kinds[i], fold


class _Zone:
    def __init__(self, eras):
        before, changes = _listed(eras)
        _guess_summer_time(before, changes)
        self._all = _Table(before, changes)
        self._until, self._last = _listed_until(eras), eras[-1]
        self._goes_on = any(rule.last is None for rule in self._last.rules)
        self._later = {}
        self.fixed = None if changes else before

    def table(self, year):
        if year <= self._until or not self._goes_on:
            return self._all
        table = self._later.get(year)
        if table is None:
            table = self._later[year] = self._worked_out(year)
        return table

    def _worked_out(self, year):
        era = self._last
        save, changes = 0, []
        for each in range(year - 2, min(year + 2, 10000)):
            for moment, rule in era.changes(each, save):
                save = rule.save
                changes.append((moment, era.kind(save, rule.letters)))
        return _Table(changes.pop(0)[1], changes)


def _seconds_of(dt):
    return (dt.toordinal() - _EPOCH) * _DAY + dt.hour * 3600 + dt.minute * 60 + dt.second


# ---- the class

def _check_key(key):
    if key.startswith('/'):
        raise ValueError(f'ZoneInfo keys may not be absolute paths, got: {key}')
    parts = key.split('/')
    if not key or key != '/'.join(part for part in parts if part not in ('', '.')) or '..' in parts[1:]:
        raise ValueError(f'ZoneInfo keys must be normalized relative paths, got: {key}')
    if parts[0] == '..':
        raise ValueError(f'ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}')


class ZoneInfo(tzinfo):
    _cache = weakref.WeakValueDictionary()
    _recent = {}  # kept alive: the last ones asked for

    def __init_subclass__(cls):
        cls._cache = weakref.WeakValueDictionary()
        cls._recent = {}

    def __new__(cls, key):
        known = cls._cache.get(key)
        if known is None:
            known = cls._cache[key] = cls._made(key, True)
        cls._recent.pop(key, None)
        cls._recent[key] = known
        if len(cls._recent) > 8:
            del cls._recent[next(iter(cls._recent))]
        return known

    @classmethod
    def _made(cls, key, cached):
        if not isinstance(key, str):
            raise TypeError(f'expected str, bytes or os.PathLike object, not {type(key).__name__}')
        _check_key(key)
        from _zones import TEXT
        eras = _eras(TEXT, key)
        if eras is None:
            raise ZoneInfoNotFoundError(f'No time zone found with key {key}')
        self = super().__new__(cls)
        self._zone, self._key, self._cached = _Zone(eras), key, cached
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
            cls._recent.pop(key, None)

    @property
    def key(self):
        return self._key

    def _kind(self, dt):
        """The type of local time at that time, None: that cannot be told."""
        if dt is None:
            return self._zone.fixed
        return self._zone.table(dt.year).kind(_seconds_of(dt), dt.fold)

    def utcoffset(self, dt, /):
        kind = self._kind(dt)
        return None if kind is None else timedelta(seconds=kind.total)

    def dst(self, dt, /):
        kind = self._kind(dt)
        return None if kind is None else timedelta(seconds=kind.save)

    def tzname(self, dt, /):
        kind = self._kind(dt)
        return None if kind is None else kind.name

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        kind, fold = self._zone.table(dt.year).kind_and_fold(_seconds_of(dt))
        local = dt + timedelta(seconds=kind.total)
        return local.replace(fold=1) if fold else local

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
    from _zones import TEXT
    lines = TEXT.split('\n')
    return {line.split(' ')[1] for line in lines if line.startswith('Z ')} | {line.split(' ')[2] for line in lines if line.startswith('L ')}


def reset_tzpath(to=None):
    global TZPATH
    if isinstance(to, (str, bytes)):
        raise TypeError(f'tzpath must be a list or tuple, not {type(to)}: {to!r}')
    for path in to or ():
        if not str(path).startswith('/'):
            raise ValueError(f'Invalid paths specified in TZPATH argument. Paths must be absolute: {path}')
    TZPATH = tuple(map(str, to or ()))
