# Numbers that no text is long enough for, as widths, precisions and character codes.
def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


huge = 2**70
for template in ('%*d', '%.*f', '%99999999999999999999d', '%.3000000000d', '%-*s'):
    for text in (template, template.encode()):
        attempt(lambda: text % (huge, 1) if '*' in template else text % 1)
attempt(lambda: '%*d' % (-huge, 1))
for number in (huge, -huge, 2**32, 0x110000, -1, 256):
    attempt(lambda: ascii('%c' % number))
    attempt(lambda: b'%c' % number)
for spec in ('99999999999999999999d', '.99999999999999999999f', '.99999999999999999999'):
    for value in (1, 1.5, 'text', 1j):
        attempt(lambda: format(value, spec))
attempt(lambda: 'x'.center(huge))
