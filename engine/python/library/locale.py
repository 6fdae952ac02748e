"""Locales: there is C, also as C.UTF-8, and none besides, as on a machine where none was installed."""
from builtins import str as _str

__all__ = ['getlocale', 'getdefaultlocale', 'getpreferredencoding', 'Error', 'setlocale', 'localeconv', 'strcoll', 'strxfrm', 'str', 'atof',
           'atoi', 'format_string', 'currency', 'normalize', 'LC_CTYPE', 'LC_COLLATE', 'LC_TIME', 'LC_MONETARY', 'LC_NUMERIC', 'LC_ALL',
           'CHAR_MAX', 'getencoding', 'LC_MESSAGES']

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
CODESET, RADIXCHAR, THOUSEP, D_T_FMT, D_FMT, T_FMT, T_FMT_AMPM = 14, 65536, 65537, 131112, 131113, 131114, 131115
YESEXPR, NOEXPR, CRNCYSTR = 327680, 327681, 262159
_INFO = {CODESET: 'UTF-8', RADIXCHAR: '.', THOUSEP: '', D_T_FMT: '%a %b %e %H:%M:%S %Y', D_FMT: '%m/%d/%y', T_FMT: '%H:%M:%S',
         T_FMT_AMPM: '%I:%M:%S %p', YESEXPR: '^[yY]', NOEXPR: '^[nN]', CRNCYSTR: '-'}
_WORDS = {'ABDAY_': (131072, 'Sun Mon Tue Wed Thu Fri Sat'), 'DAY_': (131079, 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
          'ABMON_': (131086, 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
          'MON_': (131098, 'January February March April May June July August September October November December')}
for _name, (_first, _words) in _WORDS.items():
    for _i, _word in enumerate(_words.split()):
        globals()[f'{_name}{_i + 1}'] = _first + _i
        _INFO[_first + _i] = _word
del _name, _first, _words, _i, _word
_LANGUAGES = {'en': 'en_US', 'german': 'de_DE', 'french': 'fr_FR', 'spanish': 'es_ES', 'italian': 'it_IT', 'english': 'en_EN', 'ja': 'ja_JP',
              'zh': 'zh_CN', 'sv': 'sv_SE', 'da': 'da_DK', 'el': 'el_GR', 'cs': 'cs_CZ', 'ko': 'ko_KR', 'uk': 'uk_UA'}
_ENCODINGS = {'utf8': 'UTF-8', 'utf-8': 'UTF-8', 'iso88591': 'ISO8859-1', 'iso8859-1': 'ISO8859-1', 'latin1': 'ISO8859-1', 'iso885915': 'ISO8859-15',
              'ascii': 'C', 'us': 'C', 'cp1252': 'CP1252', 'koi8r': 'KOI8-R'}
_current = dict.fromkeys(range(6), 'C') | {LC_CTYPE: 'C.UTF-8'}
_CATEGORIES = ('LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MONETARY', 'LC_MESSAGES')


class Error(Exception):
    pass


def setlocale(category, locale=None):
    """Set the locale for the given category; without a second argument: tell it."""
    if category not in range(7):
        raise Error('invalid locale category')
    chosen = range(6) if category == LC_ALL else (category,)
    if locale is not None:
        if not isinstance(locale, _str):
            locale = normalize('.'.join([part for part in locale if part]) if locale[0] else 'C')
        known = {'': 'C.UTF-8', 'C': 'C', 'POSIX': 'C', 'C.UTF-8': 'C.UTF-8', 'C.utf8': 'C.UTF-8', 'en_US.C': 'C'}
        parts = dict(part.split('=', 1) for part in locale.split(';')) if '=' in locale else {}
        for each in chosen:
            wanted = parts.get(_CATEGORIES[each], 'C') if parts else locale
            if wanted not in known:
                raise Error('unsupported locale setting')
        for each in chosen:
            _current[each] = known[parts.get(_CATEGORIES[each], 'C') if parts else locale]
    names = [_current[each] for each in chosen]
    if len(set(names)) == 1:
        return names[0]
    return ';'.join([f'{name}={_current[each]}' for each, name in enumerate(_CATEGORIES)])


def localeconv():
    """The conventions of C, which has next to none."""
    unknown = ('int_frac_digits', 'frac_digits', 'p_cs_precedes', 'p_sep_by_space', 'n_cs_precedes', 'n_sep_by_space', 'p_sign_posn', 'n_sign_posn')
    return {'int_curr_symbol': '', 'currency_symbol': '', 'mon_decimal_point': '', 'mon_thousands_sep': '', 'mon_grouping': [],
            'positive_sign': '', 'negative_sign': '', **dict.fromkeys(unknown, CHAR_MAX), 'decimal_point': '.', 'thousands_sep': '', 'grouping': []}


def _kind(value):
    return 'None' if value is None else type(value).__name__


def strcoll(string1, string2, /):
    """Compares two strings."""
    for i, text in enumerate((string1, string2), 1):
        if not isinstance(text, _str):
            raise TypeError(f'strcoll() argument {i} must be str, not {_kind(text)}')
    return (string1 > string2) - (string1 < string2)


def strxfrm(string, /):
    """A string that compares as locale-aware comparison does."""
    if not isinstance(string, _str):
        raise TypeError(f'strxfrm() argument must be str, not {_kind(string)}')
    if '\0' in string:
        raise ValueError('embedded null character')
    return string


def nl_langinfo(key, /):
    """Return the value for the locale information associated with key."""
    if key not in _INFO:
        raise ValueError('unsupported langinfo constant')
    return _INFO[key]


def format_string(f, val, grouping=False, monetary=False):
    """Formats a string as % does, with the locale's separators, of which C has none."""
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    """Formats val according to the currency settings in the current locale."""
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """Convert float to string, taking the locale into account."""
    return format_string('%.12g', val)


def delocalize(string):
    return string.replace('.', '.')


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    """Parses a string as a float according to the locale settings."""
    return func(delocalize(string))


def atoi(string):
    """Converts a string to an integer according to the locale settings."""
    return int(delocalize(string))


def normalize(localename):
    """A locale name with its usual territory and encoding, where they are known."""
    name, _, modifier = localename.partition('@')
    language, _, encoding = name.partition('.')
    if language.upper() in ('C', 'POSIX'):
        return 'C.UTF-8' if encoding.lower().replace('-', '') == 'utf8' else 'C'
    language = _LANGUAGES.get(language.lower(), language)
    if '_' not in language:
        if len(language) != 2 or not language.isalpha():
            return localename
        language = f'{language.lower()}_{language.upper()}'
    first, territory = language.split('_', 1)
    encoding = _ENCODINGS.get(encoding.lower().replace('_', '-'), encoding) or 'ISO8859-1'
    return f'{first.lower()}_{territory.upper()}.{encoding}' + (f'@{modifier}' if modifier else '')


def getlocale(category=LC_CTYPE):
    """(language, encoding) of a category; None for each that is not told."""
    if category == LC_ALL:
        if len({_current[each] for each in range(6)}) > 1:
            raise TypeError('category LC_ALL is not supported')
        category = LC_CTYPE
    return ('C', 'UTF-8') if _current[category] == 'C.UTF-8' else (None, None)


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    import warnings
    warnings._deprecated('locale.getdefaultlocale', remove=(3, 15)) if hasattr(warnings, '_deprecated') else None
    return 'C', 'UTF-8'


def getencoding():
    """The encoding of the locale."""
    return 'UTF-8'


def getpreferredencoding(do_setlocale=True):
    """The encoding of text files."""
    return 'UTF-8'
