# URLs as bytes, hosts in brackets, queries, and the functions that urllib.parse keeps from before.
import urllib.parse as U
import warnings



def show(text):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            print(text, '->', eval(text), *[w.message for w in seen])
        except Exception as error:
            print(text, type(error).__name__, error)


for text in [
        "U.unwrap('<URL:http://x>')",
        "U.urlunparse(U.urlparse(b''))",
        "U.urljoin(b'', b'')",
        "U.parse_qsl(0)",
        "U.urlsplit(b'a', 'http')",
        "U.splittype('http:a')",
        "U.splithost('//h/x')",
        "U.splitport('h:80')",
        "U.splitnport('h:80')",
        "U.splituser('u@h')",
        "U.splitpasswd('u:p')",
        "U.splitquery('a?b')",
        "U.splittag('a#b')",
        "U.splitattr('a;b=c')",
        "U.splitvalue('a=b')",
        "U.to_bytes('a')",
        'U.clear_cache()',
        "U.urljoin(b'http://a/b/c', b'd')",
        "U.urljoin('http://a/b', b'd')",
        "U.urlsplit(b'http://u:p@h:80/p?q#f').hostname",
        "U.urlparse(b'http://h/p;x').geturl()",
        "U.parse_qs(b'a=1&b=%FF')",
        "U.parse_qsl('a=\\u0105')",
        "U.parse_qsl(b'a=\\xc4\\x85')",
        "U.parse_qsl(memoryview(b'a=1'))",
        "U.parse_qsl(['a'])",
        'U.parse_qsl(None)',
        "U.parse_qs('a=1;b=2', separator=';')",
        "U.parse_qs('a=1', separator='')",
        "U.parse_qs('a&b=', keep_blank_values=True, strict_parsing=True)",
        "U.parse_qs('a&b=', strict_parsing=True)",
        "U.parse_qs('a=1&b=2', max_num_fields=1)",
        "U.urlsplit('http://[::1]x/')",
        "U.urlsplit('http://[v1.x]/')",
        "U.urlsplit('http://[vx.x]/')",
        "U.urlsplit('http://[127.0.0.1]/')",
        "U.urlsplit('http://[')",
        "U.urlsplit('http://h:99999/').port",
        "U.urlsplit('http://h:x/').port",
        "U.urlsplit('http://\\u2100.com')",
        "U.urlsplit('HTTP://h').scheme",
        "U.urlsplit(' http://h\\n/x')",
        "U.urlunsplit(('http','','/x','',''))",
        "U.urlunsplit(('','','//x','',''))",
        "U.urldefrag(b'a#b')",
        "U.quote(b'\\xff a')",
        "U.quote('a b', safe=b'x')",
        'U.quote(1)',
        "U.unquote(b'%41')",
        "U.unquote_to_bytes('%C4%85')",
        "U.quote_from_bytes('a')",
        "U.urlencode({'a':[1,2]}, doseq=True)",
        'U.urlencode(1)',
        'U.urlencode([1])',
        "U.urlencode({'a': b'\\xff', 'b': None, 'c':'\\u0105'})",
        "U.urlencode({'a b': 'c d'}, quote_via=U.quote)",
        'U.uses_params and 1',
        "U.SplitResult('a','b','c','d','e').geturl()",
        "U.ParseResultBytes(b'a',b'b',b'c',b'',b'd',b'e').decode()",
        "U.urlsplit('a:b').encode()",
]:
    show(text)
