"""Addresses, dates and identifiers of messages."""
import datetime
import re
import time

__all__ = ['collapse_rfc2231_value', 'decode_params', 'decode_rfc2231', 'encode_rfc2231', 'formataddr', 'formatdate', 'format_datetime', 'getaddresses',
           'make_msgid', 'mktime_tz', 'parseaddr', 'parsedate', 'parsedate_tz', 'parsedate_to_datetime', 'quote', 'unquote', 'localtime']

_DAYS, _MONTHS = 'Mon Tue Wed Thu Fri Sat Sun'.split(), 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()
_ZONES = {'UT': 0, 'UTC': 0, 'GMT': 0, 'Z': 0, 'AST': -400, 'ADT': -300, 'EST': -500, 'EDT': -400, 'CST': -600, 'CDT': -500, 'MST': -700,
          'MDT': -600, 'PST': -800, 'PDT': -700}


def has_surrogates(text):
    """Whether it has bytes in it that no character set was known for."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def quote(str):
    return str.replace('\\', '\\\\').replace('"', '\\"')


def unquote(str):
    if len(str) > 1:
        if str[0] == str[-1] == '"':
            return str[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        if str[0] == '<' and str[-1] == '>':
            return str[1:-1]
    return str


def display(name):
    """A name as it stands before an address."""
    return f'"{quote(name)}"' if re.search(r'[][\\()<>@,:;".]', name) else name


def formataddr(pair, charset='utf-8'):
    """The text of (name, address)."""
    name, address = pair
    address.encode('ascii')
    if not name:
        return address
    if not name.isascii():
        from email.charset import Charset
        return f'{(Charset(charset) if isinstance(charset, str) else charset).header_encode(name)} <{address}>'
    return f'{display(name)} <{address}>'


def _split(text):
    """The addresses of a list that commas part, outside of quotes, comments and angles."""
    parts, part, depth, quoted, escaped = [], '', 0, False, False
    for c in text:
        if escaped:
            escaped = False
        elif c == '\\':
            escaped = True
        elif c == '"':
            quoted = not quoted
        elif not quoted and c in '(<':
            depth += 1
        elif not quoted and c in ')>':
            depth -= 1
        elif not quoted and depth == 0 and c in ',;':
            parts.append(part)
            part = ''
            continue
        part += c
    return [each.strip() for each in parts + [part]]


def parseaddr(addr, *, strict=True):
    """(name, address) of a text; two empty ones when it is none."""
    if isinstance(addr, list):
        addr = addr[0]
    found = _split(addr)
    return _parsed(found[0]) if len(found) == 1 else ('', '')


def _parsed(text):
    if (match := re.fullmatch(r'(.*?)\s*<([^<>]*)>', text, re.DOTALL)) is not None:
        return ' '.join(unquote(match.group(1).strip()).split()), match.group(2).strip()
    if (match := re.fullmatch(r'(\S+)\s*\((.*)\)', text, re.DOTALL)) is not None:
        return match.group(2), match.group(1)
    return ('', '') if ' ' in text else ('', text)


def getaddresses(fieldvalues, *, strict=True):
    return [_parsed(each) for value in fieldvalues for each in _split(str(value)) if each]


def format_datetime(dt, usegmt=False):
    if usegmt and (dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc):
        raise ValueError('usegmt option requires a UTC datetime')
    zone = 'GMT' if usegmt else '-0000' if dt.tzinfo is None else dt.strftime('%z')
    return (f'{_DAYS[dt.weekday()]}, {dt.day:02d} {_MONTHS[dt.month - 1]} {dt.year:04d} {dt.hour:02d}:{dt.minute:02d}:{dt.second:02d} {zone}')


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A date of a header, by default of now."""
    if timeval is None:
        timeval = time.time()
    made = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    return format_datetime(made if localtime or usegmt else made.replace(tzinfo=None), usegmt)


def parsedate_tz(data):
    if not data or (match := re.search(r'(\d{1,2})[ -]+([A-Za-z]{3})[a-z]*[ -]+(\d{2,4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*([-+]\d{4}|[A-Za-z]+)?', data)) is None:
        return None
    day, month, year, hour, minute, second, zone = match.groups()
    month, year = month.title(), int(year)
    if month not in _MONTHS:
        return None
    if year < 100:
        year += 2000 if year < 69 else 1900
    offset = None
    if zone is not None:
        number = _ZONES.get(zone.upper()) if zone[0].isalpha() else int(zone)
        if zone == '-0000':
            number = None
        if number is not None:
            offset = (abs(number) // 100 * 3600 + abs(number) % 100 * 60) * (-1 if number < 0 else 1)
    return (year, _MONTHS.index(month) + 1, int(day), int(hour or 0), int(minute or 0), int(second or 0), 0, 1, -1, offset)


def parsedate(data):
    found = parsedate_tz(data)
    return None if found is None else found[:9]


def mktime_tz(data):
    import calendar
    return calendar.timegm(data[:6] + (0, 1, -1)) - (data[9] or 0)


def parsedate_to_datetime(data):
    found = parsedate_tz(data)
    if found is None:
        raise ValueError(f'Invalid date value or format "{data}"')
    zone = None if found[9] is None else datetime.timezone(datetime.timedelta(seconds=found[9]))
    return datetime.datetime(*found[:6], tzinfo=zone)


def localtime(dt=None):
    return (dt or datetime.datetime.now(datetime.timezone.utc)).astimezone()


def make_msgid(idstring=None, domain=None):
    """A string that no other message has for its Message-ID."""
    import os
    import random
    import socket
    where = domain or socket.getfqdn()
    return f"<{int(time.time() * 100)}.{os.getpid()}.{random.getrandbits(64)}{'.' + idstring if idstring else ''}@{where}>"


def encode_rfc2231(s, charset=None, language=None):
    from urllib.parse import quote as percent
    text = percent(s, safe='', encoding=charset or 'ascii')
    return text if charset is None and language is None else f"{charset}'{language or ''}'{text}"


def decode_rfc2231(s):
    parts = s.split("'", 2)
    return (None, None, s) if len(parts) <= 2 else parts


def decode_params(params):
    """Parameters in quotes; those in parts or with a character set (RFC 2231) are put together, the latter as (charset, language, text)."""
    import re
    from urllib.parse import unquote as percent
    found, in_parts = [params[0]], {}
    for name, value in params[1:]:
        value = unquote(value)
        part = re.match(r'(\w+)\*(?:(\d+)\*?)?$', name, re.ASCII)
        if part:
            in_parts.setdefault(part[1], []).append((part[2] and int(part[2]), value, name.endswith('*')))
        else:
            found.append((name, f'"{quote(value)}"'))
    for name, parts in in_parts.items():
        if any([number == 0 for number, _, _ in parts]):
            parts = [part for part in parts if part[0] is not None]
        parts.sort(key=lambda part: part[0] or 0)
        value = quote(''.join([percent(text, encoding='latin-1') if encoded else text for _, text, encoded in parts]))
        if any([encoded for _, _, encoded in parts]):
            charset, language, value = decode_rfc2231(value)
            found.append((name, (charset, language, f'"{value}"')))
        else:
            found.append((name, f'"{value}"'))
    return found


def collapse_rfc2231_value(value, errors='replace', fallback_charset='us-ascii'):
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, _, text = value
    try:
        return str(text.encode('raw-unicode-escape'), charset or fallback_charset, errors)
    except LookupError:
        return unquote(text)
