import asyncio
import copy
import re
import time
import warnings

# The module.
print(sorted(re.__all__))
print(re.error is re.PatternError, re.PatternError.__mro__[1], re.PatternError.__module__)
print(re.Pattern, re.Match, re.RegexFlag, type(re.I), re.I.value, re.IGNORECASE is re.I)
print([(f.name, f.value) for f in re.RegexFlag], re.NOFLAG, repr(re.I | re.X), str(re.M), re.I | 1, repr(re.RegexFlag(1024)), repr(re.RegexFlag(0)), f'{re.S}', '%d' % re.S)
print(re.escape('a.b*c (d) [e] {f} $g ^h | \\ # & ~ - \n\t é'), re.escape(b'a.b\xe9'), re.escape(''))

# Patterns.
p = re.compile(r'(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?')
print(p, p.pattern, p.flags, p.groups, p.groupindex, type(p.groupindex))
print(re.compile('x', re.I | re.M | re.S | re.X | re.A), re.compile(b'x', re.L), re.compile('(?i)x'), re.compile('x' * 300))
print(p == re.compile(p.pattern), p == re.compile(p.pattern, re.I), hash(p) == hash(re.compile(p.pattern)), p != 5, p is re.compile(p.pattern), re.compile(p) is p)
re.purge()
print(p is re.compile(p.pattern), copy.copy(p) is p, copy.deepcopy(p) is p, re.Pattern[str], re.Match[bytes])

# Matches.
m = p.search('on 2024-05 and 2023-06-07')
print(m, bool(m), m.group(), m.group(0), m.group(1), m.group('month'), m.group(1, 2, 3), m['year'], m[2], m.groups(), m.groups(''), m.groups(default=0))
print(m.groupdict(), m.groupdict('-'), m.start(), m.end(), m.span(), m.start(1), m.end('month'), m.span(3), m.span(4), m.pos, m.endpos, m.lastindex, m.lastgroup, m.re is p, m.string, m.regs)
print(m.expand(r'\2/\1 \g<year>\n[\3]'), copy.copy(m) is m, copy.deepcopy(m) is m, m == m, m == p.search('on 2024-05'))
print(re.match('a', 'a' * 80), re.match('a+', 'a' * 80), re.search(b'b', b'abc'), re.search('é\n', 'xé\n'))
m = p.search('2024-05-06', 0, 7)
print(m, m.pos, m.endpos, p.match('x2024-05', 1), p.match('x2024-05', pos=1, endpos=8).end(), p.fullmatch('2024-05'), p.fullmatch('2024-05x', 0, 7))
print(re.compile('^a').match('ba', 1), re.compile('^a', re.M).match('\na', 1), re.compile('a$').match('ab', 0, 1), re.compile(r'\ba').search('ba', 1), re.compile('(?<=b)a').match('ba', 1))
print(re.search('b', 'abc', re.I), p.search('x', 5), p.search('2024-01', -5, 100), re.compile('').findall('abc', 2), re.compile('').findall('abc', 9))
print([name for name in dir(m) if not name.startswith('_')], [name for name in dir(p) if not name.startswith('_')])

# findall, finditer, split, sub.
print(re.findall('a(b)(c)?', 'ab abc'), re.findall('(b)?', 'ab'), re.findall('', 'ab'), re.findall('x', 'ab'), re.findall('a', 'AaA', flags=re.I))
it = re.finditer('.', 'ab')
print(type(it), next(it), next(it), next(it, None), next(it, None))
print(re.split(r'\W+', 'Words, words, words.'), re.split(r'(\W+)', 'a, b'), re.split(r'\W+', 'a b c', maxsplit=1), re.split('x*', 'axbc'), re.split('(x)|(y)', 'axbyc'), re.split(r'\b', 'a b'), re.split(',', ''), re.split('a', 'bab', maxsplit=-1))
print(re.sub('a', 'b', 'banana', count=2), re.sub('a', 'b', 'banana', count=-1), re.sub('', '-', 'abc'), re.sub('x*', '-', 'abxd'), re.sub('(a)(b)?', r'[\2\1]', 'aab'), re.sub(r'(?i)A', 'x', 'aA'))
print(re.subn('a', 'b', 'banana'), re.subn('z', 'b', 'banana'), re.sub('a', lambda m: m.group().upper() + str(m.start()), 'banana'), re.sub('.', lambda m: '', 'abc'))
print(re.sub(r'(\w+) (\w+)', r'\g<2> \g<1>', 'hello world'), re.sub('(?P<x>a)', r'\g<x>\g<x>', 'abc'), re.sub('a', r'\\', 'abc'), re.sub('a', '\\n', 'abc'), re.sub('a', re.escape('.'), 'b'))
print(re.sub('a', 'é', 'cab'), re.sub('é', '😀', 'caféa'), re.sub(b'a', b'\xff', b'cab'), re.sub('a+', 'x', 'b'), p.sub(r'\1', '2024-05', 1))


class Text(str):
    pass


print(type(re.sub('z', '', Text('abc'))), type(re.match('abc', Text('abc')).group()), type(re.match('a', Text('abc')).string), type(re.split('b', Text('abc'))[0]))

# Deprecated: limits by position.
for call in (lambda: re.sub('a', 'b', 'aaa', 1), lambda: re.subn('a', 'b', 'aaa', 1, 0), lambda: re.split('a', 'bab', 1), lambda: re.split('A', 'babab', 1, re.I)):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        print(call(), [(w.category.__name__, str(w.message), w.lineno) for w in caught])

# Scanners.
s = re.compile('(a)|b').scanner('ab ab')
print(type(s).__name__, s.pattern, s.match(), s.match(), s.match(), s.search(), s.match())
s = re.compile('a?').scanner('xaa')
print([s.search() for _ in range(6)])
lexer = re.Scanner([(r'[a-z]+', lambda s, t: ('name', t)), (r'\d+', lambda s, t: int(t)), (r'\s+', None), (r'[-+]', 'sign')])
print(lexer.scan('ab 12+c ?rest'))


# Replacements may take their time.
def slow(m):
    time.sleep(0.5)
    return m.group() * 2


t = time.monotonic()
print(re.sub('[ab]', slow, 'abc'), time.monotonic() - t)


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(0.1 * len(m.group()), m.group())) for m in re.finditer(r'\w+', 'three words here')]
    for task in asyncio.as_completed(tasks):
        print(await task)


asyncio.run(main())
print(max(len(re.match('(?:a|b)*', 'ab' * 50000).group()), 0), len(re.match(r'(?:(a)|b)*c?', 'ab' * 20000).group()), len(re.match('(' * 90 + 'a' + ')' * 90, 'a').groups()))
match re.fullmatch(r'(\w+)=(\w+)', 'key=value'):
    case re.Match(re=pattern) as found:
        print(pattern.groups, *found.groups())
for token in re.finditer(r'(?P<number>\d+(\.\d*)?)|(?P<op>[-+*/()])|(?P<space>\s+)|(?P<other>.)', '3.5 * (x + 4)'):
    if token.lastgroup != 'space':
        print(token.lastgroup, token.group(), end='; ')
print()
