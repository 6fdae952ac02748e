"""Reading dates and times by a format: time.strptime and datetime.strptime."""

_MONTHS = ('january february march april may june july august september october november december').split()
_DAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split()
_DIGITS = {'d': (2, 1, 31), 'f': (6, 0, 999999), 'H': (2, 0, 23), 'I': (2, 1, 12), 'j': (3, 1, 366), 'm': (2, 1, 12),
           'M': (2, 0, 59), 'S': (2, 0, 61), 'u': (1, 1, 7), 'w': (1, 0, 6), 'U': (2, 0, 53), 'W': (2, 0, 53), 'y': (2, 0, 99),
           'Y': (4, 0, 9999), 'G': (4, 0, 9999), 'V': (2, 1, 53)}
_WHOLE = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'D': '%m/%d/%y', 'T': '%H:%M:%S', 'R': '%H:%M'}
_NAMES = {'a': [d[:3] for d in _DAYS], 'A': _DAYS, 'b': [m[:3] for m in _MONTHS], 'B': _MONTHS, 'p': ['am', 'pm']}


class _Mismatch(Exception):
    pass


def _number(text, at, directive):
    """The number at `at`, as many digits as fit the directive, and where it ends."""
    width, low, high = _DIGITS[directive]
    end = at
    while end < len(text) and end - at < width and text[end].isdigit():
        end += 1
    if directive in 'YGy' and end - at < width:
        raise _Mismatch
    while end > at:
        value = int(text[at:end])
        if low <= value <= high:
            return value, end
        end -= 1
    raise _Mismatch


def _name(text, at, names):
    # The longest first: "may" must not hide "mayor" where both could stand.
    for name in sorted(names, key=len, reverse=True):
        if text[at:at + len(name)].lower() == name:
            return names.index(name), at + len(name)
    raise _Mismatch


def _zone(text, at):
    """Z or +hhmm[ss[.f]], with or without colons: seconds east of Greenwich."""
    if text[at:at + 1] in ('Z', 'z'):
        return 0, at + 1
    sign = {'+': 1, '-': -1}.get(text[at:at + 1])
    colon = text[at + 3:at + 4] == ':'
    parts, at = [], at + 1
    while len(parts) < 3 and sign is not None:
        start = at + (colon and len(parts) > 0)
        part = text[start:start + 2]
        if len(part) < 2 or not part.isdigit() or (start > at and text[at] != ':') or (parts and int(part) > 59):
            break
        parts.append(int(part))
        at = start + 2
    if len(parts) < 2:
        raise _Mismatch
    seconds = parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)
    if len(parts) > 2 and text[at:at + 1] == '.' and text[at + 1:at + 2].isdigit():
        end = at + 1
        while end < len(text) and end - at <= 6 and text[end].isdigit():
            end += 1
        seconds += int(text[at + 1:end].ljust(6, '0')) / 1000000
        at = end
    return sign * seconds, at


def _skip_space(text, at):
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _warn_of_year():
    import warnings
    warnings.warn('Parsing dates involving a day of month without a year specified is ambiguous\n'
                  'and fails to parse leap day. The default behavior will change in Python 3.15\n'
                  'to either always raise an exception or to use a different default year (TBD).\n'
                  'To avoid trouble, add a specific year to the input & format.\n'
                  'See https://github.com/python/cpython/issues/70647.', DeprecationWarning, skip_file_prefixes=('<frozen ',))


def _scan(text, format):
    found, at, i, given = {}, 0, 0, format
    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            if at == _skip_space(text, at):
                raise _Mismatch
            at = _skip_space(text, at)
            continue
        if c != '%':
            if text[at:at + 1].lower() != c.lower():
                raise _Mismatch
            at += 1
            continue
        if i == len(format):
            raise ValueError(f"stray % in format '{format}'")
        directive = format[i]
        i += 1
        if directive == '%':
            if text[at:at + 1] != '%':
                raise _Mismatch
            at += 1
        elif directive in _DIGITS:
            start = at
            found[directive], at = _number(text, at, directive)
            if directive == 'f':
                found['f'] = int(text[start:at].ljust(6, '0'))
        elif directive in _WHOLE:
            format = format[:i - 2] + _WHOLE[directive] + format[i:]
            i -= 2
        elif directive in _NAMES:
            found[directive], at = _name(text, at, _NAMES[directive])
        elif directive == 'z':
            found['z'], at = _zone(text, at)
        elif directive == 'Z':
            found['Z'], at = _name(text, at, ['utc', 'gmt'])
        else:
            raise ValueError(f"'{directive}' is a bad directive in format '{given}'")
    return found, at


def _days_before(year, month, day):
    """Days from 1 January of year 1, which is a Monday."""
    days = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1] + day - 1
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + days + (leap and month > 2)


def _from_days(days):
    """(year, month, day) of a day counted from 1 January of year 1."""
    year = days // 366 + 1
    while _days_before(year + 1, 1, 1) <= days:
        year += 1
    month = next(m for m in range(12, 0, -1) if _days_before(year, m, 1) <= days)
    return year, month, days - _days_before(year, month, 1) + 1


def _weekday(found):
    """Monday is 0; None: not given."""
    for name, shift in (('a', 0), ('A', 0), ('u', 6), ('w', 6)):
        if name in found:
            return (found[name] + shift) % 7
    return None


def _check_iso(found):
    weekday = _weekday(found)
    if 'G' in found:
        if 'j' in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if 'V' not in found or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
    elif 'V' in found:
        if 'Y' not in found and 'y' not in found or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")


def _by_week(found, year):
    """The day that year, week and weekday tell; None: they do not."""
    weekday = _weekday(found)
    if 'G' in found:
        fourth = _days_before(found['G'], 1, 4)
        if found['V'] == 53 and (_days_before(found['G'] + 1, 1, 4) // 7 - fourth // 7) == 52:
            raise ValueError('Invalid week: 53')
        return fourth - fourth % 7 + (found['V'] - 1) * 7 + weekday
    if weekday is None or year is None or not ('U' in found or 'W' in found):
        return None
    first = _days_before(year, 1, 1)
    if 'U' in found:
        return first - (first + 1) % 7 + found['U'] * 7 + (weekday + 1) % 7 if (first + 1) % 7 else first + (found['U'] - 1) * 7 + (weekday + 1) % 7
    return first - first % 7 + found['W'] * 7 + weekday if first % 7 else first + (found['W'] - 1) * 7 + weekday


def _date(found):
    _check_iso(found)
    year = found.get('Y')
    if year is None and 'y' in found:
        year = found['y'] + (2000 if found['y'] <= 68 else 1900)
    name = found.get('b', found.get('B', 0))
    month = found.get('m', name + 1)
    day = found.get('d', 1)
    real = 1900 if year is None else year
    if not any(c in found for c in 'mbBd'):
        days = _days_before(real, 1, 1) + found['j'] - 1 if 'j' in found else _by_week(found, year)
        if days is not None:
            return _from_days(days)
    last = _days_before(real + month // 12, month % 12 + 1, 1) - _days_before(real, month, 1)
    if year is None and (month, day) == (2, 29):
        return real, month, day
    if day > last:
        raise ValueError(f'day {day} must be in range 1..{last} for month {month} in year {real}')
    return real, month, day


def _hour(found):
    if 'H' in found:
        return found['H']
    hour = found.get('I', 0)
    if 'p' in found:
        hour = hour % 12 + 12 * found['p']
    return hour


def parse(text, format):
    """(year, month, day, hour, minute, second, microsecond, weekday, day of the year, seconds of the zone or None, its name or None)"""
    for i, argument in enumerate((text, format)):
        if not isinstance(argument, str):
            raise TypeError(f'strptime() argument {i} must be str, not {type(argument)}')
    if '%d' in format and not any(year in format for year in ('%Y', '%y', '%G')):
        _warn_of_year()
    try:
        found, end = _scan(text, format)
    except _Mismatch:
        raise ValueError(f'time data {text!r} does not match format {format!r}') from None
    if end < len(text):
        raise ValueError(f'unconverted data remains: {text[end:]}')
    year, month, day = _date(found)
    counted = 1904 if (year, month, day) == (1900, 2, 29) else year  # a leap day of no year
    days = _days_before(counted, month, day)
    return (year, month, day, _hour(found), found.get('M', 0), found.get('S', 0), found.get('f', 0), days % 7,
            days - _days_before(counted, 1, 1) + 1, found.get('z'), ('UTC', 'GMT')[found['Z']] if 'Z' in found else None)


def struct_time(text, format='%a %b %d %H:%M:%S %Y'):
    import time
    made = parse(text, format)
    zone = made[10], None if made[9] is None else int(made[9])
    return time.struct_time(made[:6] + (made[7], made[8], -1 if zone == (None, None) else 0) + zone)
