"""Writes library/_unicode_names.py (to standard output): the names of characters, without those that are made by rule (ideographs,
syllables of Hangul) and those of scripts that are read by scholars alone (`RARE`), which would be a third of it.

Run it as generate_data.py. A line is a character: how far it is from the one before (base 36; nothing: 1), how many words of its
name are those of the name before (A: none), and the others; or ! for the name before with its last number one higher.
"""
import unicodedata

from tables import base36, put

RARE = ((0x10000, 0x1BFFF), (0xA000, 0xA4CF), (0xA500, 0xA63F), (0xA6A0, 0xA6FF), (0xA800, 0xA82F), (0xA840, 0xA8DF), (0xA900, 0xAB2F),
        (0xAB70, 0xABFF), (0x1CC00, 0x1CFCF), (0x1D800, 0x1DAAF))
# Names that lookup() knows besides.
ALIASES = '''
NULL NUL|START OF HEADING SOH|START OF TEXT STX|END OF TEXT ETX|END OF TRANSMISSION EOT|ENQUIRY ENQ|ACKNOWLEDGE ACK|ALERT BEL|BACKSPACE BS|
CHARACTER TABULATION HORIZONTAL TABULATION HT TAB|LINE FEED NEW LINE END OF LINE LF NL EOL|LINE TABULATION VERTICAL TABULATION VT|
FORM FEED FF|CARRIAGE RETURN CR|SHIFT OUT SO|LOCKING-SHIFT ONE|SHIFT IN SI|LOCKING-SHIFT ZERO|DATA LINK ESCAPE DLE|DEVICE CONTROL ONE DC1|
DEVICE CONTROL TWO DC2|DEVICE CONTROL THREE DC3|DEVICE CONTROL FOUR DC4|NEGATIVE ACKNOWLEDGE NAK|SYNCHRONOUS IDLE SYN|
END OF TRANSMISSION BLOCK ETB|CANCEL CAN|END OF MEDIUM EOM EM|SUBSTITUTE SUB|ESCAPE ESC|INFORMATION SEPARATOR FOUR FILE SEPARATOR FS|
INFORMATION SEPARATOR THREE GROUP SEPARATOR GS|INFORMATION SEPARATOR TWO RECORD SEPARATOR RS|INFORMATION SEPARATOR ONE UNIT SEPARATOR US|
SP|DELETE DEL|PADDING CHARACTER PAD|HIGH OCTET PRESET HOP|BREAK PERMITTED HERE BPH|NO BREAK HERE NBH|INDEX IND|NEXT LINE NEL|
START OF SELECTED AREA SSA|END OF SELECTED AREA ESA|SINGLE SHIFT TWO SS2|SINGLE SHIFT THREE SS3|DEVICE CONTROL STRING DCS|
STRING TERMINATOR ST|OPERATING SYSTEM COMMAND OSC|PRIVACY MESSAGE PM|APPLICATION PROGRAM COMMAND APC|CONTROL SEQUENCE INTRODUCER CSI|
NBSP|SHY|CGJ|ZWSP|ZWNJ|ZWJ|LRM|RLM|LRE|RLE|PDF|LRO|RLO|NNBSP|MMSP|WJ|LRI|RLI|FSI|PDI|BYTE ORDER MARK BOM ZWNBSP|ALM|
LATIN CAPITAL LETTER GHA|LATIN SMALL LETTER GHA|WEIERSTRASS ELLIPTIC FUNCTION|
PRESENTATION FORM FOR VERTICAL RIGHT WHITE LENTICULAR BRACKET
'''


def names(rare):
    for code in range(0x110000):
        name = unicodedata.name(chr(code), '')
        by_rule = name.endswith(f'-{code:X}') or name.startswith('HANGUL SYLLABLE ')
        if name and not by_rule and any(low <= code <= high for low, high in RARE) == rare:
            yield code, name


def lines():
    last, before = -1, []
    for code, name in names(False):
        words = name.replace('-', ' - ').split(' ')
        assert ' '.join(words).replace(' - ', '-') == name
        same = 0
        while same < min(len(words), len(before)) and words[same] == before[same]:
            same += 1
        gap = base36(code - last) if code - last > 1 else ''
        counts = same == len(words) - 1 == len(before) - 1 and words[-1].isdigit() and before[-1].isdigit()
        if counts and words[-1] == str(int(before[-1]) + 1).zfill(len(before[-1])):
            yield gap + '!'
        else:
            yield gap + chr(65 + same) + ' '.join(words[same:])
        last, before = code, words


def aliases():
    for group in ALIASES.replace('\n', '').split('|'):
        words = group.split()
        while words:  # the longest beginning that is a name, again and again
            for length in range(len(words), 0, -1):
                try:
                    yield ' '.join(words[:length]), ord(unicodedata.lookup(' '.join(words[:length])))
                except KeyError:
                    continue
                break
            else:
                raise ValueError(group)
            del words[:length]


print('"""Names of characters, made by engine/python/unicode/generate_names.py."""\n')
print(f'RARE = {RARE!r}')
known = {name.split(' ')[0] for _, name in names(False)}
put('RARE_WORDS', ' '.join(sorted({name.split(' ')[0] for _, name in names(True)} - known | {'KHITAN', 'NUSHU', 'TANGUT'})))
put('ALIASES', '\n'.join(f'{base36(code) or "0"} {name}' for name, code in aliases()))
put('NAMES', '\n'.join(lines()))
