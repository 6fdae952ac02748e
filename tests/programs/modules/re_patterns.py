import re

# What each pattern finds in each text: (pattern, flags, texts).
I, M, S, X, A = re.I, re.M, re.S, re.X, re.A
table = [
    (r'', 0, ['', 'ab']), (r'a*', 0, ['', 'baac']), (r'a*?', 0, ['aa']), (r'a+?b', 0, ['aab']), (r'(a|ab)(c|bcd)(d*)', 0, ['abcd']),
    (r'\d{3}-\d{4}', 0, ['call 555-1234 or 555-9876']), (r'[^\s,]+', 0, ['a, b,c  d']), (r'(\w+)@(\w+)\.com', 0, ['joe@example.com ann@test.com']),
    (r'(?P<first>\w+) (?P<second>\w+)', 0, ['hello world']), (r'(a)?(b)?(c)?', 0, ['ac', 'b']), (r'((a)|(b))+', 0, ['ab', 'ba']),
    (r'(?:(a)|b)*', 0, ['ab', 'bba']), (r'(a*)*', 0, ['aab', 'b']), (r'(a*)+', 0, ['aab', 'b']), (r'(?:a?)*?b', 0, ['aab']), (r'(a|b)*?c', 0, ['abac']),
    (r'(\w)\1', 0, ['hello book']), (r'(?P<q>[\'"]).*?(?P=q)', 0, ['say "hi" or \'no\'']), (r'\b\w', 0, ['one two']), (r'\Bo', 0, ['foo o']),
    (r'^\w+', 0, ['a b\nc d']), (r'^\w+', M, ['a b\nc d']), (r'\w+$', 0, ['a b\nc d', 'a b\n']), (r'\w+$', M, ['a b\nc d\n']), (r'\A\w', M, ['a\nb']),
    (r'\w\Z', M, ['a\nb']), (r'\w\z', 0, ['ab\n', 'ab']), (r'a.b', 0, ['a\nb acb']), (r'a.b', S, ['a\nb']), (r'(?s:a.)b', 0, ['a\nb']), (r'(?i)abc', 0, ['ABC abc']),
    (r'(?i:a)b', 0, ['Ab aB ab']), (r'a(?-i:b)c', I, ['AbC ABC']), (r'(?=\w{3})\w+', 0, ['ab abc']), (r'\w+(?=,)', 0, ['a, bc d,']), (r'\w+(?!,)\b', 0, ['a, bc d,']),
    (r'(?<=\$)\d+', 0, ['$5 6 $77']), (r'(?<!\$)\b\d+', 0, ['$5 6 $77']), (r'(?<=ab|cd)e', 0, ['abe cde xe']), (r'(?<=(a))b', 0, ['ab']), (r'(?<!^)b', 0, ['bb']),
    (r'(?>a+)b', 0, ['aaab']), (r'(?>a|ab)c', 0, ['abc ac']), (r'a++b', 0, ['aab']), (r'a++a', 0, ['aaa']), (r'(?:ab)*+c', 0, ['ababc']), (r'(?:a|ab)++c', 0, ['abc aac']),
    (r'a?+a', 0, ['a aa']), (r'a{2,3}+a', 0, ['aaa aaaa']), (r'(\()?\w+(?(1)\))', 0, ['(ab) cd (ef']), (r'(?P<x><)?\w+(?(x)>|!)', 0, ['<a> b! <c!']), (r'(?(1)a|b)(c)?', 0, ['bc']),
    (r'a{2}', 0, ['aaaaa']), (r'a{2,}', 0, ['aaaaa a']), (r'a{,2}', 0, ['aaaaa']), (r'a{2,3}?', 0, ['aaaaa']), (r'a{0}b', 0, ['ab']), (r'a{,}', 0, ['aa']), (r'a{', 0, ['a{']), (r'a{}', 0, ['a{}']),
    (r'a{1,x}', 0, ['a{1,x}']), (r'x{1}{2}' if False else r'(?:x{1}){2}', 0, ['xx']), (r'[]a]+', 0, [']a]b']), (r'[^]a]+', 0, [']ab]c']), (r'[a\]b]+', 0, ['a]b']), (r'[a-]+', 0, ['a-b']), (r'[-a]+', 0, ['a-b']),
    (r'[\w.-]+', 0, ['a.b-c d']), (r'[\d\s]+', 0, ['1 2a']), (r'[^\W\d]+', 0, ['ab1_']), (r'[a-zA-Z_]\w*', 0, ['x1 2y _z']), (r'[+*?.]', 0, ['a+b*c?.']), (r'[\x41-\x43]+', 0, ['ABCD']),
    (r'[\b]', 0, ['a\bb']), (r'[\101\x42\u0043\U00000044]+', 0, ['ABCDE']), (r'\x41\u0042\103\0', 0, ['ABC\0']), (r'\t\n\r\f\v\a', 0, ['\t\n\r\f\v\a']), (r'\.\*\\', 0, ['.*\\']),
    (r'\N{DIGIT ONE}|[\N{DIGIT TWO}]', 0, ['12']) if False else (r'12', 0, ['12']),
    (r'a b # comment', X, ['ab']), (r'a\ b[ ]c', X, ['a b c']), ('(?x) a  # x\n b', 0, ['ab']), (r'a(?#comment)b', 0, ['ab']), (r'(?x: a b )c', 0, ['abc']), (r'(?-x: a b )c', X, [' a b c']),
    (r'é+', I, ['éÉ']), (r'straße', I, ['STRASSE STRAßE']), (r'ſ', I, ['sS']), (r'[k]', I, ['kK\u212a']), (r'\u212a', I, ['kK']), (r'[^k]', I, ['kK\u212aa']), (r'µ', I, ['\u03bc\u039c']), (r'σ', I, ['ςΣσ']),
    (r'[а-я]+', I, ['ПРИВЕТ мир']), (r'i', I, ['İıI']), (r'k', I | A, ['kK\u212a']), (r'\w+', 0, ['naïve Ωmega 日本']), (r'\w+', A, ['naïve']), (r'\d+', 0, ['٣4']), (r'\d+', A, ['٣4']),
    (r'\s+', 0, ['a\u2003b\xa0c\x1fd']), (r'\s+', A, ['a\u2003b\xa0c d']), (r'\bé\b', 0, ['é éa']), (r'\W+', 0, ['a—b']), (r'(?a:\w+)', 0, ['aé']), (r'(?u:\w+)', A, ['aé']), (r'[\U0001F600-\U0001F64F]', 0, ['a😀b']),
    (r'.', 0, ['😀é']), (r'[^a]', 0, ['a😀']), (r'(?i)[A-Z]+', 0, ['abZ\u017f']), (r'(a)(?=b)', 0, ['ab ac']), (r'(?=(a+))a', 0, ['aaa']), (r'(?!(a))b', 0, ['ab']), (r'((a)(b)?)+', 0, ['aba', 'ab']),
    (r'(?:(x)|(y))\2', 0, ['yy xx']), (r'(a)|b', 0, ['ab']), (r'(?:a|b|c|d)+', 0, ['abcdx']), (r'foo|bar|foobar', 0, ['foobar']), (r'(?:foo|foobar)$', 0, ['foobar']), (r'|a', 0, ['a']), (r'a|', 0, ['ba']), (r'(|a)+', 0, ['aa']),
    (r'(|a)+?b', 0, ['aab']), (r'(a|)*b', 0, ['aab']), (r'(?:a*?)+?$', 0, ['aaa']), (r'(.*?)(\d+)$', 0, ['abc123']), (r'(.*)(\d+)$', 0, ['abc123']), (r'"(?:[^"\\]|\\.)*"', 0, [r'x "a\"b" y']),
    (r'(\d+)(?:px|em)', 0, ['12px 3em 4pt']), (r'<(\w+)[^>]*>.*?</\1>', S, ['<b>x</b><i a="1">y\n</i>']), (r'(?<!\d)\d{2}(?!\d)', 0, ['1 22 333 44']), (r'((?:\d{1,3}\.){3}\d{1,3})', 0, ['ip 10.0.0.255!']),
    (r'^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$', 0, ['192.168.1.1', '256.1.1.1']), (r'^(?=.*[A-Z])(?=.*\d).{4,}$', 0, ['aB3d', 'abcd']), (r'(\b\w+\b)(?=.*\b\1\b)', 0, ['the cat the dog cat']),
    (r'(?m)^\s*#.*$', 0, ['# a\nb # c\n  # d']), (r'(?sx) a . b', 0, ['a\nb']), (r'((((((((((a))))))))))\10', 0, ['aa']), (r'(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)\11', 0, ['abcdefghijkk']),
]
for pattern, flags, texts in table:
    c = re.compile(pattern, flags)
    for text in texts:
        print(ascii(pattern), int(flags), ascii(text))
        for m in c.finditer(text):
            print('   ', m.span(), ascii(m.groups()), m.lastindex, m.lastgroup, m.regs)
        print('   ', ascii([c.findall(text), c.split(text), c.subn('<\\g<0>>', text)]))
        print('   ', ascii([c.match(text), c.fullmatch(text), c.search(text, 1), c.match(text, 1, 3)]))

# Bytes.
for pattern, flags in [(rb'\w+', 0), (rb'[^a]', 0), (rb'\xe9', 0), (rb'(?i)E', 0), (rb'(\d)(\d)', 0), (rb'\s', re.L), (rb'(?L:\w)', 0), (b'\xe9', I)]:
    c = re.compile(pattern, flags)
    text = b'ab 12 E\xe9\xc9 e'
    print(c, c.findall(text), c.split(text), c.sub(rb'<\g<0>>', text), c.search(bytearray(text)), c.findall(memoryview(text)))

# Combinations at random: the same numbers everywhere.
import random
R = random.Random(4)


def atom(depth):
    k = R.randrange(16)
    if k < 7 or depth == 0:
        return R.choice(['a', 'b', 'c', 'A', 'é', '1', '-', 'ab'])
    if k < 9:
        return R.choice(['.', r'\d', r'\w', r'\s', r'\W', r'\b', '^', '$', '[abc]', '[^a]', r'[\w-]', '[A-Z]', '[k-z]'])
    if k < 12:
        return '(' + alternatives(depth - 1) + ')'
    return R.choice(['(?:', '(?=', '(?!', '(?>', '(?i:']) + alternatives(depth - 1) + ')'


def sequence(depth):
    parts = []
    for _ in range(R.randrange(1, 4)):
        part = atom(depth)
        if part not in ('^', '$', r'\b'):
            part += R.choice(['', '', '', '*', '+', '?', '*?', '+?', '{1,2}', '{2}', '?+'])
        parts.append(part)
    return ''.join(parts)


def alternatives(depth):
    return '|'.join(sequence(depth) for _ in range(R.choice([1, 1, 2])))


for _ in range(120):
    c = re.compile(alternatives(2), R.choice([0, 0, I, A]))
    text = ''.join(R.choice('aabbcABé 1-') for _ in range(8))
    print(ascii(c), ascii(text), ascii([(m.span(), m.groups()) for m in c.finditer(text)]))
