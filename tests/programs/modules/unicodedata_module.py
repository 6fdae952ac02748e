import hashlib
import unicodedata


def attempt(f, *args):
    try:
        print(ascii(f(*args)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


print(unicodedata.unidata_version)
for c in 'aA1 .é\n\u0301½²٣一가\U0001F600Ⅷ(«€\ud800\ue000\u0378ﬁΩÅ':
    print(ascii(c), unicodedata.category(c), unicodedata.combining(c), unicodedata.bidirectional(c), unicodedata.east_asian_width(c), unicodedata.mirrored(c), unicodedata.decimal(c, None), unicodedata.digit(c, None), unicodedata.numeric(c, None), unicodedata.decomposition(c))
texts = ['', 'abc', 'é', 'e\u0301', 'Å', '\u212b', 'ﬁ', '½', '①', '가', '\u1112\u1161\u11ab', 'ẛ̣', 'q\u0307\u0323', 'a\u0315\u0300\u05ae\u0300\u0062', 'ﷺ', '\u0958', 'Crème Brûlée', 'Ⅷ', '\u2126', 'x\u0301\u0327', '\u1e69', 's\u0323\u0307', '\u0344', '㌀', '\uac00\u11a8', '\U0001D15E', 'ñandú', 'ｱｲｳ', '\u3099か', 'か\u3099']
for text in texts:
    print(ascii(text), [(ascii(unicodedata.normalize(f, text)), unicodedata.is_normalized(f, text)) for f in ('NFC', 'NFD', 'NFKC', 'NFKD')])
print(''.join(c for c in unicodedata.normalize('NFD', 'Crème Brûlée à l’École') if unicodedata.category(c) != 'Mn'), unicodedata.normalize('NFKD', 'naïve ﬁancé').encode('ascii', 'ignore'))
for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    whole = ''.join(unicodedata.normalize(form, chr(c)) for c in range(0x20, 0x3400))
    print(form, len(whole), hashlib.md5(whole.encode()).hexdigest())
for f in (unicodedata.category, unicodedata.combining, unicodedata.bidirectional, unicodedata.east_asian_width, unicodedata.decomposition):
    print(f.__name__, hashlib.md5('|'.join(str(f(chr(c))) for c in range(0, 0x30000, 7)).encode()).hexdigest())
attempt(unicodedata.category, 'ab')
attempt(unicodedata.category, 5)
attempt(unicodedata.decimal, 'a')
attempt(unicodedata.digit, 'a')
attempt(unicodedata.numeric, 'a')
attempt(unicodedata.normalize, 'X', 'a')
attempt(unicodedata.normalize, 'NFC', 5)
