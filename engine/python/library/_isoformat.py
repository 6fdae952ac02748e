"""Reading dates and times of ISO 8601, for datetime's fromisoformat."""


def _wrong(whole):
    return ValueError(f'Invalid isoformat string: {whole!r}')


def _number(text, whole):
    if not (text.isascii() and text.isdigit()):
        raise _wrong(whole)
    return int(text)


def read_date(text, whole, of_week):
    """(year, month, day). of_week makes that of (year, week, weekday)."""
    year = _number(text[:4], whole)
    dash = text[4:5] == '-'
    rest = text[4 + dash:]
    if rest[:1] == 'W':
        week, day = rest[1:3], rest[3:]
        if day and dash != (day[0] == '-'):
            raise _wrong(whole)
        day = day.removeprefix('-') if dash else day
        if len(week) != 2 or len(day) > 1 or (rest[3:] and not day):
            raise _wrong(whole)
        week, day = _number(week, whole), _number(day, whole) if day else 1
        try:
            return of_week(year, week, day)
        except ValueError:
            raise _wrong(whole) from None
    if len(rest) != (5 if dash else 4) or (dash and rest[2] != '-'):
        raise _wrong(whole)
    return year, _number(rest[:2], whole), _number(rest[-2:], whole)


def _read_clock(text, whole):
    """hh[:mm[:ss[.f...]]], with or without colons: four numbers."""
    clock, comma, fraction = text.partition('.' if '.' in text else ',')
    colons = clock[2:3] == ':'
    parts = clock.split(':') if colons else [clock[i:i + 2] for i in range(0, len(clock), 2)]
    if not 1 <= len(parts) <= 3 or any(len(part) != 2 for part in parts):
        raise _wrong(whole)
    numbers = [_number(part, whole) for part in parts]
    micro = 0
    if comma:
        if len(parts) != 3 or not fraction:
            raise _wrong(whole)
        _number(fraction, whole)
        micro = int(fraction[:6].ljust(6, '0'))
    return numbers + [0] * (3 - len(numbers)) + [micro]


def _read_offset(text, whole):
    """Microseconds of what stands behind the sign."""
    hour, minute, second, micro = _read_clock(text, whole)
    return ((hour * 60 + minute) * 60 + second) * 1000000 + micro


def read_time(text, whole):
    """(hour, minute, second, microsecond, offset in microseconds or None, whether it is midnight of the next day)"""
    offset = None
    at = max(text.find('+'), text.find('-'), text.find('Z'))
    if at >= 0:
        if text[at] == 'Z':
            if at + 1 < len(text):
                raise _wrong(whole)
            offset = 0
        else:
            offset = _read_offset(text[at + 1:], whole) * (-1 if text[at] == '-' else 1)
        text = text[:at].removesuffix(' ')
    hour, minute, second, micro = _read_clock(text, whole)
    next_day = hour == 24
    if next_day:
        if minute or second or micro:
            raise ValueError('minute, second, and microsecond must be 0 when hour is 24')
        hour = 0
    return hour, minute, second, micro, offset, next_day


def _date_length(text):
    """Where the date ends and the separator stands."""
    if text[4:5] == '-':
        if text[5:6] != 'W':
            return 10
        return 10 if text[8:9] == '-' and len(text) > 9 and text[9:10].isdigit() and (len(text) < 11 or not text[10:11].isdigit()) else 8
    if text[4:5] != 'W':
        return 8
    digits = 7
    while digits < len(text) and text[digits].isdigit():
        digits += 1
    return digits if digits < 9 else 7 + digits % 2


def read_datetime(text, of_week):
    if len(text) < 7:
        raise _wrong(text)
    end = _date_length(text)
    day = read_date(text[:end], text, of_week)
    rest = text[end + 1:]
    if len(text) > end and not rest:
        raise _wrong(text)
    return day, read_time(rest, text) if rest else (0, 0, 0, 0, None, False)
