"""What the codecs of escapes say of names and digits that are wrong, and what handlers make of that."""
import codecs
import warnings

warnings.simplefilter('ignore')
for data in (rb'\N{}', rb'\N{foo}', rb'\N', rb'\N{LATIN', rb'a\N{DIGIT ONE}b', rb'\Nx', rb'\N{foo}z\x4', rb'\x', rb'\x4', rb'\u12', b'\\', rb'a\q\101'):
    for errors in ('strict', 'replace', 'ignore', 'nonsense'):
        for decode in (codecs.unicode_escape_decode, codecs.escape_decode, codecs.raw_unicode_escape_decode):
            try:
                print(decode.__name__, data, errors, ascii(decode(data, errors)))
            except Exception as error:
                print(decode.__name__, data, errors, type(error).__name__, error)
