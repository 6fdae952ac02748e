"""http.cookies: cookies written as headers and read from them."""
import pickle
from http import cookies

jar = cookies.SimpleCookie()
jar['fig'] = 'newton'
jar['sugar'] = 'wa"fer; with\\slash, ü'
jar['number'] = 7
jar['fig']['path'] = '/'
jar['fig']['max-age'] = 3600
jar['fig']['secure'] = True
jar['fig']['httponly'] = True
jar['fig']['samesite'] = 'Lax'
jar['fig']['comment'] = 'two words; here'
print(jar)
print(jar.output(attrs=['path'], header='Cookie:', sep=' | '))
print(repr(jar), repr(jar['fig']), jar['sugar'].value, jar['sugar'].coded_value, jar['number'].value)
print(jar['fig'].js_output(['path']))
again = cookies.SimpleCookie(jar.output(header='', sep=';'))
print(again['sugar'].value == jar['sugar'].value, again['fig']['samesite'], again['fig'] == jar['fig'])

for text in ('a=1; b=2', 'a="x\\073y"; $Path=/acme', 'chips=ahoy; vienna=finger', 'x', 'a=b; c; d=e', 'Path=/; a=1', 'a=1; secure; path=/x; b=2',
             'expires=Wed, 01 Jan 2098 00:00:00 GMT', 'k=v; expires=Wed, 01 Jan 2098 00:00:00 GMT; z=1', 'a=b=c; d=[1]', '', 'a="unclosed; b=1',
             'domain=x; a=1', 'a=1; unknown', 'a=1; HttpOnly=1'):
    found = cookies.SimpleCookie(text)
    print(repr(text), [(key, morsel.value, {k: v for k, v in morsel.items() if v}) for key, morsel in found.items()])

morsel = cookies.Morsel()
for wrong in (lambda: morsel.set('path', '', ''), lambda: morsel.set('a b', '', ''), lambda: morsel.__setitem__('nosuch', 1),
              lambda: morsel.setdefault('other'), lambda: morsel.update({'path': 1, 'bad': 2}), lambda: jar.__setitem__('ä', 1),
              lambda: morsel.set('k', 'line\nbreak', 'x'), lambda: jar.__setitem__('k', 'line\nbreak')):
    try:
        wrong()
        print('allowed')
    except cookies.CookieError as error:
        print(type(error).__name__, error)
morsel.set('key', 'value', 'coded')
print(morsel.key, morsel.value, morsel.coded_value, morsel.isReservedKey('Domain'), morsel.isReservedKey('x'))
morsel['domain'] = 'example.org'
copy = morsel.copy()
print(copy == morsel, copy is morsel, type(copy).__name__)
copy['domain'] = 'other'
print(copy == morsel, morsel.OutputString())
try:
    morsel.key = 1
except AttributeError as error:
    print(error)
print(pickle.loads(pickle.dumps(jar)).output() == jar.output())
base = cookies.BaseCookie({'a': '1 2'})
print(base, cookies.BaseCookie('x="1 2"')['x'].value)
jar.load({'new': 'one'})
print(sorted(jar))
