"""csv: rows of text with separators."""
import io

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'QUOTE_STRINGS', 'QUOTE_NOTNULL', 'Error', 'Dialect', 'excel',
           'excel_tab', 'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect', 'list_dialects', 'Sniffer',
           'unregister_dialect', 'DictReader', 'DictWriter', 'unix_dialect']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    pass


Error.__module__ = '_csv'
_limit = 131072


def field_size_limit(new_limit=None):
    global _limit
    old = _limit
    if new_limit is not None:
        if not isinstance(new_limit, int):
            raise TypeError('limit must be an integer')
        _limit = new_limit
    return old


class _Settings:
    """A dialect as reader and writer use it, checked."""
    _defaults = dict(delimiter=',', doublequote=True, escapechar=None, lineterminator='\r\n', quotechar='"', quoting=QUOTE_MINIMAL,
                     skipinitialspace=False, strict=False)

    def __init__(self, dialect=None, **options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name, usual in self._defaults.items():
            value = options.pop(name) if name in options else getattr(dialect, name, usual)
            setattr(self, name, value)
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
            if getattr(self, name) in ('\n', '\r'):
                raise ValueError(f'bad {name} value')


_START, _FIELD, _QUOTED, _AFTER, _ESCAPE, _ESCAPE_QUOTED, _DONE = range(7)


class _Reader:
    def __init__(self, lines, dialect='excel', **options):
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
                if state in (_QUOTED, _ESCAPE, _ESCAPE_QUOTED) and (self._text or state != _START):
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
            if char in '\r\n' and state in (_START, _FIELD, _AFTER):
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
            elif state == _FIELD:
                if char == d.escapechar:
                    state = _ESCAPE
                elif char == d.delimiter:
                    self._end_field(fields)
                    state = _START
                else:
                    self._add(char)
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
                state = _FIELD if state == _ESCAPE else _QUOTED
        if state == _QUOTED or state == _ESCAPE_QUOTED:
            return state
        if state == _ESCAPE:
            self._add('\n')
        if not started and not fields:
            return _DONE
        self._end_field(fields)
        return _DONE

    def _add(self, char):
        self._text.append(char)
        if len(self._text) > _limit:
            raise Error(f'field larger than field limit ({_limit})')


class _Writer:
    def __init__(self, file, dialect='excel', **options):
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


_Reader.__name__, _Writer.__name__ = 'reader', 'writer'


def reader(iterable, /, dialect='excel', **fmtparams):
    return _Reader(iterable, dialect, **fmtparams)


def writer(fileobj, /, dialect='excel', **fmtparams):
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
    if dialect is None and not fmtparams:
        raise Error('dialect or parameters expected')
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
        lines = [line for line in sample.splitlines() if line]
        best = None
        for char in dict.fromkeys([*self.preferred, *sorted({c for c in sample if c.isascii() and not c.isalnum()})]):
            if char in '"\'\r\n._' or (delimiters is not None and char not in delimiters):
                continue
            counts = [len(next(reader([line], delimiter=char))) for line in lines]
            if counts and min(counts) > 1 and max(counts) == min(counts):
                best = char
                break
        if best is None:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            delimiter = best
            quotechar = "'" if "'" in sample and '"' not in sample else '"'
            doublequote = True
            skipinitialspace = all(best + ' ' in line for line in lines)
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL
        return dialect

    def has_header(self, sample):
        rows = list(reader(io.StringIO(sample), self.sniff(sample)))
        header, votes = rows[0], 0
        for column in range(len(header)):
            kinds = set()
            for row in rows[1:21]:
                if len(row) == len(header):
                    try:
                        complex(row[column])
                        kinds.add('number')
                    except ValueError:
                        kinds.add(len(row[column]))
            if len(kinds) != 1:
                continue
            kind = kinds.pop()
            if kind == 'number':
                try:
                    complex(header[column])
                    votes -= 1
                except ValueError:
                    votes += 1
            else:
                votes += 1 if len(header[column]) != kind else -1
        return votes > 0
