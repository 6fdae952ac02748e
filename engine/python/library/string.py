"""Character classes as strings, capwords, Template and Formatter."""

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits', 'printable', 'punctuation',
           'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


_missing = object()
_IDENTIFIER = r'(?a:[_a-z][_a-z0-9]*)'


class _Pattern:
    """The pattern of a class of templates, compiled when somebody asks for it."""

    def __init__(self, text=None):
        self.text = text

    def __get__(self, template, owner=None):
        import re
        owner = owner or type(template)
        text = self.text
        if text is None:
            mark = re.escape(owner.delimiter)
            text = (f'{mark}(?:(?P<escaped>{mark})|(?P<named>{owner.idpattern})|'
                    f'{{(?P<braced>{owner.braceidpattern or owner.idpattern})}}|(?P<invalid>))')
        return re.compile(text, owner.flags | re.VERBOSE)


class _Flags:
    def __get__(self, template, owner=None):
        import re
        return re.IGNORECASE


class Template:
    delimiter = '$'
    idpattern = _IDENTIFIER
    braceidpattern = None
    flags = _Flags()
    pattern = _Pattern()
    _usual = True       # the pattern follows from delimiter and identifiers, case does not matter

    def __init_subclass__(cls):
        super().__init_subclass__()
        own = cls.__dict__.get('pattern')
        cls._usual = own is None and cls._usual and 'flags' not in cls.__dict__
        if own is None:
            cls.pattern = _Pattern()
        elif isinstance(own, str):
            cls.pattern = _Pattern(own)
            cls.pattern     # a wrong one is refused where the class is made

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """(text, kind, name): kind '' for plain text, 'escaped', 'named' or 'invalid'."""
        if self._usual and self.idpattern is _IDENTIFIER and self.braceidpattern is None:
            return self._parts_of_identifiers()
        return self._parts_by_pattern()

    def _parts_of_identifiers(self):
        text, mark, at = self.template, self.delimiter, 0
        while (found := text.find(mark, at)) >= 0:
            if found > at:
                yield text[at:found], '', None
            rest = found + len(mark)
            if text.startswith(mark, rest):
                at = rest + len(mark)
                yield text[found:at], 'escaped', None
                continue
            braced = text.startswith('{', rest)
            end = start = rest + braced
            while end < len(text) and text[end].isascii() and text[start:end + 1].isidentifier():
                end += 1
            if end == start or (braced and not text.startswith('}', end)):
                yield text[found:rest], 'invalid', None
                at = rest
                continue
            at = end + braced
            yield text[found:at], 'named', text[start:end]
        yield text[at:], '', None

    def _parts_by_pattern(self):
        pattern = self.pattern
        at = 0
        for found in pattern.finditer(self.template):
            yield self.template[at:found.start()], '', None
            name = found.group('named') or found.group('braced')
            kind = 'named' if name is not None else 'escaped' if found.group('escaped') is not None else 'invalid'
            if kind == 'invalid' and found.group('invalid') is None:
                raise ValueError('Unrecognized named group in pattern', pattern)
            yield found.group(), kind, name
            at = found.end()
        yield self.template[at:], '', None

    def _fill(self, mapping, kws, safe):
        out, position = [], 0
        for text, kind, name in self._parts():
            value = text
            if kind == 'escaped':
                value = self.delimiter
            elif kind == 'named':
                if name in kws:
                    value = str(kws[name])
                elif not safe:
                    value = str(mapping[name])
                else:
                    try:
                        value = str(mapping[name])
                    except KeyError:
                        pass
            elif kind == 'invalid' and not safe:
                before = self.template[:position].splitlines(keepends=True)
                line, column = len(before) or 1, position - len(''.join(before[:-1])) + 1 if before else position + 1
                if before and before[-1].endswith('\n'):
                    line, column = line + 1, 1
                raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')
            out.append(value)
            position += len(text)
        return ''.join(out)

    def substitute(self, mapping=_missing, /, **kws):
        return self._fill({} if mapping is _missing else mapping, kws, False)

    def safe_substitute(self, mapping=_missing, /, **kws):
        return self._fill({} if mapping is _missing else mapping, kws, True)

    def is_valid(self):
        return all(kind != 'invalid' for _, kind, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, kind, name in self._parts() if kind == 'named'))


def _field(text, at):
    """(name, specification, conversion) of the replacement field that begins at `at`, and where the text goes on."""
    start, bracket = at, False
    while at < len(text) and (bracket or text[at] not in '}:!'):
        if text[at] == '{' and not bracket:
            raise ValueError("unexpected '{' in field name")
        bracket = text[at] == '[' or (bracket and text[at] != ']')
        at += 1
    name, conversion = text[start:at], None
    if at >= len(text):
        raise ValueError("expected '}' before end of string")
    if text[at] == '}':
        return name, '', None, at + 1
    if text[at] == '!':
        if at + 1 >= len(text):
            raise ValueError('end of string while looking for conversion specifier')
        conversion = text[at + 1]
        at += 2
        if at < len(text) and text[at] == '}':
            return name, '', conversion, at + 1
        if at < len(text) and text[at] != ':':
            raise ValueError("expected ':' after conversion specifier")
    start, depth = at + 1, 1
    for at in range(start, len(text)):
        depth += (text[at] == '{') - (text[at] == '}')
        if depth == 0:
            return name, text[start:at], conversion, at + 1
    raise ValueError("unmatched '{' in format spec")


def _format_parts(text):
    """What str.format does with a string: (literal text, field name, specification, conversion)."""
    at, literal = 0, ''
    while at < len(text):
        char = text[at]
        if char in '{}' and text[at:at + 2] == char * 2:
            yield literal + char, None, None, None
            literal, at = '', at + 2
        elif char == '}':
            raise ValueError("Single '}' encountered in format string")
        elif char == '{':
            if at + 1 >= len(text):
                raise ValueError("Single '{' encountered in format string")
            *found, at = _field(text, at + 1)
            yield literal, *found
            literal = ''
        else:
            ends = [place for place in (text.find('{', at), text.find('}', at)) if place >= 0]
            end = min(ends, default=len(text))
            literal, at = literal + text[at:end], end
    if literal:
        yield literal, None, None, None


def _field_parts(name):
    """The first part of a field name, and the attributes and items after it: (is attribute, key)."""
    ends = [place for place in (name.find('.'), name.find('[')) if place >= 0]
    at = min(ends, default=len(name))
    first, rest = name[:at], []
    while at < len(name):
        if name[at] == '.':
            ends = [place for place in (name.find('.', at + 1), name.find('[', at + 1)) if place >= 0]
            end = min(ends, default=len(name))
            key = name[at + 1:end]
            rest.append((True, key))
            at = end
        elif name[at] == '[':
            end = name.find(']', at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[at + 1:end]
            rest.append((False, int(key) if key.isdecimal() else key))
            at = end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if key == '':
            raise ValueError('Empty attribute in format string')
    return int(first) if first.isdecimal() else first, rest


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            first = _field_parts(name)[0]
            if first == '':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(auto) + name
                auto += 1
            elif isinstance(first, int):
                if auto:
                    raise ValueError('cannot switch from automatic field numbering to manual field specification')
                auto = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(value, spec))
        return ''.join(out), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ('s', 'r', 'a'):
            return {'s': str, 'r': repr, 'a': ascii}[conversion](value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        return _format_parts(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _field_parts(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
