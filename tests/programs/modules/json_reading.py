import io
import json

print(sorted(json.__all__), json.JSONDecodeError.__mro__[1:3], json.JSONDecodeError.__module__, json.decoder.JSONDecodeError is json.JSONDecodeError)
texts = [
    'null', 'true', 'false', '0', '-0', '1', '-12', '12345678901234567890', '1.5', '-0.0', '1e3', '1E-2', '1.5e+10', '1e400', '-1e400', '0.1', '1.7976931348623157e308', '5e-324', 'NaN', 'Infinity', '-Infinity',
    '""', '"a"', '"é"', '"\\u00e9\\n\\t\\"\\\\\\/\\b\\f\\r"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ude00x"', '"\\ud83d\\u0041"', '"\\ud83dx"', '"😀"', '"\x7f"', '[]', '[ ]', '[1]', '[1, [2, [3]]]', ' [ 1 , 2 ] ', '{}', '{ }', '{"a": 1}', '{"a":1,"b":[true,null]}', '{"a":1,"a":2}', '\t\n\r {"x" : {"y" : "z"} } \n',
    '{"": ""}', '[1.0, 2e0, -3]', '["a\\u0000b"]', '[[[[[[]]]]]]', '"\\u0041\\u0042"', '[null,true,false]', '{"k": [1, {"n": null}], "s": "t"}',
    # wrong ones
    '', ' ', 'nul', 'nulll', 'tru', 'True', 'None', 'nan', '-', '+1', '01', '-01', '1.', '.5', '1e', '1e+', '0x10', '1 2', '1,', '[', '[1', '[1,', '[1,]', '[,1]', '[1,,2]', '[1 2]', '[1}', ']', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{,}', '{a:1}', "{'a':1}", '{1:2}', '{"a" 1}', '{"a"=1}', '{"a":1 "b":2}', '{"a":}', '{"a":,}', '}', '{]', '[}',
    '"', '"a', '"a\\', '"\\"', '"\\q"', '"a\\x41"', '"\\u"', '"\\u12"', '"\\u123"', '"\\u12g4"', '"\\u12345', '"\\ud83d\\u12"', '"\\ud83d\\uzzzz"', '"a\nb"', '"a\tb"', '"\x00"', '"\x1f"', "'a'", 'a', '{"a": "b\n"}', '[1, 2\n, x]', '{\n  "a": 1,\n  "b": tru\n}', '[1]x', '[1] [2]', '"a" "b"', '\ufeff1', '//c\n1', '[1,\n\n]', '{"a": [1, 2, {"b": }]}', '[-]', '[1e]', '[Infinit]', '[-Inf]', '\x0b1', '\xa01', '["a", ]', '{"a":1, }', '[1,2', '[[', '[[]', '{"a": {"b": 1}', '[ ', '{ ',
]
for text in texts:
    try:
        print(ascii(text), '->', ascii(json.loads(text)))
    except json.JSONDecodeError as e:
        print(ascii(text), '->', ascii(str(e)), (e.msg, e.pos, e.lineno, e.colno, e.doc == text))
    except Exception as e:
        print(ascii(text), '->', type(e).__name__, e)

# Bytes, files, hooks.
for data in [b'[1]', bytearray(b'{"a": "\xc3\xa9"}'), b'\xef\xbb\xbf[1]', '["é"]'.encode('utf-16'), '["é"]'.encode('utf-16-le'), '["é"]'.encode('utf-16-be'), '["é"]'.encode('utf-32'), '1'.encode('utf-16-le'), b'1', b'', b'"\xff"', memoryview(b'1'), None, 5, [1]]:
    try:
        print(json.loads(data))
    except Exception as e:
        print(type(e).__name__, e)
print(json.load(io.StringIO('{"a": [1, 2]}')), json.load(io.BytesIO(b'[1.5]')))
print(json.loads('{"a": {"b": 1}, "c": [{}]}', object_hook=lambda d: ('hook', sorted(d.items()))))
print(json.loads('{"a": {"b": 1, "b": 2}, "c": [{}]}', object_pairs_hook=lambda pairs: pairs))
print(json.loads('{"a": 1}', object_pairs_hook=list, object_hook=lambda d: 1 / 0), json.loads('{"a": 1}', object_hook=lambda d: None))
print(json.loads('[1, 2.5, -3e2, NaN, -Infinity]', parse_int=lambda s: 'i' + s, parse_float=lambda s: 'f' + s, parse_constant=lambda s: 'c' + s))
print(json.loads('[1, 1.10]', parse_float=str, parse_int=float), json.loads('"a\nb\x01"', strict=False))
for bad in (lambda: json.loads('[1]', object_hok=1), lambda: json.loads('NaN', parse_constant=lambda s: 1 / 0), lambda: json.loads('{"a": 1}', object_hook=lambda: 1), lambda: json.loads(), lambda: json.load('x'), lambda: json.loads('1', cls=5), lambda: json.JSONDecoder(5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Upper(json.JSONDecoder):
    def decode(self, s):
        return super().decode(s.lower())


print(json.loads('{"A": TRUE}', cls=Upper))
d = json.JSONDecoder()
print(d.raw_decode('[1] tail'), d.raw_decode('x 12', 2), d.scan_once('[1]', 0), d.strict, d.object_hook, d.parse_float, d.parse_int)
for args in [('  1',), ('1', 5), ('1', -1), ('', 0), (5,)]:
    try:
        print(d.raw_decode(*args))
    except Exception as e:
        print(type(e).__name__, e)
keys = [key for item in json.loads('[{"name": 1}, {"name": 2}]') for key in item]
print(keys[0] is keys[1])
big = json.loads('[' + ','.join(str(i) for i in range(20000)) + ']')
print(len(big), sum(big), json.loads('9' * 50), len(json.loads('"' + 'ab\\n' * 1000 + '"')))
try:
    json.loads('9' * 5000)
except ValueError as e:
    print(type(e).__name__, e)
e = json.JSONDecodeError('made', 'a\nbc', 3)
print(e, repr(e), e.args, e.lineno, e.colno, e.__reduce__()[1])
json.loads('{"key": [1, 2,, 3]}')
