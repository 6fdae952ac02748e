"""html: text made safe for a page, and back."""
import re

__all__ = ['escape', 'unescape']

# The names of HTML 4 for the characters from 160 on, then the others: name and number in base 36, after the number before.
_LATIN = '''nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot
cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute
Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde
auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave
uacute ucirc uuml yacute thorn yuml'''
_GREEK = '''Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega - - -
- - - - alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega'''
_OTHERS = '''quot 34 amp 38 lt 60 gt 62 OElig 338 oelig 339 Scaron 352 scaron 353 Yuml 376 fnof 402 circ 710 tilde 732 thetasym 977 upsih 978
piv 982 ensp 8194 emsp 8195 thinsp 8201 zwnj 8204 zwj 8205 lrm 8206 rlm 8207 ndash 8211 mdash 8212 lsquo 8216 rsquo 8217 sbquo 8218 ldquo 8220
rdquo 8221 bdquo 8222 dagger 8224 Dagger 8225 bull 8226 hellip 8230 permil 8240 prime 8242 Prime 8243 lsaquo 8249 rsaquo 8250 oline 8254
frasl 8260 euro 8364 image 8465 weierp 8472 real 8476 trade 8482 alefsym 8501 larr 8592 uarr 8593 rarr 8594 darr 8595 harr 8596 crarr 8629
lArr 8656 uArr 8657 rArr 8658 dArr 8659 hArr 8660 forall 8704 part 8706 exist 8707 empty 8709 nabla 8711 isin 8712 notin 8713 ni 8715
prod 8719 sum 8721 minus 8722 lowast 8727 radic 8730 prop 8733 infin 8734 ang 8736 and 8743 or 8744 cap 8745 cup 8746 int 8747 there4 8756
sim 8764 cong 8773 asymp 8776 ne 8800 equiv 8801 le 8804 ge 8805 sub 8834 sup 8835 nsub 8836 sube 8838 supe 8839 oplus 8853 otimes 8855
perp 8869 sdot 8901 lceil 8968 rceil 8969 lfloor 8970 rfloor 8971 lang 10216 rang 10217 loz 9674 spades 9824 clubs 9827 hearts 9829 diams 9830
apos 39'''
_known = {}


def _names():
    if not _known:
        others = _OTHERS.split()
        _known.update((name, chr(at)) for first, names in ((160, _LATIN), (913, _GREEK)) for at, name in enumerate(names.split(), first))
        _known.update((name, chr(int(number))) for name, number in zip(others[::2], others[1::2]))
        _known.update(QUOT='"', AMP='&', LT='<', GT='>', COPY='\xa9', REG='\xae')
    return _known


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


def _replaced(match):
    text = match.group(1)
    if text[0] == '#':
        return _by_number(text[1:].rstrip(';'))
    name = text.rstrip(';')
    names = _names()
    if text != name and name in names:
        return names[name]
    # Those of Latin 1 are known without their semicolon too, also as the beginning of a longer word.
    old = {*_LATIN.split(), 'quot', 'amp', 'lt', 'gt', 'QUOT', 'AMP', 'LT', 'GT', 'COPY', 'REG'}
    for end in range(len(name), 1, -1):
        if name[:end] in old:
            return names[name[:end]] + text[end:]
    if text != name:
        raise NotImplementedError(f'Loopscope has no name {name} of HTML 5 yet')
    return match.group()


def unescape(s):
    if '&' not in s:
        return s
    return re.sub(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)', _replaced, s)
