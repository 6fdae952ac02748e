# Headers that are too long for a line, or not ASCII.
from email.message import EmailMessage
from email.mime.text import MIMEText
m = MIMEText('a')
m['Subject'] = 'Grüße aus dem schönen und sehr langen Betreff, der nicht auf eine Zeile passt'
print(m.as_string())
m = EmailMessage()
m['Subject'] = 'Grüße aus dem schönen und sehr langen Betreff, der nicht auf eine Zeile passt'
m['To'] = ', '.join(f'user{i}@example.com' for i in range(10))
m['Cc'] = 'Jörg Müller <jm@x.de>, Ann <a@b>'
print(m.as_string())
m = EmailMessage()
m['Subject'] = 'Hello Grüße world'
m.set_content('x\n' * 3, subtype='csv', charset='latin-1')
print(m.as_string())
m.add_header('X-A', 'v', one='1', two='a b')
print(m['X-A'])
