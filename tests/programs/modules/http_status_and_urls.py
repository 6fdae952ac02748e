"""http.HTTPStatus, http.HTTPMethod and urllib.parse."""
from http import HTTPMethod, HTTPStatus
from urllib.parse import (parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode, urljoin,
                          urlparse, urlsplit, urlunparse, urlunsplit)


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


for status in HTTPStatus:
    print(status, repr(status), status.phrase, status.description, status.is_success, status.is_client_error)
print(HTTPStatus(404), HTTPStatus.NOT_FOUND == 404, HTTPStatus['OK'], f'{HTTPStatus.OK}', HTTPStatus.OK.value, attempt(HTTPStatus, 999), len(HTTPStatus))
print(list(HTTPMethod), HTTPMethod.GET == 'GET', str(HTTPMethod.POST), HTTPMethod.GET.description)

urls = ['http://user:pa%20ss@Host.com:8080/a/b;p?q=1&r=2#frag', '//host/path', '/only/path', 'mailto:a@b.c', 'http://[::1]:80/', 'path?x#y', '', 'HTTP://X', 'a:b', 'http://h:99999/',
        'http://h:x/', 'file:///etc/x', '?q', '#f', 'http://a@b@c/', ' http://x /y', 'http://x\n/y', 'ftp://h/p;type=a', 'http://host?q']
for url in urls:
    p = attempt(urlparse, url)
    print(repr(url), p)
    if not isinstance(p, str):
        print('   ', p.geturl(), p.hostname, attempt(lambda: p.port), p.username, p.password, urlunparse(p), urlsplit(url), urlunsplit(urlsplit(url)))
print(attempt(urlparse, 'http://[::1/'), urlparse(b'http://h/p?q'), urlparse('x', scheme='https'), urlparse('a#b', allow_fragments=False))
base = 'http://a/b/c/d;p?q'
for ref in ('g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', ';x', '', '.', './', '..', '../', '../g', '../..', '../../g', '../../../g', '/./g', 'g.', '..g', './../g', 'g;x=1/./y', 'http:g', 'mailto:x'):
    print(ref, urljoin(base, ref))
print(urldefrag('http://a/b#c'), urldefrag('x'), urldefrag('http://a/b#c').url)
print(quote('a b/c?é~'), quote('a/b', safe=''), quote_plus('a b&c=é'), quote(b'\xff '), attempt(quote, 5), quote('é', encoding='latin-1'), unquote('a%20b%C3%A9%zz%4'), unquote_plus('a+b%2B'), unquote_to_bytes('%ff%41'), unquote('%ff'), unquote('é%20'))
print(urlencode({'a': 1, 'b': 'x y', 'c': 'é&'}), urlencode([('a', 1), ('a', 2)]), urlencode({'a': [1, 2]}, doseq=True), urlencode({'a': [1, 2]}), urlencode({'a': b'\xff'}), urlencode({'a b': 'c d'}, quote_via=quote), attempt(urlencode, 5), attempt(urlencode, 'ab'))
print(parse_qs('a=1&b=2&a=3&c=&d'), parse_qsl('a=1&b=x%20y+z&c=', keep_blank_values=True), attempt(parse_qs, 'a', strict_parsing=True), parse_qs('a=1;b=2', separator=';'), attempt(parse_qsl, 'a=1&b=2', max_num_fields=1), parse_qs(b'a=1'), parse_qs(''))
