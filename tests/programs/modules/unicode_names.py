"""Names of characters: unicodedata.name and lookup, \\N in texts, f-strings, bytes and patterns, and what they say of unknown ones."""
import re
import unicodedata

for c in 'aZ é€ñß한글漢豈Ωя☃😀🐍𝒳½٣\u200d\ufe0f\U000e0101\u0301':
    print(ascii(c), unicodedata.name(c))
for c in '\n\x00\x7f\ue000\ud800\U000fffff\u0378':
    print(ascii(c), unicodedata.name(c, 'none'))
    try:
        unicodedata.name(c)
    except ValueError as error:
        print(error)
for name in ('SNOWMAN', 'snowman', 'LATIN SMALL LETTER E WITH ACUTE', 'HANGUL SYLLABLE HAN', 'CJK UNIFIED IDEOGRAPH-6F22', 'CJK COMPATIBILITY IDEOGRAPH-F900',
             'NULL', 'LINE FEED', 'TAB', 'NBSP', 'ZERO WIDTH JOINER', 'VARIATION SELECTOR-16', 'VS1', 'VS256', 'BELL', 'EM DASH',
             'TIBETAN LETTER -A', 'BOX DRAWINGS LIGHT HORIZONTAL', 'MATHEMATICAL BOLD CAPITAL A', 'FACE WITH TEARS OF JOY', 'PILE OF POO'):
    print(name, ascii(unicodedata.lookup(name)))
for wrong in ('no such', '', 'CJK UNIFIED IDEOGRAPH-0041', 'HANGUL SYLLABLE X', 'VS0'):
    try:
        unicodedata.lookup(wrong)
    except KeyError as error:
        print(error)
print('\N{SNOWMAN} \N{euro sign}', f'{1}\N{GREEK SMALL LETTER PI}{2}', '\N{LATIN SMALL LETTER A}\N{combining acute accent}', rf'\N{{x}}', '\N{LF}'.encode())
print(re.findall('\\N{SNOWMAN}|[\\N{DIGIT ONE}-\\N{DIGIT THREE}]', 'a☃1234'))
for source in ("'\\N{NO SUCH THING}'", "'\\N{'", "'\\N{}'", "'\\N'", "f'x\\N{NO}'"):
    try:
        eval(source)
    except SyntaxError as error:
        print(error.msg)
try:
    re.compile('\\N{NOTHING}')
except re.error as error:
    print(error)
for call in (lambda: unicodedata.name('ab'), lambda: unicodedata.name(3), lambda: unicodedata.lookup(3)):
    try:
        call()
    except TypeError as error:
        print(error)
print(sum(len(unicodedata.name(chr(code), '')) for code in range(0x10000) if not (0xA000 <= code < 0xAC00)))
for code in range(0x2190, 0x2400, 7):
    assert unicodedata.lookup(unicodedata.name(chr(code))) == chr(code)
