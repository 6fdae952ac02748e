# Codecs by their functions: what is not whole is left, characters by maps, and what is no text or no bytes is refused.
import codecs


def show(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


for text in [
        "codecs.utf_8_decode(b'a\\xc3')",
        "codecs.utf_8_decode(b'a\\xc3','strict',True)",
        "codecs.utf_16_decode(b'a\\0b')",
        "codecs.utf_16_le_decode(b'a\\0b')",
        "codecs.utf_16_le_decode(b'a\\0b', 'strict', 1)",
        "codecs.utf_32_be_decode(b'\\0\\0\\0a\\0')",
        "codecs.utf_8_decode(b'\\xff')",
        "codecs.utf_8_decode(b'\\xe2\\x82')",
        "codecs.utf_8_decode(b'\\xe2\\x82', 'replace')",
        "codecs.utf_8_decode(b'\\xe2\\x82', 'replace', True)",
        "codecs.charmap_decode(b'ab', 'strict', {97: 'x', 98: None})",
        "codecs.charmap_decode(b'ab', 'replace', {97: 'x'})",
        "codecs.charmap_decode(b'ab', 'strict', {97: 120, 98: 121})",
        "codecs.charmap_decode(b'ab', 'strict', 'x'*97+'yz')",
        "codecs.charmap_decode(b'ab', 'strict')",
        "codecs.charmap_encode('ab', 'strict', {97: 120, 98: b'yy'})",
        "codecs.charmap_encode('ab', 'ignore', {97: 120})",
        "codecs.charmap_encode('ab', 'strict', {97: 120})",
        "codecs.charmap_encode('ab')",
        "codecs.charmap_encode('\\u0105')",
        "codecs.readbuffer_encode('ab')",
        "codecs.readbuffer_encode(b'ab')",
        "codecs.encode('a', 'hex')",
        "codecs.decode('a','utf-8')",
        "codecs.decode(1,'utf-8')",
        "codecs.encode(b'a','utf-8')",
        "codecs.escape_encode('a')",
        "codecs.latin_1_decode(b'\\xe9')",
        "codecs.ascii_decode(b'\\xe9')",
        "codecs.ascii_decode('a')",
        "codecs.unicode_escape_decode(b'\\\\u00')",
        "codecs.raw_unicode_escape_decode(b'\\\\u0041')",
        "codecs.charmap_build('ab'*128)",
        "codecs.utf_8_encode(b'a')",
]:
    show(text)
