from email import message_from_string, policy, utils
from email.message import Message, EmailMessage
for pol in (policy.compat32, policy.default):
    m = message_from_string('''Content-Type: text/plain; charset="utf-8"; x=1; y; name*=utf-8'en'f%C3%BC.txt; title*0="a b"; title*1*=%20c
Content-Disposition: attachment; filename*0*=iso-8859-1''%FC; filename*1="x.txt"

b
''', policy=pol)
    print(m.get_params(), m.get_param('NAME'), m.get_param('title'), m.get_filename(), m.get_content_charset(), m.get_param('zz', 5))
m = Message(); m.add_header('Content-Disposition', 'attachment', filename=('utf-8', '', 'Fußball.txt')); print(m['content-disposition'], m.get_filename())
m.add_header('X-A', 'v', some_thing='a b', none=None, quoted='a"b'); print(m.items())
m = message_from_string('Content-Type: text/html; charset=UTF-8; boundary="a;b"\n\n'); print(m.get_params(), m.get_boundary()); m.set_param('charset', 'latin-1'); print(m['content-type']); m.del_param('boundary'); print(m['content-type']); m.set_param('n', 'ü', charset='utf-8', language='de'); print(m['content-type'])
m = Message(); m['Subject'] = 'word ' * 30; m['To'] = 'a@b.c, ' * 20; m.set_payload('x'); print(m.as_string()); print(m.as_bytes().decode()); print(m.as_string(maxheaderlen=40))
from email.header import Header, decode_header, make_header
h = Header('Ein lange Überschrift, die über mehr als eine Zeile geht, weil sie so lang ist; wirklich', 'iso-8859-1', header_name='Subject'); print(h.encode()); print(h.encode(maxlinelen=40)); print(h.encode(linesep='\r\n') == h.encode().replace('\n', '\r\n'))
print(decode_header(h), make_header(decode_header(h)) == h)
h = Header('a; b, c d ' * 12, maxlinelen=50, continuation_ws='\t'); print(repr(h.encode())); print(repr(h.encode(splitchars=' ')))
h = Header(); h.append('plain'); h.append('fü', 'utf-8'); h.append('more'); h.append(b'\xe4', 'latin-1'); print(h, h.encode(), h == 'x')
try: Header('a\nB: c').encode()
except Exception as e: print(type(e), e)
print(repr(Header('a\n b\n\tc').encode()))
try: decode_header('=?utf-8?b?a?=')
except Exception as e: print(type(e), e)
print(utils.formataddr(('Jürgen', 'a@b.c'), 'latin-1'), utils.decode_params([('a', ''), ('b*0*', "utf-8''%c3"), ('b*1*', '%bc')]))
m = EmailMessage(); m.set_content('äöü\n' * 3, 'html', 'iso-8859-15'); print(m); print(m.get_content(), m.get_payload(), m.get_payload(decode=True))
m = message_from_string('Subject: x\n\nbä'); print(m.get_payload(decode=True), m.get_payload())
try: print(m.as_bytes())
except UnicodeEncodeError as e: print(type(e))
print(m.as_string())
