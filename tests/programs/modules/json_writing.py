import enum
import io
import json
from collections import OrderedDict, namedtuple, defaultdict


class Color(enum.IntEnum):
    RED = 1


class Name(str):
    def __repr__(self):
        return 'Name'


class Number(int):
    def __repr__(self):
        return 'Number'


class Real(float):
    def __repr__(self):
        return 'Real'


class Plain:
    pass


Point = namedtuple('Point', 'x y')
values = [
    None, True, False, 0, -1, 10 ** 30, 1.0, -0.0, 1e16, 1e-7, 0.1, 1e300, float('nan'), float('inf'), float('-inf'), '', 'abc', 'é', '😀', '"\\/\b\f\n\r\t\x00\x1f\x7f\x80', '\ud800', '\u2028', [], (), {}, [1], (1, 'a'), [[]], [{}], {'a': 1}, {'a': [1, {'b': None}]},
    {1: 2, 1.5: 'f', True: 't', None: 'n', 'x': 'y'}, {float('nan'): 1, float('inf'): 2}, {False: 0}, Color.RED, {Color.RED: Color.RED}, Name('n'), {Name('k'): Number(5)}, Number(7), {Number(7): 1}, Real(1.5), {Real(2.5): 1}, Point(1, [2]), OrderedDict([('b', 1), ('a', 2)]), defaultdict(list, k=[1]), [None, True, 1, 1.5, 'x', [], {}], list(range(20)), {'nested': {'deep': {'deeper': [1, 2, {'x': []}]}}}, [1, [2, [3, []]]], {'é': 'ü'},
]
for value in values:
    for options in [{}, {'ensure_ascii': False}, {'indent': 2}, {'indent': 0}, {'indent': '\t'}, {'separators': (',', ':')}, {'indent': 1, 'separators': (';', '=')}, {'allow_nan': False}]:
        try:
            print(ascii(json.dumps(value, **options)), end=' ')
        except Exception as e:
            print(type(e).__name__, e, getattr(e, '__notes__', None), end=' ')
        try:
            pieces = list(json.JSONEncoder(**options).iterencode(value))
            if options in ({}, {'indent': 2}):
                print(len(pieces), ascii(pieces[:6]))
            else:
                print()
        except Exception as e:
            print('pieces:', type(e).__name__, e)

print(json.dumps({'b': 1, 'a': {'d': 1, 'c': 2}}, sort_keys=True), json.dumps({'b': 1, 'a': 2}, sort_keys=True, indent=4), json.dumps({2: 'x', 10: 'y'}, sort_keys=True))
print(json.dumps({(1, 2): 3, 'a': 1, b'x': 2, Plain: 4}, skipkeys=True), json.dumps({(1, 2): 3}, skipkeys=True, indent=2), json.dumps([{(1,): 1}], skipkeys=True))
print(json.dumps({'x': {1, 2}, 'y': Plain()}, default=lambda o: sorted(o) if isinstance(o, set) else type(o).__name__), json.dumps(1j, default=str), json.dumps(b'ab', default=list))


class Encoder(json.JSONEncoder):
    item_separator = ' , '

    def default(self, o):
        if isinstance(o, Plain):
            return {'plain': [set()]}
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps([Plain(), 1], cls=Encoder), Encoder(indent=1).encode({'s': {3, 1}}), Encoder().encode('é'), Encoder(sort_keys=True, ensure_ascii=False).encode({'é': 1, 'a': 2}))
out = io.StringIO()
json.dump({'a': [1, 2], 'b': {'c': None}}, out)
json.dump([1, {'x': 'y'}], out, indent=2)
print(out.getvalue())

circle = [1]
circle.append({'k': circle})
loop = {}
loop['self'] = loop
bad = [
    Plain(), [Plain()], {'a': Plain()}, {'a': [1, {'b': (2, Plain())}]}, {1, 2}, b'x', 1j, object, len, [1, {2: {3}}], {(1, 2): 3}, {'a': {b'k': 1}}, {None: Plain()}, circle, loop, [float('nan')], {'x': float('inf')}, {float('inf'): 1}, {1: 1, 'a': 2},
]
for value in bad:
    for options in [{}, {'allow_nan': False}, {'sort_keys': True}, {'indent': 1}, {'cls': Encoder}]:
        for write in (json.dumps, lambda v, **k: ''.join(k.pop('cls', json.JSONEncoder)(**k).iterencode(v))):
            try:
                print(ascii(write(value, **options)))
            except Exception as e:
                print(type(e).__name__, ascii(str(e)).split(' at 0x')[0], getattr(e, '__notes__', None))
for write in (lambda: json.dumps([Plain()], default=lambda o: 1 / 0), lambda: json.dumps(1, indnt=2), lambda: json.dumps(), lambda: json.dump(1), lambda: json.dumps(1, cls=Plain), lambda: json.dumps([1, 2], separators=(1, 2)), lambda: json.dumps([1], separators=',')):
    try:
        print(write())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, '__notes__', None))
big = {'key%d' % i: [i, i / 7, 'é' * (i % 5), None, {'x': True}] for i in range(500)}
for options in ({}, {'indent': 3}, {'ensure_ascii': False, 'sort_keys': True}):
    text = json.dumps(big, **options)
    print(len(text), json.loads(text) == big, ''.join(json.JSONEncoder(**options).iterencode(big)) == text)
print(json.encoder.encode_basestring_ascii('é"'), json.encoder.encode_basestring('é"'), json.JSONEncoder.item_separator)
json.dumps({'users': [{'name': 'ann', 'tags': {1}}]})
