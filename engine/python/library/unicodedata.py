"""Properties of characters, names, and normal forms."""

import _unicode_data as _data
from _native import like_c as _like_c

unidata_version = _data.VERSION
_absent = object()


class _Runs:
    """A property by runs: read when it is first asked for."""

    def __init__(self, name, convert=str):
        self._name, self._convert, self._starts = name, convert, None

    def __getitem__(self, c):
        if not isinstance(c, str) or len(c) != 1:
            raise TypeError
        if self._starts is None:
            self._starts, self._values, at = [], [], 0
            for part in getattr(_data, self._name).split(' '):
                value, count = part.rsplit(':', 1)
                self._starts.append(at)
                self._values.append(self._convert(value))
                at += int(count, 36)
        code, low, high = ord(c), 0, len(self._starts)
        while high - low > 1:
            middle = (low + high) // 2
            if self._starts[middle] <= code:
                low = middle
            else:
                high = middle
        return self._values[low]


def _listed(text):
    found, code = {}, 0
    for part in text.split(' '):
        distance, value = part.split(':')
        code += int(distance or '0', 36)
        found[chr(code)] = value
    return found


_tables = {}


def _table(name):
    if name not in _tables:
        _tables[name] = _listed(getattr(_data, name))
    return _tables[name]


_categories, _combining = _Runs('CATEGORY'), _Runs('COMBINING', int)
_bidirectional, _widths, _mirrored = _Runs('BIDIRECTIONAL'), _Runs('WIDTH'), _Runs('MIRRORED', int)


def _kind(value):
    return 'None' if value is None else type(value).__name__


def _check(function, c):
    if not isinstance(c, str):
        raise TypeError(f'{function}() argument must be a unicode character, not {_kind(c)}')
    if len(c) != 1:
        raise TypeError(f'{function}(): argument must be a unicode character, not a string of length {len(c)}')
    return c


def category(chr, /):
    """Returns the general category assigned to the character chr as string."""
    return _categories[_check('category', chr)]


def combining(chr, /):
    """Returns the canonical combining class assigned to the character chr as integer."""
    return _combining[_check('combining', chr)]


def bidirectional(chr, /):
    """Returns the bidirectional class assigned to the character chr as string."""
    return _bidirectional[_check('bidirectional', chr)]


def east_asian_width(chr, /):
    """Returns the east asian width assigned to the character chr as string."""
    return _widths[_check('east_asian_width', chr)]


def mirrored(chr, /):
    """Returns the mirrored property assigned to the character chr as integer."""
    return _mirrored[_check('mirrored', chr)]


def _number(function, c, default, kinds, convert, words):
    if not isinstance(c, str) or len(c) != 1:
        colon, what = ('', _kind(c)) if not isinstance(c, str) else (':', f'a string of length {len(c)}')
        raise TypeError(f'{function}(){colon} argument 1 must be a unicode character, not {what}')
    found = _table('NUMBERS').get(c)
    if found is not None and found[0] in kinds:
        return convert(found[1:])
    if default is _absent:
        raise ValueError(words)
    return default


def decimal(chr, default=_absent, /):
    """Converts a Unicode character into its equivalent decimal value."""
    return _number('decimal', chr, default, 'd', int, 'not a decimal')


def digit(chr, default=_absent, /):
    """Converts a Unicode character into its equivalent digit value."""
    return _number('digit', chr, default, 'dg', int, 'not a digit')


def numeric(chr, default=_absent, /):
    """Converts a Unicode character into its equivalent numeric value."""
    return _number('numeric', chr, default, 'dgn', float, 'not a numeric character')


def _parts(c):
    """(tag or '', the characters it is made of)"""
    found = _table('DECOMPOSITIONS').get(c)
    if found is None:
        return '', ()
    words = found.split(',')
    tag = words.pop(0) if words[0][0] == '<' else ''
    return tag, [chr(int(word, 36)) for word in words]


def decomposition(chr, /):
    """Returns the character decomposition mapping assigned to the character chr as string."""
    tag, parts = _parts(_check('decomposition', chr))
    return ' '.join(([tag] if tag else []) + [f'{ord(part):04X}' for part in parts])


def _hangul(c):
    """A syllable's parts."""
    n = ord(c) - 0xAC00
    parts = [chr(0x1100 + n // 588), chr(0x1161 + n % 588 // 28)]
    return parts + [chr(0x11A7 + n % 28)] if n % 28 else parts


def _decomposed(text, compatible):
    out, pending = [], list(reversed(text))
    while pending:
        c = pending.pop()
        if c < '\x80':
            out.append(c)
        elif '\uac00' <= c <= '\ud7a3':
            out.extend(_hangul(c))
        else:
            tag, parts = _parts(c)
            if parts and (compatible or not tag):
                pending.extend(reversed(parts))
            else:
                out.append(c)
    return _ordered(out)


def _ordered(out):
    """Marks that follow each other stand by their classes."""
    start = 0
    for i in range(len(out) + 1):
        if i < len(out) and out[i] >= '\u0300' and _combining[out[i]]:
            continue
        if i - start > 1:
            out[start:i] = sorted(out[start:i], key=_combining.__getitem__)
        start = i + 1
    return out


def _compositions():
    if 'pairs' not in _tables:
        excluded = _table('EXCLUDED')
        _tables['pairs'] = {}
        for c in _table('DECOMPOSITIONS'):
            tag, parts = _parts(c)
            if not tag and len(parts) == 2 and c not in excluded:
                _tables['pairs'][parts[0], parts[1]] = c
    return _tables['pairs']


def _pair(a, b, pairs):
    if '\u1100' <= a <= '\u1112' and '\u1161' <= b <= '\u1175':
        return chr(0xAC00 + ((ord(a) - 0x1100) * 21 + ord(b) - 0x1161) * 28)
    if '\uac00' <= a <= '\ud7a3' and '\u11a8' <= b <= '\u11c2' and (ord(a) - 0xAC00) % 28 == 0:
        return chr(ord(a) + ord(b) - 0x11A7)
    return pairs.get((a, b))


def _composed(parts):
    pairs, out, starter, last = _compositions(), [], None, 0
    for c in parts:
        rank = _combining[c] if c >= '\u0300' else 0
        if starter is not None and (last < rank or (last == 0 and len(out) - 1 == starter)):
            made = _pair(out[starter], c, pairs)
            if made is not None:
                out[starter] = made
                continue
        out.append(c)
        last = rank
        if rank == 0:
            starter = len(out) - 1
    return out


def _check_texts(function, *texts):
    for i, argument in enumerate(texts, 1):
        if not isinstance(argument, str):
            raise TypeError(f'{function}() argument {i} must be str, not {_kind(argument)}')


def normalize(form, unistr, /):
    """Return the normal form 'form' for the Unicode string unistr.

Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'."""
    _check_texts('normalize', form, unistr)
    if form not in ('NFC', 'NFKC', 'NFD', 'NFKD'):
        raise ValueError('invalid normalization form')
    if unistr.isascii():
        return unistr
    parts = _decomposed(unistr, 'K' in form)
    return ''.join(_composed(parts) if form.endswith('C') else parts)


def is_normalized(form, unistr, /):
    """Return whether the Unicode string unistr is in the normal form 'form'."""
    _check_texts('is_normalized', form, unistr)
    return normalize(form, unistr) == unistr


# ---- names

_IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2A6DF), (0x2A700, 0x2EE5D), (0x30000, 0x323AF))
_COMPATIBLE = ((0xF900, 0xFAD9), (0x2F800, 0x2FA1D))
_LEADS = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ')
_VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ')
_TAILS = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ')
_BY_RULE = 'CJK UNIFIED IDEOGRAPH-', 'CJK COMPATIBILITY IDEOGRAPH-'


def _within(code, ranges):
    return any(low <= code <= high for low, high in ranges)


def _names():
    """Names by code, codes by name; read when the first one is asked for."""
    if 'names' not in _tables:
        import _unicode_names as data
        names, words, code = {}, [], -1
        for line in data.NAMES.split('\n'):
            at = 0
            while line[at] >= 'a' or '0' <= line[at] <= '9':
                at += 1
            code += int(line[:at], 36) if at else 1
            if line[at] == '!':
                words = [*words[:-1], str(int(words[-1]) + 1).zfill(len(words[-1]))]
            else:
                words = words[:ord(line[at]) - 65] + (line[at + 1:].split(' ') if line[at + 1:] else [])
            names[code] = ' '.join(words).replace(' - ', '-')
        codes = {name: code for code, name in names.items()}
        for line in data.ALIASES.split('\n'):
            code, _, name = line.partition(' ')
            codes[name] = int(code, 36)
        _tables['names'], _tables['codes'], _tables['rare'] = names, codes, (data.RARE, set(data.RARE_WORDS.split(' ')))
    return _tables['names']


def _not_there(what):
    return NotImplementedError(f'Loopscope has no names of {what} yet')


def _name_by_rule(code):
    if 0xAC00 <= code <= 0xD7A3:
        lead, rest = divmod(code - 0xAC00, 588)
        return 'HANGUL SYLLABLE ' + _LEADS[lead] + _VOWELS[rest // 28] + _TAILS[rest % 28]
    for ranges, front in zip((_IDEOGRAPHS, _COMPATIBLE), _BY_RULE):
        if _within(code, ranges):
            return f'{front}{code:X}'
    if _within(code, _tables['rare'][0]):
        raise _not_there(f'characters like U+{code:04X}, of scripts that are read by scholars alone')
    return None


def name(chr, default=_absent, /):
    """The name of a character; the default, or else a ValueError, when it has none."""
    if not isinstance(chr, str) or len(chr) != 1:
        what = _kind(chr) if not isinstance(chr, str) else f'a string of length {len(chr)}'
        raise TypeError(f'name(){":" if isinstance(chr, str) else ""} argument 1 must be a unicode character, not {what}')
    found = _names().get(ord(chr))
    if found is None and _categories[chr] not in ('Cn', 'Co', 'Cs', 'Cc'):
        found = _name_by_rule(ord(chr))
    if found is not None:
        return found
    if default is _absent:
        raise ValueError('no such name')
    return default


def _code_by_rule(wanted):
    if wanted.startswith('HANGUL SYLLABLE '):
        for code in range(0xAC00, 0xD7A4):
            if _name_by_rule(code) == wanted:
                return code
    for front in _BY_RULE:
        try:
            code = int(wanted.removeprefix(front), 16) if wanted.startswith(front) else -1
        except ValueError:
            continue
        if 0 <= code <= 0x10FFFF and name(chr(code), '') == wanted:
            return code
    if wanted.startswith('VS') and wanted[2:].isdecimal() and 1 <= int(wanted[2:]) <= 256:
        return int(wanted[2:]) + (0xFDFF if int(wanted[2:]) <= 16 else 0xE00EF)
    if wanted.split(' ')[0] in _tables['rare'][1]:
        raise _not_there('scripts that are read by scholars alone')
    return None


def lookup(name, /):
    """The character that has this name; a KeyError when none has."""
    if isinstance(name, (bytes, bytearray)):
        name = name.decode('latin-1')
    if not isinstance(name, str):
        raise TypeError(f"a bytes-like object is required, not '{type(name).__name__}'")
    wanted = name.upper()
    _names()
    code = _tables['codes'].get(wanted)
    if code is None:
        code = _code_by_rule(wanted)
    if code is None:
        raise KeyError(f"undefined character name '{name}'")
    return chr(code)


def _code_of(name):
    """For \\N{...} in the text of a program: -1, no character has this name; -2, nobody can say."""
    try:
        return ord(lookup(name))
    except KeyError:
        return -1
    except NotImplementedError:
        return -2


_like_c(category, combining, bidirectional, east_asian_width, mirrored, decimal, digit, numeric, decomposition, normalize, is_normalized,
        name, lookup)
