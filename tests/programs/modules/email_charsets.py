import email.charset as c
from email.charset import Charset, add_charset, add_alias, add_codec, QP, BASE64, SHORTEST
for n in ['us-ascii','utf-8','UTF8','latin-1','iso-8859-1','iso-8859-15','koi8-r','windows-1252','unknown-x','utf-16', 'latin_2', 'ascii']:
    s = Charset(n)
    print(n, s, repr(s), s.input_charset, s.header_encoding, s.body_encoding, s.output_charset, s.input_codec, s.output_codec, s.get_output_charset(), s.get_body_encoding() if not callable(s.get_body_encoding()) else s.get_body_encoding().__name__)
    try: print(s.header_encode('äö x'), s.body_encode('äö x'))
    except Exception as e: print(type(e), e)
    try: print(s.body_encode(b'\xe4b'))
    except Exception as e: print(type(e), e)
    try: print(s.header_encode_lines('äö' * 30, iter([40]*40)))
    except Exception as e: print(type(e), e)
print(Charset('utf-8') == 'UTF-8', Charset('utf-8') == Charset('utf8'), Charset() == 'us-ascii', hash(1))
try: Charset('ü')
except Exception as e: print(type(e), e)
add_charset('my', SHORTEST, BASE64, 'utf-8'); add_alias('mine', 'my'); add_codec('my', 'utf-8')
s = Charset('mine'); print(s, s.header_encoding, s.body_encoding, s.output_charset, s.input_codec, s.output_codec)
try: add_charset('bad', SHORTEST, SHORTEST)
except Exception as e: print(type(e), e)
print(c.__all__, QP, BASE64, SHORTEST, sorted(n for n in dir(c) if n.isupper()))
u = Charset('utf-8'); u.body_encoding = QP
from email.mime.text import MIMEText
m = MIMEText('grüße ' * 20, 'plain', u); print(m)
m.set_charset('iso-8859-1') if 0 else None
from email.message import Message
m = Message(); m.set_payload('hello', 'us-ascii'); print(m); m.set_charset('utf-8'); print(m); m.set_charset(None); print(m)
m = Message(); m.set_payload('hé'); m.set_charset('utf-8'); print(m, m.get_charsets(), m.get_content_charset())
m = Message()
try: m.set_charset(3)
except Exception as e: print(type(e), e)
import email.quoprimime as q, email.base64mime as b
print(q.header_encode(b'a\xff b'), q.body_encode('a=\xff  \nb\t\n' + 'x' * 100), q.decode('a=3D=\nb'), q.header_decode('a_=41'))
print(b.header_encode(b'abc'), b.body_encode(b'abc' * 40, maxlinelen=40), b.decode('YWJj'))
