"""Writes library/_unicode_data.py (to standard output): what the module unicodedata tells of code points, but names.

Run it with the version of Python whose Unicode data the engine is to have (3.14: Unicode 16). Properties are runs: a value
and, in base 36, how many code points have it. Numbers and decompositions are listed.
"""
import unicodedata

from tables import base36, put

LIMIT = 0x110000
ASSIGNED = 0x33500  # behind it only a few places hold anything


def worth_asking(code):
    return code < ASSIGNED or 0xE0000 <= code < 0xE0200 or code & 0xFFFF in (0, 0xFFFD, 0xFFFE, 0xFFFF)


def runs(property):
    parts, last, count = [], None, 0
    for code in range(LIMIT):
        value = property(chr(code)) if worth_asking(code) else last
        if value != last and count:
            parts.append(f'{last}:{base36(count)}')
            count = 0
        last = value
        count += 1
    parts.append(f'{last}:{base36(count)}')
    return ' '.join(parts)


def listed(text_of):
    parts, last = [], 0
    for code in range(ASSIGNED):
        text = text_of(chr(code))
        if text:
            parts.append(f'{base36(code - last)}:{text}')
            last = code
    return ' '.join(parts)


def number(c):
    value = unicodedata.numeric(c, None)
    if value is None:
        return ''
    kind = 'd' if unicodedata.decimal(c, None) is not None else 'g' if unicodedata.digit(c, None) is not None else 'n'
    return kind + repr(value).removesuffix('.0')


def decomposition(c):
    if '\uac00' <= c <= '\ud7a3':
        return ''
    words = unicodedata.decomposition(c).split()
    return ','.join(word if word[0] == '<' else base36(int(word, 16)) for word in words)


def excluded(c):
    """A composition that normalising does not make."""
    parts = unicodedata.decomposition(c).split()
    return len(parts) == 2 and parts[0][0] != '<' and unicodedata.normalize('NFC', c) != c


print('"""Unicode data, made by engine/python/unicode/generate_data.py."""\n')
print(f'VERSION = {unicodedata.unidata_version!r}')
put('CATEGORY', runs(unicodedata.category), 120)
put('COMBINING', runs(unicodedata.combining), 120)
put('BIDIRECTIONAL', runs(unicodedata.bidirectional), 120)
put('WIDTH', runs(unicodedata.east_asian_width), 120)
put('MIRRORED', runs(unicodedata.mirrored), 120)
put('NUMBERS', listed(number), 120)
put('DECOMPOSITIONS', listed(decomposition), 120)
put('EXCLUDED', listed(lambda c: 'x' if excluded(c) else ''), 120)
