"""csv: rows of text with separators."""
import io
import re
from _native import like_c as _like_c

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'QUOTE_STRINGS', 'QUOTE_NOTNULL', 'Error', 'Dialect', 'excel',
           'excel_tab', 'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect', 'list_dialects', 'Sniffer',
           'unregister_dialect', 'DictReader', 'DictWriter', 'unix_dialect']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    pass


Error.__module__ = '_csv'
_limit = 131072


def field_size_limit(*new_limit):
    global _limit
    if len(new_limit) > 1:
        raise TypeError(f'field_size_limit() takes at most 1 argument ({len(new_limit)} given)')
    old = _limit
    if new_limit:
        if not isinstance(new_limit[0], int):
            raise TypeError('limit must be an integer')
        _limit = new_limit[0]
    return old


class _Settings:
    """A dialect as reader and writer use it, checked."""
    _defaults = dict(delimiter=',', doublequote=True, escapechar=None, lineterminator='\r\n', quotechar='"', quoting=QUOTE_MINIMAL,
                     skipinitialspace=False, strict=False)
    _flags = 'doublequote', 'skipinitialspace', 'strict'

    def __init__(self, dialect=None, **options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if dialect is None and options.get('quotechar', '') is None:
            options.setdefault('quoting', QUOTE_NONE)
        for name, usual in self._defaults.items():
            value = options.pop(name) if name in options else getattr(dialect, name, usual)
            self.__dict__[name] = value if name not in self._flags else bool(value)
        if options:
            raise TypeError(f"this function got an unexpected keyword argument '{next(iter(options))}'")
        self._check()

    def _check(self):
        if not isinstance(self.delimiter, str):
            raise TypeError(f'"delimiter" must be a unicode character, not {type(self.delimiter).__name__}')
        if len(self.delimiter) != 1:
            raise TypeError('"delimiter" must be a unicode character, not a string of length ' + str(len(self.delimiter)))
        for name in 'quotechar', 'escapechar':
            value = getattr(self, name)
            if value is not None and not isinstance(value, str):
                raise TypeError(f'"{name}" must be a unicode character or None, not {type(value).__name__}')
            if value is not None and len(value) != 1:
                raise TypeError(f'"{name}" must be a unicode character or None, not a string of length {len(value)}')
        if not isinstance(self.quoting, int) or self.quoting not in range(6):
            raise TypeError('bad "quoting" value' if isinstance(self.quoting, int) else
                            f'"quoting" must be an integer, not {type(self.quoting).__name__}')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError('quotechar must be set if quoting enabled')
        if self.lineterminator is None:
            raise TypeError('lineterminator must be set')
        if not isinstance(self.lineterminator, str):
            raise TypeError(f'"lineterminator" must be a string, not {type(self.lineterminator).__name__}')
        for name in 'delimiter', 'escapechar', 'quotechar':
            value = getattr(self, name)
            if value in ('\n', '\r') or (value == ' ' and self.skipinitialspace and name != 'delimiter'):
                raise ValueError(f'bad {name} value')
            if value is not None and value in self.lineterminator:
                raise ValueError(f'bad {name} or lineterminator value')
        for one, other in ('delimiter', 'escapechar'), ('delimiter', 'quotechar'), ('escapechar', 'quotechar'):
            if getattr(self, one) is not None and getattr(self, one) == getattr(self, other):
                raise ValueError(f'bad {one} or {other} value')

    def _refuse(self, name, *value):
        raise AttributeError('readonly attribute' if name in self._flags else f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    __setattr__ = __delattr__ = _refuse

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


_Settings.__name__ = _Settings.__qualname__ = 'Dialect'
_Settings.__module__ = '_csv'
_START, _FIELD, _QUOTED, _AFTER, _ESCAPE, _ESCAPE_QUOTED, _AFTER_ESCAPED, _DONE = range(8)


class _Reader:
    def __init__(self, lines, dialect, **options):
        self.dialect = _Settings(dialect, **options)
        self._lines = iter(lines)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        fields, state = [], _START
        self._text, self._bare = [], True
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state != _START and (self._text or state == _QUOTED):
                    if self.dialect.strict:
                        raise Error('unexpected end of data') from None
                    self._end_field(fields)
                    return fields
                raise
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
            self.line_num += 1
            state = self._line(line, fields, state)
            if state == _DONE:
                return fields

    def _end_field(self, fields):
        text = ''.join(self._text)
        quoting = self.dialect.quoting
        if self._bare:
            if quoting == QUOTE_NONNUMERIC and text or quoting == QUOTE_STRINGS and text:
                text = float(text)
            elif quoting in (QUOTE_NOTNULL, QUOTE_STRINGS) and not text:
                text = None
        fields.append(text)
        self._text, self._bare = [], True

    def _line(self, line, fields, state):
        d = self.dialect
        at, size = 0, len(line)
        started = state != _START
        while at < size:
            char = line[at]
            at += 1
            if char in '\r\n' and state in (_START, _FIELD, _AFTER, _AFTER_ESCAPED):
                if line[at:].strip('\r\n'):
                    raise Error('new-line character seen in unquoted field - do you need to open the file with newline=\'\'?')
                if state == _START and not started and not fields:
                    return _DONE
                self._end_field(fields)
                return _DONE
            if state == _START:
                started = True
                if char == d.quotechar and d.quoting != QUOTE_NONE:
                    state, self._bare = _QUOTED, False
                elif char == d.escapechar:
                    state = _ESCAPE
                elif char == ' ' and d.skipinitialspace:
                    pass
                elif char == d.delimiter:
                    self._end_field(fields)
                else:
                    self._add(char)
                    state = _FIELD
            elif state == _FIELD or state == _AFTER_ESCAPED:
                if char == d.escapechar:
                    state = _ESCAPE
                elif char == d.delimiter:
                    self._end_field(fields)
                    state = _START
                else:
                    self._add(char)
                    state = _FIELD
            elif state == _QUOTED:
                if char == d.escapechar:
                    state = _ESCAPE_QUOTED
                elif char == d.quotechar:
                    state = _AFTER if d.doublequote else _FIELD
                else:
                    self._add(char)
            elif state == _AFTER:
                if char == d.quotechar:
                    self._add(char)
                    state = _QUOTED
                elif char == d.delimiter:
                    self._end_field(fields)
                    state = _START
                elif not d.strict:
                    self._add(char)
                    state = _FIELD
                else:
                    raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
            else:
                self._add(char)
                state = _QUOTED if state == _ESCAPE_QUOTED else _AFTER_ESCAPED if char in '\r\n' else _FIELD
        if state == _QUOTED or state == _AFTER_ESCAPED:
            return state
        if state == _ESCAPE or state == _ESCAPE_QUOTED:     # the line has no end of its own
            self._add('\n')
            return _FIELD if state == _ESCAPE else _QUOTED
        if not started and not fields:
            return _DONE
        self._end_field(fields)
        return _DONE

    def _add(self, char):
        self._text.append(char)
        if len(self._text) > _limit:
            raise Error(f'field larger than field limit ({_limit})')


class _Writer:
    def __init__(self, file, dialect, **options):
        if not hasattr(file, 'write') or not callable(file.write):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = _Settings(dialect, **options)
        self._write = file.write

    def _field(self, value, alone):
        d = self.dialect
        quoted = d.quoting == QUOTE_ALL
        if d.quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(value, (int, float)) and not hasattr(type(value), '__float__')
        elif d.quoting == QUOTE_STRINGS:
            quoted = isinstance(value, str)
        elif d.quoting == QUOTE_NOTNULL:
            quoted = value is not None
        text = value if isinstance(value, str) else '' if value is None else str(value)
        out = []
        for char in text:
            if char == d.delimiter or char == d.escapechar or char == d.quotechar or char in '\r\n' or char in d.lineterminator:
                if d.quoting == QUOTE_NONE:
                    escaped = True
                elif char == d.quotechar:
                    escaped = not d.doublequote
                    if not escaped:
                        out.append(char)
                    quoted = quoted or not escaped
                elif char == d.escapechar:
                    escaped = True
                else:
                    escaped, quoted = False, True
                if escaped:
                    if d.escapechar is None:
                        raise Error('need to escape, but no escapechar set')
                    out.append(d.escapechar)
            elif char == ' ' and d.skipinitialspace and d.delimiter == ' ':
                quoted = True
            out.append(char)
        if not text and (alone or (d.delimiter == ' ' and d.skipinitialspace)):
            if d.quoting == QUOTE_NONE or (d.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and value is None):
                raise Error('single empty field record must be quoted' if alone else
                            'empty field must be quoted if delimiter is a space and skipinitialspace is true')
            quoted = True
        text = ''.join(out)
        return f'{d.quotechar}{text}{d.quotechar}' if quoted else text

    def writerow(self, row, /):
        try:
            values = list(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        alone = len(values) == 1
        return self._write(self.dialect.delimiter.join([self._field(value, alone) for value in values]) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


_Reader.__name__ = _Reader.__qualname__ = 'reader'
_Writer.__name__ = _Writer.__qualname__ = 'writer'
_Reader.__module__ = _Writer.__module__ = '_csv'


def reader(iterable, /, dialect=None, **fmtparams):
    return _Reader(iterable, dialect, **fmtparams)


def writer(fileobj, /, dialect=None, **fmtparams):
    return _Writer(fileobj, dialect, **fmtparams)


class Dialect:
    _name = ''
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        try:
            _Settings(self)
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


_dialects = {}


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Settings(dialect, **fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    return list(_dialects)


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames, self.restkey, self.restval = fieldnames, restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        found = dict(zip(self.fieldnames, row))
        known = len(self.fieldnames)
        if known < len(row):
            found[self.restkey] = row[known:]
        for key in self.fieldnames[len(row):]:
            found[key] = self.restval
        return found

    __class_getitem__ = classmethod(type(list[int]))


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames, self.restval = fieldnames, restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = [key for key in rowdict if key not in self.fieldnames]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(key) for key in wrong]))
        return (rowdict.get(key, self.restval) for key in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))

    __class_getitem__ = classmethod(type(list[int]))


class Sniffer:
    """Guesses the dialect of a piece of text."""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        quote, doubled, separator, spaced = self._guess_quote_and_delimiter(sample, delimiters)
        if not separator:
            separator, spaced = self._guess_delimiter(sample, delimiters)
        if not separator:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            delimiter = separator
            quotechar = quote or '"'
            doublequote = doubled
            skipinitialspace = spaced
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL
        return dialect

    def _guess_quote_and_delimiter(self, data, delimiters):
        """By quoted fields: what stands around most of them. (quote, whether quotes are doubled, delimiter, whether a space follows)"""
        before, quoted, after = r'(?P<delim>[^\w\n"\'])(?P<space> ?)', r'(?P<quote>["\']).*?(?P=quote)', r'(?P<delim>[^\w\n"\'])(?P<space> ?)'
        start, end = r'(?:^|\n)', r'(?:$|\n)'
        for pattern in before + quoted + '(?P=delim)', start + quoted + after, before + quoted + end, start + quoted + end:
            found = [match.groupdict() for match in re.finditer(pattern, data, re.DOTALL | re.MULTILINE)]
            if found:
                break
        else:
            return '', False, None, False
        quotes, marks, spaces = {}, {}, 0
        for match in found:
            quotes[match['quote']] = quotes.get(match['quote'], 0) + 1
            mark = match.get('delim')
            if mark and (delimiters is None or mark in delimiters):
                marks[mark] = marks.get(mark, 0) + 1
            spaces += bool(match.get('space'))
        quote = max(quotes, key=quotes.get)
        mark, spaced = '', False
        if marks:
            mark = max(marks, key=marks.get)
            spaced = marks[mark] == spaces
            mark = '' if mark == '\n' else mark
        edge, inner = re.escape(mark), f'[^{re.escape(mark)}\n]*'
        doubled = re.search(rf'({edge}|^)\W*{quote}{inner}{quote}{inner}{quote}\W*({edge}|$)', data, re.MULTILINE)
        return quote, doubled is not None, mark, spaced

    def _guess_delimiter(self, data, delimiters):
        """The character that stands in nearly all lines equally often: tried with ten lines, then twenty, ..."""
        lines = [line for line in data.split('\n') if line]
        counts = {chr(number): {} for number in range(127)}    # how many lines have so many of the character
        seen = 0
        while seen < len(lines):
            for line in lines[seen:seen + 10]:
                for char, times in counts.items():
                    number = line.count(char)
                    times[number] = times.get(number, 0) + 1
            seen += min(10, len(lines))
            found = self._consistent(counts, float(min(seen, len(lines))), delimiters)
            if len(found) == 1:
                return self._with_space(lines[0], *found)
        if not lines or not found:
            return '', False
        chosen = next((char for char in self.preferred if char in found), None)
        return self._with_space(lines[0], chosen or max(found, key=lambda char: (found[char], char)))

    def _consistent(self, counts, total, delimiters):
        usual = {}
        for char, times in counts.items():
            if list(times) != [0]:
                number, most = max(times.items(), key=lambda pair: pair[1])
                usual[char] = number, most - sum(times.values()) + most
        agreement = 1.0
        while agreement >= 0.9:
            found = {char: pair for char, pair in usual.items() if pair[0] > 0 and pair[1] > 0 and pair[1] / total >= agreement and
                     (delimiters is None or char in delimiters)}
            if found:
                return found
            agreement -= 0.01
        return {}

    def _with_space(self, line, char):
        return char, line.count(char) == line.count(char + ' ')

    def has_header(self, sample):
        rows = reader(io.StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for _, row in zip(range(21), rows):
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = _number_or_length(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            votes += 1 if kind is None or _number_or_length(header[column]) != kind and (kind == 'number' or len(header[column]) != kind) else -1
        return votes > 0


def _number_or_length(text):
    try:
        complex(text)
        return 'number'
    except (ValueError, OverflowError):
        return len(text)


for _function in get_dialect, list_dialects, reader, register_dialect, unregister_dialect, writer:
    _function.__module__ = '_csv'
    _like_c(_function)
del _function
