"""Prints the table of unicode_normal.c: which characters of identifiers NFKC may change, or may join with one before them.

Run it with the version of Python whose Unicode data the engine is to have (3.14: Unicode 16).
"""
import unicodedata


def second_parts():
    """Characters that some composition takes in, Hangul's vowels and tails among them."""
    found = {chr(code) for code in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}
    for code in range(0x80, 0x110000):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith('<'):
            found.add(chr(int(parts[1], 16)))
    return found


def turns():
    joins, last, before = second_parts(), 0x80, False
    for code in range(0x80, 0x110000):
        c = chr(code)
        if not ('a' + c).isidentifier():
            continue  # such a character never gets here: the answer stays what it was
        unsure = unicodedata.normalize('NFKC', c) != c or unicodedata.combining(c) != 0 or c in joins
        if unsure != before:
            yield code - last
            last, before = code, unsure


def packed(number):
    groups = [number & 127]
    while number := number >> 7:
        groups.append(number & 127 | 128)
    return reversed(groups)


numbers = [byte for turn in turns() for byte in packed(turn)]
for start in range(0, len(numbers), 24):
    print('    ' + ', '.join(map(str, numbers[start:start + 24])) + ',')
