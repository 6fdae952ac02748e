# There is the locale C, and what it says.
import locale
print(locale.__all__)
print(locale.getlocale(), locale.getpreferredencoding(), locale.getencoding(), locale.localeconv())
print(locale.setlocale(locale.LC_ALL, 'C'), locale.setlocale(locale.LC_NUMERIC), locale.setlocale(locale.LC_ALL, 'POSIX'), locale.getlocale())
for call in [lambda: locale.currency(5), lambda: locale.format_string('%d', 1234567, grouping=True), lambda: locale.format_string('%.2f and %s', (1234.5, 'x'), True),
             lambda: locale.str(1.5), lambda: locale.atof('1.5'), lambda: locale.atoi('15'), lambda: locale.delocalize('1.5'), lambda: locale.localize('1.5'),
             lambda: locale.strcoll('a', 'b'), lambda: locale.strxfrm('a'), lambda: locale.normalize('de_DE'), lambda: locale.normalize('en'), lambda: locale.normalize('german'),
             lambda: locale.normalize('fr_FR.utf8'), lambda: locale.nl_langinfo(locale.RADIXCHAR), lambda: locale.atoi('x')]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print([(name, getattr(locale, name)) for name in dir(locale) if name.startswith('LC_')], locale.CHAR_MAX, locale.Error)
