"""configparser: texts of [sections] with keys and values, what stands for other values in them, and writing them again."""
import functools
import io
import os
import re
from collections import ChainMap
from collections.abc import MutableMapping

__all__ = ['BasicInterpolation', 'ConfigParser', 'ConverterMapping', 'DEFAULTSECT', 'DuplicateOptionError', 'DuplicateSectionError', 'Error',
           'ExtendedInterpolation', 'Interpolation', 'InterpolationDepthError', 'InterpolationError', 'InterpolationMissingOptionError',
           'InterpolationSyntaxError', 'InvalidWriteError', 'MAX_INTERPOLATION_DEPTH', 'MissingSectionHeaderError',
           'MultilineContinuationError', 'NoOptionError', 'NoSectionError', 'ParsingError', 'RawConfigParser', 'SectionProxy',
           'UNNAMED_SECTION', 'UnnamedSectionDisabledError']

DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    def __init__(self, msg=''):
        super().__init__(msg)
        self.message = msg

    def __str__(self):
        return self.message

    __repr__ = __str__


def _fill(error, text, *args, **attributes):
    """What all errors are made of: a text, the arguments that made them, and these again by name."""
    Error.__init__(error, text)
    for name, value in attributes.items():
        setattr(error, name, value)
    error.args = args


class NoSectionError(Error):
    def __init__(self, section):
        _fill(self, f'No section: {section!r}', section, section=section)


def _already_exists(kind, what, source, lineno):
    if source is None:
        return f'{kind} {what} already exists'
    line = '' if lineno is None else f' [line {lineno:2d}]'
    return f'While reading from {source!r}{line}: {kind.lower()} {what} already exists'


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        _fill(self, _already_exists('Section', repr(section), source, lineno), section, source, lineno,
              section=section, source=source, lineno=lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        _fill(self, _already_exists('Option', f'{option!r} in section {section!r}', source, lineno), section, option, source, lineno,
              section=section, option=option, source=source, lineno=lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        _fill(self, f'No option {option!r} in section: {section!r}', option, section, option=option, section=section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        _fill(self, msg, option, section, msg, option=option, section=section)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        _fill(self, f'Bad value substitution: option {option!r} in section {section!r} contains an interpolation key {reference!r} which is '
              f'not a valid option name. Raw value: {rawval!r}', option, section, rawval, reference,
              option=option, section=section, reference=reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        _fill(self, f'Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an interpolation '
              f'key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}', option, section, rawval,
              option=option, section=section)


class ParsingError(Error):
    def __init__(self, source, *args):
        _fill(self, f'Source contains parsing errors: {source!r}', source, source=source, errors=[])

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line!r}'

    def combine(self, others):
        for error in others:
            for place in error.errors:
                self.append(*place)
        return self


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        _fill(self, f'File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}', filename, lineno, line,
              source=filename, lineno=lineno, line=line)


class MultilineContinuationError(ParsingError):
    def __init__(self, filename, lineno, line):
        _fill(self, f'Key without value continued with an indented line.\nfile: {filename!r}, line: {lineno}\n{line!r}', filename, lineno,
              line, source=filename, lineno=lineno, line=line)


class UnnamedSectionDisabledError(Error):
    def __init__(self):
        Error.__init__(self, 'Support for UNNAMED_SECTION is disabled.')


class InvalidWriteError(Error):
    pass


class _UnnamedSection:
    def __repr__(self):
        return '<UNNAMED_SECTION>'


UNNAMED_SECTION = _UnnamedSection()


# ---- what stands for other values

class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    before_set = before_read = before_write = lambda self, parser, section, option, value: value


class _Referring(Interpolation):
    """Values with references: a mark, and a name between brackets. A mark twice is the mark itself."""
    _mark = _open = _reference = None

    def before_set(self, parser, section, option, value):
        left = self._reference.sub('', value.replace(self._mark * 2, ''))
        if self._mark in left:
            raise ValueError(f'invalid interpolation syntax in {value!r} at position {left.find(self._mark)}')
        return value

    def before_get(self, parser, section, option, value, defaults):
        return ''.join(self._pieces(parser, section, option, value, defaults, 1))

    def _pieces(self, parser, section, option, rest, values, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            plain, mark, after = rest.partition(self._mark)
            yield plain
            if not mark:
                return
            rest = mark + after
            if after.startswith(mark):
                yield mark
                rest = after[1:]
                continue
            if not after.startswith(self._open):
                raise InterpolationSyntaxError(
                    option, section, f"'{mark}' must be followed by '{mark}' or '{self._open}', found: {rest!r}")
            found = self._reference.match(rest)
            if found is None:
                raise InterpolationSyntaxError(option, section, f'bad interpolation variable reference {rest!r}')
            rest = rest[found.end():]
            where, name, value, others = self._value(parser, section, option, raw, found[1], rest, values)
            if value is not None and mark in value:
                yield from self._pieces(parser, where, name, value, others, depth + 1)
            elif value is not None:
                yield value


class BasicInterpolation(_Referring):
    _mark, _open, _reference = '%', '(', re.compile(r'%\(([^)]+)\)s')

    def _value(self, parser, section, option, raw, path, rest, values):
        name = parser.optionxform(path)
        try:
            return section, option, values[name], values
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None


class ExtendedInterpolation(_Referring):
    _mark, _open, _reference = '$', '{', re.compile(r'\$\{([^}]+)\}')

    def _value(self, parser, section, option, raw, path, rest, values):
        where, colon, name = path.partition(':')
        if ':' in name:
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        try:
            if not colon:
                name = parser.optionxform(path)
                return section, name, values[name], values
            name = parser.optionxform(name)
            value = parser.get(where, name, raw=True)
            return where, name, value, dict(parser.items(where, raw=True))
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, path) from None


# ---- reading

class _Reading:
    """The state of one text that is read into a parser's sections."""

    def __init__(self, parser, source):
        self.parser, self.source = parser, source
        self.section = self.values = self.option = self.error = None
        self.seen = set()
        self.indent = 0

    def start_section(self, name, lineno):
        parser = self.parser
        if name in parser._sections:
            if parser._strict and name in self.seen:
                raise DuplicateSectionError(name, self.source, lineno)
            self.values = parser._sections[name]
        elif name == parser.default_section:
            self.values = parser._defaults
        else:
            self.values = parser._new_section(name)
        if name != parser.default_section:
            self.seen.add(name)
        self.section, self.option = name, None

    def add_option(self, lineno, line, text):
        parser = self.parser
        found = parser._optcre.match(text)
        if found is None or not found['option']:
            return self.add_error(lineno, line)
        name, value = parser.optionxform(found['option'].rstrip()), found['value']
        if parser._strict and (self.section, name) in self.seen:
            raise DuplicateOptionError(self.section, name, self.source, lineno)
        self.seen.add((self.section, name))
        self.option = name
        self.values[name] = None if value is None else [value.strip()]

    def add_error(self, lineno, line):
        self.error = self.error or ParsingError(self.source)
        self.error.append(lineno, line)

    def add_line(self, lineno, line):
        parser = self.parser
        text, commented = parser._without_comment(line)
        inside = self.values is not None and self.option
        if not text:
            if not parser._empty_lines_in_values:
                self.indent = float('inf')
            elif not commented and inside and self.values[self.option] is not None:
                self.values[self.option].append('')
            return
        indent = len(line) - len(line.lstrip())
        if inside and indent > self.indent:
            if self.values[self.option] is None:
                raise MultilineContinuationError(self.source, lineno, line)
            self.values[self.option].append(text)
            return
        self.indent = indent
        header = parser.SECTCRE.match(text)
        if header:
            self.start_section(header['header'], lineno)
            return
        if self.values is None:
            if not parser._allow_unnamed_section:
                raise MissingSectionHeaderError(self.source, lineno, line)
            self.start_section(UNNAMED_SECTION, lineno)
        self.add_option(lineno, line, text)

    def finish(self):
        parser = self.parser
        for section, values in [(parser.default_section, parser._defaults), *parser._sections.items()]:
            for name, value in values.items():
                if isinstance(value, list):
                    value = '\n'.join(value).rstrip()
                values[name] = parser._interpolation.before_read(parser, section, name, value)
        if self.error:
            raise self.error


# ---- parsers

class RawConfigParser(MutableMapping):
    SECTCRE = re.compile(r'\[(?P<header>.+)\]')
    NONSPACECRE = re.compile(r'\S')
    OPTCRE = re.compile(r'(?P<option>.*?)\s*(?:(?P<vi>=|:)\s*(?P<value>.*))$')
    OPTCRE_NV = re.compile(r'(?P<option>.*?)\s*(?:(?P<vi>=|:)\s*(?P<value>.*))?$')
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True, '0': False, 'no': False, 'false': False, 'off': False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'), comment_prefixes=('#', ';'),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET,
                 converters=_UNSET, allow_unnamed_section=False):
        self._dict = dict_type
        self._sections, self._defaults, self._proxies = dict_type(), dict_type(), dict_type()
        self._converters = ConverterMapping(self)
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        self._optcre = self._option_pattern(allow_no_value)
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict, self._allow_no_value = strict, allow_no_value
        self._empty_lines_in_values, self._allow_unnamed_section = empty_lines_in_values, allow_unnamed_section
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation or Interpolation()
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError(f'interpolation= must be None or an instance of Interpolation; got an object of type {type(interpolation)}')
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    def _option_pattern(self, allow_no_value):
        if self._delimiters == ('=', ':'):
            return self.OPTCRE_NV if allow_no_value else self.OPTCRE
        marks = '|'.join(map(re.escape, self._delimiters))
        return re.compile(rf'(?P<option>.*?)\s*(?:(?P<vi>{marks})\s*(?P<value>.*)){"?" * bool(allow_no_value)}$')

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value

    def _new_section(self, name):
        values = self._sections[name] = self._dict()
        self._proxies[name] = SectionProxy(self, name)
        return values

    def _values_of(self, section):
        if not section or section == self.default_section:
            return self._defaults
        try:
            return self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None

    # Sections.
    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        if section is UNNAMED_SECTION and not self._allow_unnamed_section:
            raise UnnamedSectionDisabledError
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._new_section(section)

    def has_section(self, section):
        return section in self._sections

    def remove_section(self, section):
        existed = section in self._sections
        if existed:
            del self._sections[section], self._proxies[section]
        return existed

    # Options.
    def optionxform(self, optionstr):
        return optionstr.lower()

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list(self._sections[section] | self._defaults)

    def has_option(self, section, option):
        try:
            values = self._values_of(section)
        except NoSectionError:
            return False
        option = self.optionxform(option)
        return option in values or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._values_of(section)[self.optionxform(option)] = value

    def remove_option(self, section, option):
        values, option = self._values_of(section), self.optionxform(option)
        existed = option in values
        if existed:
            del values[option]
        return existed

    def _all_values(self, section, vars):
        own = {} if section == self.default_section else self._values_of(section) if section in self._sections else None
        if own is None:
            raise NoSectionError(section)
        given = {self.optionxform(key): value if value is None else str(value) for key, value in (vars or {}).items()}
        return ChainMap(given, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._all_values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = values[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, values)

    def _get_converted(self, section, option, convert, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            text = self.get(section, option, raw=raw, vars=vars, **kwargs)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return convert(text)

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_converted(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_converted(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_converted(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def _convert_to_boolean(self, value):
        state = self.BOOLEAN_STATES.get(value.lower())
        if state is None:
            raise ValueError(f'Not a boolean: {value}')
        return state

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        if section != self.default_section and section not in self._sections:
            raise NoSectionError(section)
        values = self._defaults | self._values_of(section)
        names = list(values)
        values |= {self.optionxform(key): value for key, value in (vars or {}).items()}
        return [(name, values[name] if raw or values[name] is None
                 else self._interpolation.before_get(self, section, name, values[name], values)) for name in names]

    def popitem(self):
        for name in self._sections:
            section = self[name]
            del self[name]
            return name, section
        raise KeyError

    # As a mapping of sections.
    def __getitem__(self, key):
        if key not in self:
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        was = self._defaults if key == self.default_section else self._sections.get(key, {})
        was.clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key != self.default_section:
            if self.remove_section(key):
                return
            raise KeyError(key)
        raise ValueError('Cannot remove the default section.')

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections

    @property
    def converters(self):
        return self._converters

    # Reading.
    def _without_comment(self, line):
        """What of a line says something, and whether it has a comment."""
        if line.lstrip().startswith(self._comment_prefixes):
            return '', True
        starts = [found.start(2) for prefix in self._inline_comment_prefixes
                  for found in [re.search(rf'(^|\s)({re.escape(prefix)})', line)] if found]
        return line[:min(starts)].strip() if starts else line.strip(), bool(starts)

    def _read(self, lines, source):
        reading = _Reading(self, source)
        for lineno, line in enumerate(lines, 1):
            reading.add_line(lineno, line)
        reading.finish()

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            done.append(os.fspath(name))
        return done

    def read_file(self, f, source=None):
        self._read(f, getattr(f, 'name', '<???>') if source is None else source)

    def read_string(self, string, source='<string>'):
        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source='<dict>'):
        seen = set()
        for section, values in dictionary.items():
            if section is not UNNAMED_SECTION:
                section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in seen:
                    raise
            seen.add(section)
            for key, value in values.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, None if value is None else str(value))

    # Writing.
    def write(self, fp, space_around_delimiters=True):
        mark = f' {self._delimiters[0]} ' if space_around_delimiters else self._delimiters[0]
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults, mark)
        if UNNAMED_SECTION in self._sections:
            self._write_section(fp, UNNAMED_SECTION, self._sections[UNNAMED_SECTION], mark)
        for section, values in self._sections.items():
            if section is not UNNAMED_SECTION:
                self._write_section(fp, section, values, mark)

    def _write_section(self, fp, section, values, mark):
        if section is not UNNAMED_SECTION:
            fp.write(f'[{section}]\n')
        for key, value in values.items():
            self._check_key(key)
            value = self._interpolation.before_write(self, section, key, value)
            if value is not None or not self._allow_no_value:
                fp.write(f'{key}{mark}{str(value).replace("\n", "\n\t")}\n')
            else:
                fp.write(f'{key}\n')
        fp.write('\n')

    def _check_key(self, key):
        if self.SECTCRE.match(key):
            raise InvalidWriteError(f'Cannot write key {key}; begins with section pattern')
        for mark in self._delimiters:
            if mark in key:
                raise InvalidWriteError(f'Cannot write key {key}; contains delimiter {mark}')

    def _validate_value_types(self, *, section='', option='', value=''):
        pass


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        self._validate_value_types(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        self._validate_value_types(section=section)
        super().add_section(section)

    def _read_defaults(self, defaults):
        kept, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = kept

    def _validate_value_types(self, *, section='', option='', value=''):
        if section is not UNNAMED_SECTION and not isinstance(section, str):
            raise TypeError('section names must be strings or UNNAMED_SECTION')
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        if not isinstance(value, str) and (value is not None or not self._allow_no_value):
            raise TypeError('option values must be strings')


class SectionProxy(MutableMapping):
    """One section of a parser as a mapping."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for kind in parser.converters:
            setattr(self, 'get' + kind, functools.partial(self.get, _impl=getattr(parser, 'get' + kind)))

    def __repr__(self):
        return f'<Section: {self._name}>'

    parser = property(lambda self: self._parser)
    name = property(lambda self: self._name)

    def __getitem__(self, key):
        if key not in self:
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._validate_value_types(option=key, value=value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (key in self and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _names(self):
        return list(self._parser.defaults()) if self._name == self._parser.default_section else self._parser.options(self._name)

    def __len__(self):
        return len(self._names())

    def __iter__(self):
        return iter(self._names())

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """A parser's converters by the names behind their get: what is added here is a method of the parser and its sections."""

    def __init__(self, parser):
        self._parser = parser
        self._added = {name[3:]: None for name in dir(parser) if name.startswith('get') and len(name) > 3 and callable(getattr(parser, name))}

    def __getitem__(self, key):
        return self._added[key]

    def __setitem__(self, key, value):
        try:
            name = 'get' + key
        except TypeError:
            raise ValueError(f'Incompatible key: {key} (type: {type(key)})') from None
        if name == 'get':
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._added[key] = value
        method = functools.partial(self._parser._get_converted, convert=value)
        method.converter = value
        setattr(self._parser, name, method)
        for proxy in self._parser._proxies.values():
            setattr(proxy, name, functools.partial(proxy.get, _impl=method))

    def __delitem__(self, key):
        name = 'get' + (key or '')
        if key not in self._added or not name[3:]:
            raise KeyError(key)
        del self._added[key]
        for place in (self._parser, *self._parser._proxies.values()):
            if name in vars(place):
                delattr(place, name)

    def __iter__(self):
        return iter(self._added)

    def __len__(self):
        return len(self._added)
