import re
import warnings

patterns = [
    '(', '(a', ')', 'a)', 'a))', '(?', '(?:', '(?P', '(?P<', '(?P<>', '(?P<>a)', '(?P<a', '(?P<a>', '(?P<1>a)', '(?P<a b>c)', '(?P<a>x)(?P<a>y)', '(?P=', '(?P=)', '(?P=a)', '(?P=a', '(?P=1)', '(?Pa)', '(?P!x)', '(?<', '(?<a)', '(?<a>b)', '(?z)', '(?#', '(?#abc',
    '(?=', '(?=a', '(?!', '(?<=a', '(?<!a', '(?<=a*)b', '(?<=a+)', '(?<!a|bc)', '(?<=(a)\\1)', '(?<=a{1,2})', '(?>', '(?>a', '(?(', '(?(1', '(?(1)', '(?(1)a', '(?(1)a|b', '(?(1)a|b|c)', '()(?(1)a|b|c)', '(?(0)a)', '(?(2)a)(b)', '(?(a)b)', '(?(a', '(?(+1)a)', '(?()a)', '(?(99999999999)a)', '(?(-1)a)',
    '*', '+', '?', 'a**', 'a*+*', 'a+*', 'a??+', 'a?*', '(*)', '(?:*)', '|*', 'a|*', '^*', '$+', '\\b?', '\\A*', '{1}', '{1,2}', 'a{2}{3}', 'a{3,2}', 'a{1,2}{3}', 'x{5,1}?', 'a{99999999999}', 'a{1,99999999999}', 'a{4294967295}',
    '[', '[a', '[^', '[]', '[^]', '[a-', '[a-\\', '[\\', '[z-a]', '[b-a]', '[a-\\d]', '[\\d-z]', '[\\w-\\s]', '[\\x42-\\x41]', '[\\8]', '[\\400]', '[\\x]', '[\\x4', '[\\xg]', '[\\u123]', '[\\U00110000]', '[\\q]', '[\\A]', '[\\B]', '[\\Z]', '[\\N]', '[\\c]', '[é-a]',
    '\\', 'a\\', 'ab\\', '(\\', '\\1', '\\2(a)', '(a\\1)', '(a)\\2', '(?P<n>a\\1)', '(?P<n>a(?P=n))', '\\8', '\\99', '\\400', '\\777', '\\x', '\\x1', '\\xzz', '\\u', '\\u12', '\\U0001', '\\U00110000', '\\q', '\\y', '\\C', '\\E', '\\N', '\\Na', '\\N{', '\\N{}', '\\N{A', '(?<=(a))(?<=\\1)', '(?<=(a)(?<=\\1))', '(?<=(a)(?(1)b))', '(?<=(?P<x>a)(?P=x))',
    '(?i', '(?iz)', '(?i-', '(?i-)', '(?-', '(?-)', '(?-i', '(?-i)', '(?-:a)', '(?i-i:a)', '(?-a:b)', '(?-u:b)', '(?au)', '(?au:b)', '(?L)', '(?L:a)', '(?i:', '(?i:a', '(?i1)', '(?-1:a)', '(?i-s', '(?i-sz:a)', '(?ii)', 'a(?i)', '(a(?i)b)', '|(?i)', '(?i)(?s)a', ' (?i)', '(?:(?i)a)', '(?x)(?i)a', '(?is-mx:a)b', '(?-m', '(?m-',
    'a\n(', 'ab\ncd\n  *', '(?P<é>a)\\1', '(?P<\u0660>a)', '(?\n', '\n)', 'x' * 30 + '(',
]
with warnings.catch_warnings():
    warnings.simplefilter('error')
    for pattern in patterns:
        for text in (pattern, pattern.encode('latin-1')) if pattern.isascii() else (pattern,):
            try:
                c = re.compile(text)
                print(ascii(text), '->', ascii(c), c.groups, dict(c.groupindex), c.flags)
            except re.error as e:
                print(ascii(text), '->', type(e).__name__, ascii(str(e)), '|', ascii(e.msg), e.pos, e.lineno, e.colno, e.pattern == text)
            except Exception as e:
                print(ascii(text), '->', type(e).__name__, ascii(str(e)))

for pattern in ['[[a]', '[a[b]', '[a--b]', '[a&&b]', '[a||b]', '[a~~b]', '[--a]', '[a-z&&[^b]]', '[-a--]', '[a---z]']:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            c = re.compile(pattern)
            print(pattern, c.findall('ab-&|~[z]^'), end=' ')
        except re.error as e:
            print(pattern, e, end=' ')
        print([(w.category.__name__, str(w.message)) for w in caught])

templates = ['\\1', '\\2', '\\g<1>', '\\g<n>', '\\g<0>', '\\g<x>', '\\g<', '\\g', '\\g<>', '\\g<1', '\\g<9>', '\\g<-1>', '\\g<a b>', '\\g<01>', '\\q', '\\n\\t\\\\', '\\', 'a\\', '\\0', '\\08', '\\012', '\\18', '\\400', '\\141', '\\&', '\\.', '\\ ', '\\g<n>\\g<n>', '[\\1]', '\\99', '\\g<99999999999>', '\\e', '\\é']
for template in templates:
    for pattern, text, t in [('(?P<n>b)', 'abc', template), (b'(?P<n>b)', b'abc', template.encode('latin-1'))]:
        try:
            print(ascii(t), ascii(re.sub(pattern, t, text)), ascii(re.search(pattern, text).expand(t)))
        except (re.error, IndexError) as e:
            print(ascii(t), type(e).__name__, ascii(str(e)), getattr(e, 'pos', None))

def attempt(f, *args, **kwargs):
    try:
        print('fine', ascii(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

P, B = re.compile('a(b)?'), re.compile(b'a')
attempt(re.compile, 5)
attempt(re.compile, None)
attempt(re.compile, ['a'])
attempt(re.compile, P, re.I)
attempt(re.compile, P)
attempt(re.compile, 'a', re.L)
attempt(re.compile, 'a', re.A | re.U)
attempt(re.compile, b'a', re.U)
attempt(re.compile, b'a', re.A | re.L)
attempt(re.compile, '(?a)b', re.U)
attempt(re.compile, 'a', 'i')
attempt(re.match, 'a', 5)
attempt(re.match, 'a', None)
attempt(re.match, 'a', b'a')
attempt(re.match, b'a', 'a')
attempt(re.match)
attempt(re.match, 'a')
attempt(P.match)
attempt(P.match, 'a', 1, 2, 3)
attempt(P.match, 'a', pos='x')
attempt(P.match, 'a', 1, pos=2)
attempt(P.search, 'xab', 1.5)
attempt(P.findall, 3)
attempt(P.finditer, 3)
attempt(P.split, 3)
attempt(P.sub, 'x')
attempt(P.sub, 5, 'abc')
attempt(P.sub, None, 'abc')
attempt(P.sub, b'x', 'abc')
attempt(P.sub, lambda m: 5, 'abc')
attempt(P.sub, lambda m: b'x', 'abc')
attempt(P.sub, lambda m: None, 'abc')
attempt(P.sub, lambda m: 1 / 0, 'abc')
attempt(P.sub, lambda: 1, 'abc')
attempt(B.sub, 'x', b'abc')
attempt(B.sub, b'x', 'abc')
attempt(P.sub, 'x', 'abab', count='1')
attempt(P.match('a').group, 2)
attempt(P.match('a').group, -1)
attempt(P.match('a').group, 'x')
attempt(P.match('a').group, 1.0)
attempt(P.match('a').group, [])
attempt(P.match('a').start, 5)
attempt(P.match('a').span, 'x')
attempt(P.match('a').groups, 1, 2)
attempt(P.match('a').__getitem__, 2)
attempt(lambda: P.match('a')['nope'])
attempt(P.match('a').expand, 5)
attempt(type(P))
attempt(type(P.match('a')))
attempt(setattr, P, 'x', 3)
attempt(re.split, 'a', 'b', 1, 2, 3)
attempt(re.sub, 'a', 'b', 'c', 1, 2, 3)
attempt(re.sub, 'a', 'b', 'c', 1, count=1)
attempt(re.sub, 'a', 'b', 'c', 1, 0, flags=1)
attempt(re.escape, 5)
attempt(hash, P.match('a') is None)
raise re.PatternError('made by hand', 'abc\nd', 5)
