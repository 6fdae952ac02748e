import plistlib, datetime, io
from plistlib import *
d = {'b': 1, 'a': 'text <&> ü\r\nx', 'list': [1, -5, 2.5, True, False, (1, 2), [], {}], 'data': b'abc' * 40, 'date': datetime.datetime(2020, 1, 2, 3, 4, 5), 'nested': {'z': {'k': b'x' * 80}}, 'big': 1 << 63, 'neg': -(1 << 63), 'n200': 200, 'n70000': 70000, 'n5e9': 5 * 10**9, 'long': list(range(20)), 'same': 'text', 'same2': 'text', 'ba': bytearray(b'q'), 'e': ''}
for fmt in (FMT_XML, FMT_BINARY):
    b = dumps(d, fmt=fmt); print(b if fmt is FMT_BINARY else b.decode()); r = loads(b); print(r, r == {**d, 'a': r['a'], 'list': [1, -5, 2.5, True, False, [1, 2], [], {}], 'ba': b'q'})
    print(loads(b, fmt=fmt) == r, list(loads(dumps(d, fmt=fmt, sort_keys=False)))[:3])
print(loads(dumps({'u': UID(1), 'v': UID(70000), 'n': None}, fmt=FMT_BINARY)), UID(5), UID(5) == UID(5), hash(UID(3)), hex(UID(255)))
aware = datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
for fmt in (FMT_XML, FMT_BINARY): print(loads(dumps([aware], fmt=fmt, aware_datetime=True), aware_datetime=True), loads(dumps([aware], fmt=fmt, aware_datetime=True)))
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
for fmt in (FMT_XML, FMT_BINARY):
    t(dumps, {1: 2}, fmt=fmt); t(dumps, {1: 2, 'a': 3}, fmt=fmt, skipkeys=True, sort_keys=False); t(dumps, object, fmt=fmt); t(dumps, [1 << 64], fmt=fmt); t(dumps, [-(1 << 63) - 1], fmt=fmt); t(dumps, [None], fmt=fmt)
t(dumps, 'a\x00'); t(loads, b'junk'); t(loads, b'bplist00x'); t(loads, b'<plist><dict><key>a</key></dict></plist>'); t(loads, b'<plist><dict><string>a</string></dict></plist>'); t(loads, b'<plist><array><key>x</key></array></plist>'); t(loads, b'<plist><integer>0xff</integer></plist>'); t(loads, b'<plist><integer>zz</integer></plist>'); t(loads, b'<plist>'); t(loads, '<plist><string>\xfc</string></plist>'); t(loads, '<plist/>', fmt=FMT_BINARY); t(dumps, 1, fmt='x'); t(UID, -1); t(UID, 'a'); t(UID, 1 << 64); t(loads, b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "b">]><plist><string>&a;</string></plist>')
t(loads, b'<plist><date>2020-01Z</date></plist>'); t(loads, b'<plist><real>1e3</real></plist>')
import collections
print(loads(dumps({'x': {'y': 1}}), dict_type=collections.OrderedDict))
f = io.BytesIO(); dump([1], f); f.seek(0); print(load(f)); print(plistlib.PlistFormat, FMT_XML, FMT_XML.value)
