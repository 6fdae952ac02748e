import warnings
from datetime import UTC, date, datetime, time, timedelta, timezone


def attempt(f, *args):
    try:
        print(ascii(args), '->', ascii(repr(f(*args))))
    except Exception as e:
        print(ascii(args), '->', type(e).__name__, ascii(str(e)))


dates = ['2024-02-29', '20240229', '2024-W09-4', '2024W094', '2024-W09', '2024W09', '2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '2024-01-1', '24-01-01', '2024/01/01', '2024-0101', '202401-01', '', 'x', '2024', '2024-01', '2024-W', '2024-W1', '2024-W01-', '2024-W01-8', '2024-W01-0', '2024-W53-1', '2020-W53-5', '2024-W00-1', '2024W01-1', '2024-W011', '0000-01-01', '0001-01-01', '9999-12-31', '2024-01-01T', ' 2024-01-01', '2024-01-01 ', '２024-01-01', '2024-01-0x', '-2024-01-01', '2024-001', '2024001', '+2024-1-1', '2024-01-01Z']
for text in dates:
    attempt(date.fromisoformat, text)
times = ['10', '10:20', '10:20:30', '10:20:30.4', '10:20:30.40', '10:20:30.400', '10:20:30.4005', '10:20:30.123456', '10:20:30.1234567', '10:20:30,5', '1020', '102030', '102030.5', 'T10', 'T10:20', '10Z', '10:20Z', '10:20:30Z', '10:20:30.5Z', '10+01', '10:20+01:30', '10:20-0530', '10:20:30+01:02:03', '10:20:30+01:02:03.5', '10:20:30.5-00:00', '10:20+00:00', '24:00', '24:01', '25', '10:60', '10:20:60', '1', '1:2', '10:2', '10:20:3', '10:', '10:20:', '10:20:30.', '10:20.5', '10.5', '', 'x', '10:2030', '1020:30', '10:20 +01', '10:20+', '10:20+1', '10:20+24:00', '10:20+01:60', '10:20z', '10:20ZZ', '10:20:30.x', '-10:20', '10:20+-1', '１0:20', '10:20:30.1234567890123', '10:20-23:59', '10;20', '00', '23:59:59.999999', '24', '24:00:00.000', '24:00:00.1']
for text in times:
    attempt(time.fromisoformat, text)
moments = ['2024-02-29', '2024-02-29T10:20:30', '2024-02-29 10:20:30', '2024-02-29x10:20:30', '2024-02-29T10', '2024-02-29T10:20', '2024-02-29T10:20:30.5', '2024-02-29T10:20:30.123456789', '2024-02-29T10:20:30Z', '2024-02-29T10:20:30+00:00', '2024-02-29T10:20:30+02:00', '2024-02-29T10:20:30-0730', '20240229T102030', '20240229T1020', '20240229', '2024-W09-4T10:20', '2024W094T1020', '2024-W09T10:20', '2024W09T10', '2024-02-29T24:00', '2024-12-31T24:00:00', '2024-02-29T24:00:01', '2024-02-29T25:00', '2024-02-30T10:00', '2024-02-29T', '2024-02-29TT10', '2024-02-29T10:20:30 Z', '2024-02-29T10:20:30Z ', '', 'x', '2024', '2024-02', '2024-02-29T10:20:30+25:00', '2024-02-29T10:61', '2024-02-29é10:20', '2024-02-29 10:20:30.5+05:30', '2024-02-29T10:20:30,25', '2024-2-29', '2024-02-29T1', '9999-12-31T24:00', '2024-02-29T10-05', '2024-02-29-05:00', '2024-02-29T10:20:30.123+01', '0001-01-01T00:00:00']
for text in moments:
    attempt(datetime.fromisoformat, text)
for f in (date.fromisoformat, time.fromisoformat, datetime.fromisoformat):
    for value in (5, None, b'2024-01-01', date(2024, 1, 1)):
        attempt(f, value)
for y in (1, 999, 1970, 2024, 9999):
    m = datetime(y, 3, 4, 5, 6, 7, 8009, timezone(timedelta(hours=-3, minutes=-30)))
    print(datetime.fromisoformat(m.isoformat()) == m, date.fromisoformat(m.date().isoformat()) == m.date(), time.fromisoformat(m.timetz().isoformat()) == m.timetz())

# strftime and format
moment = datetime(2024, 2, 9, 15, 4, 5, 67, UTC)
for c in 'aAbBcdDeFHIjmMnprRStTuUVwWxXyYGzZfC%':
    print(c, ascii(moment.strftime('%' + c)), ascii(moment.date().strftime('%' + c)), ascii(moment.time().strftime('%' + c)) if c != 'G' and c != 'V' else '', end='; ')
print()
print(f'{moment:%Y-%m-%d %H:%M:%S.%f%z}', f'{moment.date():%A, %d %B %Y}', f'{moment.time():%I:%M %p}', f'{moment}', f'{moment.date()}', f'{moment:%:z}', format(moment, ''), '{:%d/%m/%y}'.format(moment), moment.strftime(''), moment.strftime('é %% %Y'), moment.strftime('plain'))
print(datetime(5, 1, 2).strftime('%Y %y %m %d'), date(999, 12, 31).strftime('%Y-%j-%U-%W'), datetime(2024, 12, 30).strftime('%G-W%V-%u'), datetime(2024, 1, 1).strftime('%z|%Z|%:z'), datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=1, seconds=5))).strftime('%z %:z %Z'))
print([datetime(2024, 1, 1, h).strftime('%I%p') for h in (0, 1, 11, 12, 13, 23)])

# strptime
table = [('2024-02-09', '%Y-%m-%d'), ('09/02/24', '%d/%m/%y'), ('Feb 9 2024', '%b %d %Y'), ('February 9, 2024 3:04 PM', '%B %d, %Y %I:%M %p'), ('2024-02-09T15:04:05.123', '%Y-%m-%dT%H:%M:%S.%f'), ('2024-02-09 15:04:05 +0100', '%Y-%m-%d %H:%M:%S %z'), ('2024-02-09 15:04:05-05:30', '%Y-%m-%d %H:%M:%S%z'), ('2024-02-09Z', '%Y-%m-%d%z'), ('2024-02-09 UTC', '%Y-%m-%d %Z'), ('+0000 UTC', '%z %Z'), ('2024 40', '%Y %j'), ('2024 366', '%Y %j'), ('2023 366', '%Y %j'), ('Fri Feb  9 15:04:05 2024', '%c'), ('15:04', '%H:%M'), ('12 AM', '%I %p'), ('12 PM', '%I %p'), ('2024-W06-5', '%G-W%V-%u'), ('2024 06 5', '%Y %U %w'), ('2024 06 Fri', '%Y %W %a'), ('69', '%y'), ('68', '%y'), ('2024-02-30', '%Y-%m-%d'), ('2024-13-01', '%Y-%m-%d'), ('2024-02-09x', '%Y-%m-%d'), ('x', '%Y'), ('2024', '%Q'), ('2024', '%Y%'), ('24', '%Y'), ('', ''), ('2024-02-09', ''), ('', '%Y'), ('  2024', ' %Y'), ('2024  02', '%Y %m'), ('%2024', '%%%Y'), ('2024 54', '%Y %U'), ('2024 06', '%G %V'), ('2024 06 5', '%G %V %j'), ('1.5', '%S.%f'), ('0.1234567', '%S.%f'), ('FEB', '%b'), ('13', '%I'), ('60', '%S'), ('61', '%S'), ('24', '%H'), ('2024-02-09 +01', '%Y-%m-%d %z'), ('+010203', '%z'), ('+01:02:03.5', '%z'), ('+2500', '%z')]
for text, form in table:
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        attempt(datetime.strptime, text, form)
attempt(datetime.strptime, 5, '%Y')
attempt(datetime.strptime, '5', None)
attempt(date.strptime, '2024-02-09 10', '%Y-%m-%d %H')
attempt(time.strptime, '10:20:30 +0200', '%H:%M:%S %z')
raise ValueError(f'{datetime(2024, 1, 1):%d.%m.%Y}')
