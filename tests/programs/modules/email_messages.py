# email: messages written and read, parts and attachments, headers beyond ASCII, addresses and dates.
import email, email.policy, email.utils, email.header
from email.message import EmailMessage, Message
from email.mime.text import MIMEText
from email.mime.multipart import MIMEMultipart
from email.mime.base import MIMEBase
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email import encoders
from email.parser import Parser, BytesParser
def t(f):
    try: r = f(); print(r if isinstance(r, str) else repr(r))
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
    print('-----')
m = EmailMessage()
m['Subject'] = 'Hello'; m['From'] = 'Ann <ann@example.com>'; m['To'] = 'bob@example.com, "C, D" <cd@x.org>'
m.set_content('Hi Bob,\nthis is it.\n')
t(lambda: m.as_string())
t(lambda: str(m)); t(lambda: bytes(m)); t(lambda: m.as_bytes())
t(lambda: m.get_content()); t(lambda: m.get_content_type()); t(lambda: m.get_body().get_content()); t(lambda: m.keys()); t(lambda: m.items()); t(lambda: m['subject']); t(lambda: m['To'].addresses); t(lambda: m['Nope']); t(lambda: m.get('nope', 5)); t(lambda: 'Subject' in m); t(lambda: len(m)); t(lambda: m.is_multipart()); t(lambda: m.get_charset()); t(lambda: m.get_content_charset()); t(lambda: m.get_payload()); t(lambda: m.get_params()); t(lambda: m.get_content_maintype())
t(lambda: m.__setitem__('Subject', 'again'))
u = EmailMessage(); u['Subject'] = 'Grüße aus Köln'; u['To'] = 'Jörg <j@x.de>'; u.set_content('Äpfel und Öl\n'); t(lambda: u.as_string()); t(lambda: u.get_content()); t(lambda: u['Subject']); t(lambda: u.as_bytes())
a = EmailMessage(); a['Subject'] = 'with attachment'; a.set_content('plain'); a.add_alternative('<b>html</b>', subtype='html'); a.add_attachment(b'\x00\x01binary', maintype='application', subtype='octet-stream', filename='data.bin'); a.add_attachment('text file', filename='n.txt')
import re
def nb(s):
    bs = list(dict.fromkeys(re.findall(r'={15}\d+==', s)))
    s = s.replace(';\n boundary', '; boundary')
    for i, b in enumerate(bs): s = s.replace(b, f'BOUNDARY{i}')
    return s
t(lambda: nb(a.as_string())); t(lambda: [p.get_content_type() for p in a.walk()]); t(lambda: [(p.get_filename(), p.get_content()) for p in a.iter_attachments()]); t(lambda: a.get_body(('html','plain')).get_content()); t(lambda: [p.get_content_type() for p in a.iter_parts()]); t(lambda: a.is_attachment())
x = MIMEText('Hello\n'); x['Subject'] = 'S'; x['From'] = 'a@b'; t(lambda: x.as_string()); t(lambda: str(MIMEText('Grüße', 'plain', 'utf-8'))); t(lambda: MIMEText('Grüße').as_string()); t(lambda: MIMEText('<p>', 'html').as_string())
mp = MIMEMultipart(); mp['Subject'] = 'M'; mp['To'] = 'x@y'; mp.attach(MIMEText('body')); b = MIMEBase('application', 'octet-stream'); b.set_payload(b'12345' * 30); encoders.encode_base64(b); b.add_header('Content-Disposition', 'attachment', filename='a b.txt'); mp.attach(b); mp.attach(MIMEApplication(b'xyz', Name='q')); t(lambda: nb(mp.as_string()))
t(lambda: MIMEMultipart('alternative').get_content_subtype()); t(lambda: nb(MIMEMultipart('mixed', boundary='XX').as_string()))
p = email.message_from_string('From: a@b.c\nTo: d@e.f\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\nX-Long: one\n two\n\nBody\nline2\n'); t(lambda: p['subject']); t(lambda: p['X-Long']); t(lambda: p.get_payload()); t(lambda: p.items()); t(lambda: p.as_string()); t(lambda: type(p))
p2 = email.message_from_string('Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\nTo: X <x@y>\nContent-Type: multipart/mixed; boundary="B"\n\npre\n--B\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: base64\n\nw5ZsCg==\n--B\n\nsecond\n--B--\npost\n', policy=email.policy.default); t(lambda: p2['subject']); t(lambda: [q.get_content() for q in p2.iter_parts()]); t(lambda: p2.preamble); t(lambda: p2.epilogue); t(lambda: p2.as_string()); t(lambda: p2.get_boundary()); t(lambda: type(p2)); t(lambda: p2.defects); t(lambda: p2['to'].addresses[0].addr_spec)
t(lambda: email.utils.formataddr(('Ann B', 'a@b'))); t(lambda: email.utils.formataddr(('Jörg', 'a@b'))); t(lambda: email.utils.formataddr(('A, B', 'a@b'))); t(lambda: email.utils.parseaddr('Ann B <a@b>')); t(lambda: email.utils.parseaddr('a@b (Ann)')); t(lambda: email.utils.getaddresses(['A <a@b>, "C, D" <c@d>', 'e@f'])); t(lambda: email.utils.formatdate(0)); t(lambda: email.utils.formatdate(0, usegmt=True)); t(lambda: email.utils.parsedate('Mon, 20 Nov 1995 19:12:08 -0500')); t(lambda: email.utils.parsedate_tz('Mon, 20 Nov 1995 19:12:08 -0500')); t(lambda: email.utils.parsedate_to_datetime('Mon, 20 Nov 1995 19:12:08 -0500')); import datetime; t(lambda: email.utils.format_datetime(datetime.datetime(2020,1,2,3,4,5,tzinfo=datetime.timezone.utc))); t(lambda: email.utils.make_msgid(domain='x.y').endswith('@x.y>')); t(lambda: email.utils.quote('a"b\\')); t(lambda: email.utils.unquote('"a"'))
t(lambda: email.header.decode_header('=?utf-8?q?Gr=C3=BC=C3=9Fe?= x')); t(lambda: str(email.header.make_header(email.header.decode_header('=?utf-8?b?R3LDvMOfZQ==?=')))); t(lambda: email.header.Header('Grüße', 'utf-8').encode()); t(lambda: str(email.header.Header('abc')))
l = EmailMessage(); l['Subject'] = 'word ' * 30; l.set_content('x' * 100 + '\n'); t(lambda: l.as_string())
m2 = Message(); m2['A'] = 'b'; m2.set_payload('pay'); t(lambda: m2.as_string()); m2.replace_header('A', 'c'); t(lambda: m2.as_string()); del m2['A']; t(lambda: m2.as_string()); t(lambda: m2.replace_header('Q', 'c')); m2.add_header('Content-Disposition', 'attachment', filename='x.txt', size=None); t(lambda: m2.as_string()); t(lambda: m2.get_content_disposition()); t(lambda: m2.get_filename()); t(lambda: m2.get_payload(decode=True)); t(lambda: m2.get_all('x')); m2['a']='1'; m2['a']='2'; t(lambda: m2.get_all('a')); t(lambda: m2.get_content_type()); m2.set_type('text/html'); m2.set_param('charset','x'); t(lambda: m2.as_string()); t(lambda: m2.get_param('charset')); m2.del_param('charset'); m2.set_charset('utf-8'); t(lambda: m2.as_string())
t(lambda: EmailMessage().set_content(5)); t(lambda: EmailMessage().set_content(b'x')); t(lambda: m.attach(m2)); t(lambda: m.get_content_charset('q')); e = EmailMessage(); e['X'] = 'a\nb' if 0 else 'ab'; t(lambda: e.__setitem__('X', 'a\nb')); t(lambda: e.__setitem__('To', 5)); t(lambda: e.as_string(unixfrom=True).split(' ')[0]); t(lambda: e.set_unixfrom('From q')); t(lambda: e.as_string(unixfrom=True))
t(lambda: m2.__repr__()[:30]); t(lambda: email.policy.default); t(lambda: email.policy.SMTP.linesep); t(lambda: u.as_bytes(policy=email.policy.SMTP)[:60]); t(lambda: BytesParser(policy=email.policy.default).parsebytes(b'Subject: x\r\n\r\nbody\r\n').get_content()); t(lambda: Parser().parsestr('Subject: x\n\nb')['subject']); t(lambda: email.message_from_bytes(b'Subject: x\n\nb').get_payload())
