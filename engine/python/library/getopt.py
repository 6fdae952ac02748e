"""getopt: options of a command line as a list of pairs."""
import os

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    opt = msg = ''

    def __init__(self, msg, opt=''):
        self.msg, self.opt = msg, opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """The options at the front, and what follows them."""
    options, rest = [], args
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while rest and rest[0].startswith('-') and rest[0] != '-':
        if rest[0] == '--':
            return options, rest[1:]
        rest = _take(options, rest, shortopts, longopts)
    return options, rest


def gnu_getopt(args, shortopts, longopts=[]):
    """The options wherever they are; with + at the front of shortopts those before the first argument, with - arguments are
    among the options."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    in_order = shortopts.startswith('-')
    shortopts = shortopts.removeprefix('-') if in_order else shortopts
    first_only = shortopts.startswith('+')
    shortopts = shortopts.removeprefix('+')
    first_only = first_only or bool(os.environ.get('POSIXLY_CORRECT'))
    options, others, rest = [], [], args
    while rest:
        if rest[0] == '--':
            others += rest[1:]
            break
        if rest[0].startswith('-') and rest[0] != '-':
            if in_order and others:
                options.append((None, others))
                others = []
            rest = _take(options, rest, shortopts, longopts)
        elif first_only:
            others += rest
            break
        else:
            others.append(rest[0])
            rest = rest[1:]
    return options, others


def _take(options, args, shortopts, longopts):
    """One word of options into the list; gives what is left of the words."""
    word, *rest = args
    if word.startswith('--'):
        return _take_long(options, word[2:], rest, longopts)
    letters = word[1:]
    while letters:
        letter, letters = letters[0], letters[1:]
        kind = _kind_of_letter(letter, shortopts)
        value = ''
        if kind:
            value, letters = letters, ''
            if not value and kind == ':':
                if not rest:
                    raise GetoptError(f'option -{letter} requires argument', letter)
                value, *rest = rest
        options.append((f'-{letter}', value))
    return rest


def _kind_of_letter(letter, shortopts):
    """'' for no argument, ':' for one that it needs, '::' for one that may be there."""
    at = shortopts.find(letter)
    if at < 0 or letter == ':':
        raise GetoptError(f'option -{letter} not recognized', letter)
    return '::' if shortopts.startswith('::', at + 1) else ':' if shortopts.startswith(':', at + 1) else ''


def _take_long(options, word, rest, longopts):
    name, equals, value = word.partition('=')
    name, kind = _long_name(name, longopts)
    if kind == '=' and not equals:
        if not rest:
            raise GetoptError(f'option --{name} requires argument', name)
        value, *rest = rest
    elif not kind and equals:
        raise GetoptError(f'option --{name} must not have an argument', name)
    options.append((f'--{name}', value))
    return rest


def _long_name(name, longopts):
    """The whole name that this one begins, and how it takes an argument: '', '=' or '=?'."""
    found = [option for option in longopts if option.startswith(name)]
    if not found:
        raise GetoptError(f'option --{name} not recognized', name)
    for kind in ('', '=', '=?'):
        if name + kind in found:
            return name, kind
    if len(found) > 1:
        raise GetoptError(f'option --{name} not a unique prefix; possible options: {", ".join(found)}', name)
    whole = found[0].rstrip('=?')
    return whole, found[0][len(whole):]
