from email.message import EmailMessage, Message
from email.header import Header, decode_header, make_header
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email import message_from_string, message_from_bytes, policy, utils
for h in ['=?utf-8?b?w6TDtsO8?=', '=?iso-8859-1?q?p=F6stal?=', 'plain', 'a =?utf-8?q?b=C3=A9?= c', '=?utf-8?q?a?= =?utf-8?q?b?=', '=?utf-8?q?a?= =?latin-1?q?b?=', '=?utf-8?B?4pyT?=\n =?utf-8?B?4pyT?=', 'x =?utf-8?q?=C3=A9?=y', '=?utf-8?b?abc?=', '=?koi8-r?b?8NLJ18XU?=', '=?utf-8*en?q?hi?=']:
    try:
        d = decode_header(h); print(h, d, str(make_header(d)))
    except Exception as e: print(h, type(e), e)
m = EmailMessage()
m['Subject'] = 'Grüße aus Köln ✓'
m['From'] = 'Jürgen Müller <j@x.de>'
m['To'] = 'a@b.c, "Doe, Jöhn" <d@e.f>'
m.set_content('Hallo Wörld\nzweite Zeile ✓\n')
print(m); print(bytes(m)); print(m.get_content(), m['subject'], m['from'].addresses, m.get_content_charset(), m.get_charset())
m.add_alternative('<p>Wörld</p>', subtype='html')
m.set_boundary('XX')
print(m)
t = MIMEText('Grüße', 'plain', 'utf-8'); print(t); print(t.get_payload(decode=True))
t = MIMEText('hello'); print(t)
t = MIMEText('caf\xe9', 'plain', 'iso-8859-1'); print(t)
t = MIMEText('caf\xe9'); print(t)
h = Header('Grüße', 'iso-8859-1'); print(h.encode(), str(h)); h.append(' ✓ ok', 'utf-8'); print(h.encode(), str(h))
h = Header('x'*30 + ' ' + 'ö'*60, 'utf-8', header_name='Subject'); print(h.encode())
h = Header('hello world ' * 12, header_name='Subject'); print(h.encode())
print(Header('ü').encode())
try: Header(b'\xff', 'us-ascii').encode()
except Exception as e: print(type(e), e)
s = message_from_string('Subject: =?utf-8?b?w6TDtsO8?=\nContent-Type: text/plain; charset="iso-8859-1"\nContent-Transfer-Encoding: quoted-printable\n\ncaf=E9\n')
print(s['subject'], s.get_payload(), s.get_payload(decode=True), s.get_content_charset())
s = message_from_string('Subject: =?utf-8?b?w6TDtsO8?=\nContent-Type: text/plain; charset="iso-8859-1"\nContent-Transfer-Encoding: quoted-printable\n\ncaf=E9\n', policy=policy.default)
print(s['subject'], s.get_content())
m = Message(); m['Subject'] = Header('ü', 'utf-8'); m.set_payload('ä', 'utf-8'); print(m.as_string()); print(m.get_charset(), repr(m.get_charset()))
m = Message(); m['X'] = 'ü'; print(m.as_string())
m = message_from_bytes(b'Subject: \xff\xfe\nTo: x\n\nb\xe9y\n'); print(type(m['subject']), str(m['subject'])); print(m.as_bytes()); print(m.get_payload())
m = EmailMessage(); m.set_content('ü' * 100, cte='base64'); print(m)
m = EmailMessage(); m.set_content('ü x' * 40, cte='quoted-printable'); print(m)
m = EmailMessage(); m.set_content('ü', charset='latin-1'); print(m)
m = EmailMessage(policy=policy.SMTPUTF8); m['Subject'] = 'ü'; m.set_content('ü', cte='8bit'); print(m.as_bytes()); print(m.as_string())
m = EmailMessage(); m.add_attachment(b'abc', maintype='application', subtype='x', filename='ü.bin'); print(m.as_string().replace(m.get_boundary() or 'zz', 'BB')); 
for p in m.iter_attachments(): print(p.get_filename())
print(utils.formataddr(('Jürgen', 'a@b.c')), utils.parseaddr('=?utf-8?q?J=C3=BCrgen?= <a@b.c>'))
print(utils.encode_rfc2231('ü x', 'utf-8', 'de'), utils.decode_rfc2231("utf-8'de'%C3%BC"), utils.collapse_rfc2231_value(('utf-8','','%C3%BC')))
