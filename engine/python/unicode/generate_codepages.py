"""Writes library/_codepages.py (to standard output): the upper half of encodings of a byte a character, `\\ufffe` where there is
none, and the names they go by."""
import codecs
import encodings.aliases

PAGES = ('cp437 cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp1250 cp1251 cp1253 '
         'cp1254 cp1255 cp1256 cp1257 cp1258 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 iso8859_10 '
         'iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 koi8_r koi8_u mac_roman mac_cyrillic tis_620').split()


def upper_half(page):
    return ''.join(bytes([byte]).decode(page, 'replace').replace('\ufffd', '\ufffe') for byte in range(128, 256))


print('"""Encodings of a byte a character, made by engine/python/unicode/generate_codepages.py."""\n')
print('PAGES = {')
for page in PAGES:
    if bytes(range(128)).decode(page) == ''.join(map(chr, range(128))):
        print(f'    {page!r}: {ascii(upper_half(page))},')
print('}')
print('NAMES = {')
for page in PAGES:
    others = sorted(alias for alias, name in encodings.aliases.aliases.items() if name == page)
    print(f'    {page!r}: ({codecs.lookup(page).name!r}, {" ".join(others)!r}),')
print('}')
