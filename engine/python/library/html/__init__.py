"""html: text made safe for a page, and back."""
import re

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    for character, name in ('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;'):
        s = s.replace(character, name)
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


def _by_number(text):
    number = int(text[1:], 16) if text[:1] in 'xX' else int(text)
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return '\ufffd'
    if number == 0x0D:
        return '\r'
    if 0x80 <= number <= 0x9f:
        return bytes([number]).decode('cp1252', 'ignore') or chr(number)
    if number < 0x20 and number not in (9, 10, 12) or 0x7f <= number < 0xa0 or 0xfdd0 <= number <= 0xfdef or number & 0xfffe == 0xfffe or number == 0xb:
        return ''
    return chr(number)


def _replace_charref(match):
    text = match.group(1)
    if text[0] == '#':
        return _by_number(text[1:].rstrip(';'))
    from .entities import html5
    for end in range(len(text), 1, -1):     # some names end without a semicolon, also within a longer word
        if text[:end] in html5:
            return html5[text[:end]] + text[end:]
    return match.group()


_charref = re.compile(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)')


def unescape(s):
    if '&' not in s:
        return s
    return _charref.sub(_replace_charref, s)
