"""argparse: options and arguments of a command line."""
import os
import re
import sys
import textwrap

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType', 'HelpFormatter',
           'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'MetavarTypeHelpFormatter', 'Namespace',
           'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']

SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '==SUPPRESS==', '?', '*', '+', 'A...', '...'
_UNRECOGNIZED = '_unrecognized_args'


class ArgumentTypeError(Exception):
    pass


def _name_of(action):
    if action is None:
        return None
    if action.option_strings:
        return '/'.join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        metavar = action.metavar
        return metavar if not isinstance(metavar, tuple) else ', '.join(metavar)
    if action.dest not in (None, SUPPRESS):
        return action.dest
    return '{' + ','.join(map(str, action.choices)) + '}' if action.choices else None


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name, self.message = _name_of(argument), message

    def __str__(self):
        return self.message if self.argument_name is None else f'argument {self.argument_name}: {self.message}'


class Namespace:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        parts = [f'{name}={value!r}' for name, value in self.__dict__.items() if name.isidentifier()]
        odd = {name: value for name, value in self.__dict__.items() if not name.isidentifier()}
        if odd:
            parts.append(f'**{odd!r}')
        return f'{type(self).__name__}({", ".join(parts)})'


# ---- help

def _joined(text):
    return ' '.join([word for word in re.split(r'[ \t\n\r\f\v]+', text) if word])    # a space that breaks no line is none


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None, color=False):
        if width is None:
            import shutil
            width = shutil.get_terminal_size().columns - 2
        self._prog, self._width, self._step = prog, width, indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._indent = 0
        self._parts, self._longest = [], 0

    # What parsers add.
    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._parts.append(('usage', usage, list(actions), list(groups), prefix))

    def add_text(self, text):
        if text is not None and text is not SUPPRESS:
            self._parts.append(('text', text))

    def add_section(self, title, description, actions):
        actions = [action for action in actions if action.help is not SUPPRESS]
        self._parts.append(('section', title, description, actions))
        for action in actions:
            for depth, item in self._with_subactions(action):
                self._longest = max(self._longest, len(self._invocation(item)) + 2 + depth * self._step)

    def _with_subactions(self, action):
        yield 0, action
        for item in action._get_subactions():
            yield 1, item

    def format_help(self):
        out = []
        for kind, *values in self._parts:
            if kind == 'usage':
                out.append(self._usage(*values))
            elif kind == 'text':
                out.append(self._text(values[0], 0))
            else:
                out.append(self._section(*values))
        text = '\n\n'.join(part.strip('\n') for part in out if part.strip('\n'))
        return text + '\n' if text else ''

    def _section(self, title, description, actions):
        lines = [self._text(description, 2) + '\n'] if description is not None and description is not SUPPRESS else []
        if lines and actions:
            lines.append('')
        rows = [self._row(item, 2 + depth * self._step) for action in actions for depth, item in self._with_subactions(action)]
        if not lines and not rows:
            return ''
        head = f'{title}:\n' if title is not None and title is not SUPPRESS else ''
        return head + '\n'.join(line.rstrip('\n') if i < len(lines) - 1 or not rows else line.rstrip('\n') for i, line in enumerate(lines)) + \
            ('\n' if lines else '') + ''.join(rows)

    def _text(self, text, indent):
        if '%(prog)' in text:
            text = text % dict(prog=self._prog)
        return self._fill_text(text, max(self._width - indent, 11), ' ' * indent)

    def _fill_text(self, text, width, indent):
        return textwrap.fill(_joined(text), width, initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text, width):
        return textwrap.wrap(_joined(text), width)

    # One action: its invocation, and its help beside or below.
    def _row(self, action, indent):
        position = min(self._longest + 2, self._max_help_position)
        width = max(self._width - position, 11)
        room = position - indent - 2
        head = self._invocation(action)
        below = False
        if not action.help:
            line = ' ' * indent + head + '\n'
        elif len(head) <= room:
            line = ' ' * indent + head.ljust(room) + '  '
        else:
            line, below = ' ' * indent + head + '\n', True
        if not action.help or not action.help.strip():
            return line.rstrip('\n') + '\n' if action.help is None or not below else line
        lines = self._split_lines(self._expand_help(action), width)
        if below:
            return line + ''.join(f'{" " * position}{text}\n' for text in lines)
        return line + (lines[0] if lines else '') + '\n' + ''.join(f'{" " * position}{text}\n' for text in lines[1:])

    def _invocation(self, action):
        if not action.option_strings:
            return ' '.join(self._metavars(action, self._default_positional(action))(1))
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        return ', '.join(action.option_strings) + ' ' + self._arguments(action, self._default_optional(action))

    def _default_optional(self, action):
        return action.dest.upper()

    def _default_positional(self, action):
        return action.dest

    def _metavars(self, action, default):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = '{' + ','.join(map(str, action.choices)) + '}'
        else:
            name = default
        return lambda size: name if isinstance(name, tuple) else (name,) * size

    def _arguments(self, action, default):
        names = self._metavars(action, default)
        if action.nargs is None:
            return '%s' % names(1)
        if action.nargs == OPTIONAL:
            return '[%s]' % names(1)
        if action.nargs == ZERO_OR_MORE:
            found = names(1)
            return '[%s [%s ...]]' % found if len(found) == 2 else '[%s ...]' % found
        if action.nargs == ONE_OR_MORE:
            return '%s [%s ...]' % names(2)
        if action.nargs == REMAINDER:
            return '...'
        if action.nargs == PARSER:
            return '%s ...' % names(1)
        if action.nargs == SUPPRESS:
            return ''
        if not isinstance(action.nargs, int):
            raise ValueError('invalid nargs value')
        return ' '.join(['%s'] * action.nargs) % names(action.nargs)

    def _expand_help(self, action):
        text = self._get_help_string(action)
        if '%' not in text:
            return text
        names = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        names['prog'] = self._prog
        for name, value in names.items():
            if hasattr(value, '__name__'):
                names[name] = value.__name__
        if names.get('choices') is not None:
            names['choices'] = ', '.join(map(str, names['choices']))
        return text % names

    def _get_help_string(self, action):
        return action.help

    # Usage.
    def _usage(self, usage, actions, groups, prefix):
        prefix = 'usage: ' if prefix is None else prefix
        if usage is not None:
            return f'{prefix}{usage % dict(prog=self._prog)}\n'
        prog = self._prog
        optionals = [action for action in actions if action.option_strings]
        positionals = [action for action in actions if not action.option_strings]
        parts, at = self._usage_parts(optionals + positionals, groups, len(optionals))
        text = ' '.join([prog, *parts])
        width = self._width
        if len(prefix) + len(text) > width:
            text = self._wrapped(prefix, prog, parts[:at], parts[at:], width)
        return f'{prefix}{text}\n'

    def _wrapped(self, prefix, prog, options, positionals, width):
        def lines_of(parts, indent, first=None):
            lines, line = [], []
            length = len(first) if first is not None else len(indent)
            length -= 1
            for part in parts:
                if length + 1 + len(part) > width and line:
                    lines.append(indent + ' '.join(line))
                    line, length = [], len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + ' '.join(line))
            if first is not None:
                lines[0] = lines[0][len(indent):]
            return lines

        if len(prefix) + len(prog) <= 0.75 * width:
            indent = ' ' * (len(prefix) + len(prog) + 1)
            if options:
                lines = lines_of([prog, *options], indent, prefix)
                lines.extend(lines_of(positionals, indent))
            elif positionals:
                lines = lines_of([prog, *positionals], indent, prefix)
            else:
                lines = [prog]
            return '\n'.join(lines)
        indent = ' ' * len(prefix)
        lines = lines_of(options + positionals, indent)
        if len(lines) > 1:
            lines = [*lines_of(options, indent), *lines_of(positionals, indent)]
        return '\n'.join([prog, *lines])

    def _usage_parts(self, actions, groups, count):
        """The texts between which a line may be broken; and how many of them are of options."""
        parts, at = [], 0
        done = set()
        for index, action in enumerate(actions):
            if index == count:
                at = len(parts)
            if id(action) in done:
                continue
            group = next((group for group in groups if action in group._group_actions), None)
            together = [item for item in group._group_actions if item.help is not SUPPRESS] if group is not None else []
            start = actions.index(together[0]) if together else -1
            if len(together) > 1 and actions[start:start + len(together)] == together:
                done.update(map(id, together))
                texts = [f'{self._usage_of(item, True)} |' for item in together]
                opening, closing = '()' if group.required else '[]'
                texts[0] = opening + texts[0]
                texts[-1] = texts[-1][:-2] + closing
                parts.extend(texts)
            elif action.help is not SUPPRESS:
                parts.append(self._usage_of(action, group is not None and group.required and len(together) == 1))
        if count >= len(actions):
            at = len(parts)
        return parts, at

    def _usage_of(self, action, in_group):
        if not action.option_strings:
            text = self._arguments(action, self._default_positional(action))
            return text[1:-1] if in_group and text.startswith('[') and text.endswith(']') else text
        text = action.format_usage() if action.nargs == 0 else \
            f'{action.option_strings[0]} {self._arguments(action, self._default_optional(action))}'
        return text if action.required or in_group else f'[{text}]'


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ''
        if '%(default)' not in text and action.default is not SUPPRESS and (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _default_optional(self, action):
        return action.type.__name__

    _default_positional = _default_optional


# ---- actions

class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None, deprecated=False):
        self.option_strings, self.dest, self.nargs, self.const, self.default = option_strings, dest, nargs, const, default
        self.type, self.choices, self.required, self.help, self.metavar, self.deprecated = type, choices, required, help, metavar, deprecated

    def _get_subactions(self):
        return []

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')

    def __repr__(self):
        names = ('option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices', 'required', 'help', 'metavar', 'deprecated')
        return f'{type(self).__name__}({", ".join(f"{name}={getattr(self, name)!r}" for name in names)})'


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, **kwargs):
        if nargs == 0:
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const '
                             'may be more appropriate')
        if kwargs.get('const') is not None and nargs != OPTIONAL:
            raise ValueError(f'nargs must be {OPTIONAL!r} to supply const')
        super().__init__(option_strings, dest, nargs, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None, deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, True, default, required, help, deprecated=deprecated)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, False, default, required, help, deprecated=deprecated)


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        names = []
        for name in option_strings:
            names.append(name)
            if name.startswith('--'):
                if name.startswith('--no-'):
                    raise ValueError(f'invalid option name {name!r} for BooleanOptionalAction')
                names.append('--no-' + name[2:])
        super().__init__(names, dest, 0, default=default, required=required, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


def _copied(items):
    return [] if items is None else items[:] if type(items) is list else __import__('copy').copy(items)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(values)
        setattr(namespace, self.dest, items)


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.extend(values)
        setattr(namespace, self.dest, items)


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, help="show program's version number and exit" if help is None else help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        formatter = parser._get_formatter()
        formatter.add_text(parser.version if self.version is None else self.version)
        parser._print_message(formatter.format_help(), sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    class _Choice(Action):
        def __init__(self, name, aliases, help):
            shown = name + (f' ({", ".join(aliases)})' if aliases else '')
            super().__init__([], shown, help=help, metavar=shown)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix, self._parser_class, self._choices_actions = prog, parser_class, []
        self._name_parser_map, self._deprecated = {}, set()
        super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, deprecated=False, **kwargs):
        if kwargs.get('prog') is None:
            kwargs['prog'] = f'{self._prog_prefix} {name}'
        aliases = kwargs.pop('aliases', ())
        for taken in (name, *aliases):
            if taken in self._name_parser_map:
                raise ValueError(f'conflicting {"subparser" if taken == name else "subparser alias"}: {taken}')
        if 'help' in kwargs:
            self._choices_actions.append(self._Choice(name, aliases, kwargs.pop('help')))
        parser = self._parser_class(**kwargs)
        for known in (name, *aliases):
            self._name_parser_map[known] = parser
        if deprecated:
            self._deprecated.update((name, *aliases))
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._name_parser_map:
            raise ArgumentError(self, f'unknown parser {name!r} (choices: {", ".join(self._name_parser_map)})')
        if name in self._deprecated:
            parser._warning(f"command '{name}' is deprecated")
        found, unknown = self._name_parser_map[name].parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if unknown:
            vars(namespace).setdefault(_UNRECOGNIZED, []).extend(unknown)


_ACTIONS = {None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction, 'store_true': _StoreTrueAction,
            'store_false': _StoreFalseAction, 'append': _AppendAction, 'append_const': _AppendConstAction, 'count': _CountAction,
            'help': _HelpAction, 'version': _VersionAction, 'extend': _ExtendAction, 'parsers': _SubParsersAction}


class FileType:
    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == '-':
            if 'r' not in self._mode and not any(letter in self._mode for letter in 'wax'):
                raise ValueError(f'argument "-" with mode {self._mode!r}')
            stream = sys.stdin if 'r' in self._mode else sys.stdout
            return stream.buffer if 'b' in self._mode else stream
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}") from None

    def __repr__(self):
        given = [repr(each) for each in (self._mode, self._bufsize) if each != -1]
        given += [f'{name}={each!r}' for name, each in (('encoding', self._encoding), ('errors', self._errors)) if each is not None]
        return f'FileType({", ".join(given)})'


# ---- containers of actions

class _ActionsContainer:
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        if conflict_handler not in ('error', 'resolve'):
            raise ValueError(f'invalid conflict_resolution value: {conflict_handler!r}')
        self.description, self.prefix_chars = description, prefix_chars
        self.argument_default, self.conflict_handler = argument_default, conflict_handler
        self._actions, self._option_string_actions = [], {}
        self._action_groups, self._mutually_exclusive_groups = [], []
        self._defaults, self._registries = {}, {'action': dict(_ACTIONS), 'type': {}}

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            action.default = kwargs.get(action.dest, action.default)

    def get_default(self, dest):
        own = (action.default for action in self._actions if action.dest == dest and action.default is not None)
        return next(own, self._defaults.get(dest))

    def add_argument(self, *args, **kwargs):
        chars = self.prefix_chars
        if not args or (len(args) == 1 and args[0][0] not in chars):
            if args and 'dest' in kwargs:
                raise TypeError('dest supplied twice for positional argument, did you mean metavar?')
            kwargs = self._get_positional_kwargs(*args, **kwargs)
        else:
            kwargs = self._get_optional_kwargs(*args, **kwargs)
        if 'default' not in kwargs:
            if kwargs['dest'] in self._defaults:
                kwargs['default'] = self._defaults[kwargs['dest']]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        kind = kwargs.pop('action', None)
        chosen = self._registries['action'].get(kind, kind) if not isinstance(kind, type) else kind
        if not callable(chosen):
            raise ValueError(f'unknown action {chosen!r}')
        action = chosen(**kwargs)
        converter = self._registries['type'].get(action.type, action.type)
        if converter is not None and not callable(converter):
            raise TypeError(f'{converter!r} is not callable')
        if converter is FileType:
            raise TypeError(f'{converter!r} is a FileType class object, instance of it must be passed')
        try:
            HelpFormatter('')._arguments(action, '')
        except TypeError:
            raise ValueError('length of metavar tuple does not match nargs') from None
        return self._add_action(action)

    def add_argument_group(self, *args, **kwargs):
        self._action_groups.append(_ArgumentGroup(self, *args, **kwargs))
        return self._action_groups[-1]

    def add_mutually_exclusive_group(self, **kwargs):
        self._mutually_exclusive_groups.append(_MutuallyExclusiveGroup(self, **kwargs))
        return self._mutually_exclusive_groups[-1]

    def _add_action(self, action):
        taken = [name for name in action.option_strings if name in self._option_string_actions]
        if taken:
            if self.conflict_handler == 'error':
                words = 'conflicting option string' + ('s' if len(taken) > 1 else '')
                raise ArgumentError(action, f'{words}: {", ".join(taken)}')
            for name in taken:
                other = self._option_string_actions.pop(name)
                other.option_strings.remove(name)
                if not other.option_strings:
                    other.container._remove_action(other)
        self._actions.append(action)
        action.container = self
        for name in action.option_strings:
            self._option_string_actions[name] = action
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get('nargs')
        if nargs == 0:
            raise ValueError('nargs for positionals must be != 0')
        if nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS):
            kwargs['required'] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _get_optional_kwargs(self, *args, **kwargs):
        names, longs = [], []
        for name in args:
            if name[0] not in self.prefix_chars:
                raise ValueError(f'invalid option string {name!r}: must start with a character {self.prefix_chars!r}')
            names.append(name)
            if len(name) > 1 and name[1] in self.prefix_chars:
                longs.append(name)
        dest = kwargs.pop('dest', None)
        if dest is None:
            dest = (longs or names)[0].lstrip(self.prefix_chars)
            if not dest:
                raise TypeError(f'dest= is required for options like {names[0]!r}')
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=names)


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        super().__init__(description, container.prefix_chars, kwargs.get('argument_default', container.argument_default),
                         kwargs.get('conflict_handler', container.conflict_handler))
        self._container, self.title, self._group_actions = container, title, []
        self._registries, self._actions = container._registries, container._actions
        self._option_string_actions, self._defaults = container._option_string_actions, container._defaults
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        raise ValueError('argument groups cannot be nested')


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def add_mutually_exclusive_group(self, **kwargs):
        raise ValueError('mutually exclusive groups cannot be nested')


# ---- the parser

class ArgumentParser(_ActionsContainer):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter, prefix_chars='-',
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True,
                 exit_on_error=True, *, suggest_on_error=False, color=True):
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
        self.fromfile_prefix_chars, self.add_help, self.allow_abbrev = fromfile_prefix_chars, add_help, allow_abbrev
        self.exit_on_error, self.suggest_on_error, self.color = exit_on_error, suggest_on_error, color
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        if add_help:
            mark = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(mark + 'h', mark * 2 + 'help', action='help', default=SUPPRESS, help='show this help message and exit')
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError('parents must be a list of ArgumentParser')
            self._add_parent(parent)
            self._defaults.update(parent._defaults)

    def _add_parent(self, parent):
        groups = {}
        for group in parent._action_groups:
            mine = next((known for known in self._action_groups if known.title == group.title), None)
            if mine is None:
                mine = self.add_argument_group(title=group.title, description=group.description)
            for action in group._group_actions:
                groups[id(action)] = mine
        for exclusive in parent._mutually_exclusive_groups:
            mine = self.add_mutually_exclusive_group(required=exclusive.required)
            for action in exclusive._group_actions:
                groups[id(action)] = mine
        for action in parent._actions:
            groups.get(id(action), self)._add_action(action)

    def __repr__(self):
        names = 'prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help'
        return f'{type(self).__name__}({", ".join(f"{name}={getattr(self, name)!r}" for name in names)})'

    def _add_action(self, action):
        if action.option_strings:
            return self._optionals._add_action(action)
        return self._positionals._add_action(action)

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            raise ValueError('cannot have multiple subparser arguments')
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop('title', 'subcommands'), kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, '')
            kwargs['prog'] = formatter.format_help().strip()
        action = kwargs.pop('action', _SubParsersAction)(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    # Parsing.
    def parse_args(self, args=None, namespace=None):
        return self._all_known(*self.parse_known_args(args, namespace))

    def _all_known(self, found, unknown):
        if unknown:
            text = f'unrecognized arguments: {" ".join(unknown)}'
            if not self.exit_on_error:
                raise ArgumentError(None, text)
            self.error(text)
        return found

    def parse_known_args(self, args=None, namespace=None):
        return self._parse_known(args, namespace, False)

    def parse_intermixed_args(self, args=None, namespace=None):
        return self._all_known(*self.parse_known_intermixed_args(args, namespace))

    def parse_known_intermixed_args(self, args=None, namespace=None):
        for action in self._get_positional_actions():
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f'parse_intermixed_args: positional arg with nargs={action.nargs}')
        return self._parse_known(args, namespace, True)

    def _parse_known(self, args, namespace, intermixed):
        args = sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            extras = _Parsing(self, namespace, args, intermixed).run()
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        extras.extend(vars(namespace).pop(_UNRECOGNIZED, ()))
        return namespace, extras

    def _from_files(self, args):
        out = []
        for text in args:
            if not text or text[0] not in self.fromfile_prefix_chars:
                out.append(text)
                continue
            try:
                with open(text[1:], encoding=sys.getfilesystemencoding(), errors=sys.getfilesystemencodeerrors()) as file:
                    lines = [word for line in file.read().splitlines() for word in self.convert_arg_line_to_args(line)]
                out.extend(self._from_files(lines))
            except OSError as error:
                raise ArgumentError(None, str(error)) from None
        return out

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _value(self, action, text):
        converter = self._registries['type'].get(action.type, action.type)
        if converter is None:
            return text
        if not callable(converter):
            raise TypeError(f'{converter!r} is not callable')
        try:
            return converter(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {text!r}') from None

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value not in choices:
            words = f'invalid choice: {str(value)!r}'
            if self.suggest_on_error and isinstance(value, str):
                from difflib import get_close_matches
                near = get_close_matches(value, [choice for choice in action.choices if isinstance(choice, str)], 1)
                if near:
                    words += f', maybe you meant {near[0]!r}?'
            raise ArgumentError(action, f'{words} (choose from {", ".join(map(str, action.choices))})')

    def _values(self, action, texts):
        nargs = action.nargs
        if nargs == OPTIONAL and not texts:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._value(action, value)
            return value
        if nargs == ZERO_OR_MORE and not texts and not action.option_strings:
            return action.default if action.default is not None else []
        if nargs in (None, OPTIONAL):
            value = self._value(action, texts[0])
            self._check_value(action, value)
            return value
        if nargs == REMAINDER:
            return [self._value(action, text) for text in texts]
        if nargs == PARSER:
            values = [self._value(action, text) for text in texts]
            self._check_value(action, values[0])
            return values
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._value(action, text) for text in texts]
        for value in values:
            self._check_value(action, value)
        return values

    # Help.
    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.add_section(group.title, group.description, group._group_actions)
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (file or sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')

    def _warning(self, message):
        self._print_message(f'{self.prog}: warning: {message}\n', sys.stderr)


class _Parsing:
    """One reading of a command line."""

    def __init__(self, parser, namespace, args, intermixed):
        self.parser, self.namespace, self.intermixed = parser, namespace, intermixed
        self.args = parser._from_files(args) if parser.fromfile_prefix_chars is not None else args
        self.seen, self.seen_explicitly, self.warned = set(), set(), set()
        self.positionals = parser._get_positional_actions()
        self.extras, self.pending = [], []
        self.kinds, self.options = self._classify()

    def _looks_negative(self, text):
        digits = text[1:].replace('_', '')
        if not text.startswith('-') or not digits or not (digits[0].isdigit() or digits[0] == '.'):
            return False
        try:
            complex(digits)
        except ValueError:
            return False
        return True

    def _classify(self):
        """'O' for each option, 'A' for each argument, '-' for the two hyphens after which all are arguments."""
        kinds, options = [], {}
        for at, text in enumerate(self.args):
            if text == '--' and '-' in self.parser.prefix_chars:
                kinds.append('-')
                kinds.extend('A' * (len(self.args) - at - 1))
                break
            found = self._option(text)
            if found is not None:
                options[at] = found
            kinds.append('A' if found is None else 'O')
        return ''.join(kinds), options

    def _option(self, text):
        """(action or None, option, explicit argument or None) where a text is an option: else None. Several: ArgumentError."""
        parser = self.parser
        known = parser._option_string_actions
        if not text or text[0] not in parser.prefix_chars:
            return None
        if text in known:
            return [(known[text], text, None)]
        if len(text) == 1:
            return None
        name, equals, value = text.partition('=')
        if equals and name in known:
            return [(known[name], name, value)]
        found = self._abbreviated(text)
        if found:
            return found
        if self._looks_negative(text) and not any(self._looks_negative(name) for name in known):
            return None
        if ' ' in text:
            return None
        return [(None, text, None)]

    def _abbreviated(self, text):
        parser = self.parser
        known, chars = parser._option_string_actions, parser.prefix_chars
        found = []
        if text[0] in chars and text[1] in chars:
            if parser.allow_abbrev:
                name, equals, value = text.partition('=')
                found = [(action, option, value if equals else None) for option, action in known.items() if option.startswith(name)]
        else:
            short, rest = text[:2], text[2:]
            name, equals, value = text.partition('=')
            for option, action in known.items():
                if option == short:
                    found.append((action, option, rest))
                elif parser.allow_abbrev and option.startswith(name):
                    found.append((action, option, value if equals else None))
        return found

    # Arguments of an action.
    def _count(self, action, kinds):
        """How many of the words that follow belong to the action, None: too few."""
        nargs = action.nargs
        option = bool(action.option_strings)
        run = 0
        while run < len(kinds) and (kinds[run] == 'A' or (not option and kinds[run] == '-')):
            run += 1
        words = kinds[:run].count('A')
        if nargs is None:
            need, most = 1, 1
        elif nargs == OPTIONAL:
            need, most = 0, 1
        elif nargs == ZERO_OR_MORE:
            need, most = 0, words
        elif nargs == ONE_OR_MORE:
            need, most = 1, words
        elif nargs == REMAINDER:
            return len(kinds)
        elif nargs == PARSER:
            return len(kinds) if kinds.lstrip('-')[:1] == 'A' else None
        elif nargs == SUPPRESS:
            return 0
        else:
            need = most = nargs
        if words < need:
            return None
        taken = count = 0
        while taken < run and (count < most or kinds[taken] == '-'):    # the two hyphens belong to what stands before them
            count += kinds[taken] == 'A'
            taken += 1
        return taken

    def _take(self, action, texts, option=None):
        self.seen.add(id(action))
        if action.deprecated and (option or texts):
            self._warn_of(f"option '{option}'" if option else f"argument '{action.dest}'")
        values = self.parser._values(action, texts)
        if values is not action.default or action.option_strings or texts:
            self.seen_explicitly.add(id(action))
            for group in self.parser._mutually_exclusive_groups:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and id(other) in self.seen_explicitly:
                            raise ArgumentError(action, f'not allowed with argument {_name_of(other)}')
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def _warn_of(self, deprecated):
        if deprecated not in self.warned:
            self.warned.add(deprecated)
            self.parser._warning(f'{deprecated} is deprecated')

    def _add_extra(self, text):
        if self.intermixed:
            self.pending.append((text, 'O'))
        else:
            self.extras.append(text)

    def _leave(self, start, end):
        """The words from start to end wait for what they are good for until all options are read."""
        self.pending.extend(zip(self.args[start:end], self.kinds[start:end]))

    def _consume_option(self, at):
        found = self.options[at]
        if len(found) > 1:
            names = ', '.join(option for _, option, _ in found)
            raise ArgumentError(None, f'ambiguous option: {self.args[at]} could match {names}')
        action, option, explicit = found[0]
        while True:
            if action is None:
                self._add_extra(self.args[at])
                return at + 1
            if explicit is None:
                break
            count = self._count(action, 'A')
            if action.nargs == 0 or (count == 0 and option[1] not in self.parser.prefix_chars):
                if option[1:2] in self.parser.prefix_chars or not explicit or len(option) > 2:
                    raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
                self._take(action, [], option)
                option = option[0] + explicit[0]
                explicit = explicit[1:] or None
                action = self.parser._option_string_actions.get(option)
                if action is None:
                    self._add_extra(option[0] + option[1:] + (explicit or ''))
                    return at + 1
                if explicit is not None and explicit[0] == '=' and action.nargs != 0:
                    explicit = explicit[1:]
                continue
            if count == 1:
                self._take(action, [explicit], option)
                return at + 1
            raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
        if action.nargs == 0:
            count = 0
        else:
            count = self._count(action, self.kinds[at + 1:])
            if count is None:
                words = {None: 'expected one argument', OPTIONAL: 'expected at most one argument', ONE_OR_MORE: 'expected at least one argument'}
                text = words.get(action.nargs)
                if text is None:
                    text = f'expected {action.nargs} argument{"s" if action.nargs != 1 else ""}'
                raise ArgumentError(action, text)
        self._take(action, self.args[at + 1:at + 1 + count], option)
        return at + 1 + count

    def _consume_positionals(self, at, final):
        """As many positional actions as the words here suffice for, each as many words as it may have."""
        kinds = self.kinds[at:]
        for size in range(len(self.positionals), 0, -1):
            counts = self._split(self.positionals[:size], kinds)
            if counts is not None:
                break
        else:
            return at
        chosen, rest = self.positionals[:size], self.positionals[size:]
        if not final and all(count == 0 for count in counts):
            return at
        if not final and 'O' in kinds:  # what may be empty is kept for later words
            while counts and counts[-1] == 0 and chosen[-1].nargs in (OPTIONAL, ZERO_OR_MORE):
                counts.pop()
                rest.insert(0, chosen.pop())
        for action, count in zip(chosen, counts):
            texts = self.args[at:at + count]
            if '-' in self.kinds[at:at + count] and action.nargs not in (PARSER, REMAINDER):
                texts.remove('--')
            elif action.nargs == PARSER and texts and texts[0] == '--':
                texts.remove('--')
            at += count
            self._take(action, texts)
        self.positionals = rest
        return at

    def _split(self, actions, kinds):
        """How many words each action gets, greedily from the left so that those after it have enough; None: not enough."""
        if not actions:
            return []
        action, *rest = actions
        most = self._count(action, kinds)
        if most is None:
            return None
        fixed = action.nargs is None or isinstance(action.nargs, int) or action.nargs in (PARSER, REMAINDER, SUPPRESS)
        for count in ([most] if fixed else range(most, -1, -1)):
            if action.nargs == ONE_OR_MORE and kinds[:count].count('A') < 1:
                return None
            later = self._split(rest, kinds[count:])
            if later is not None:
                return [count, *later]
        return None

    def run(self):
        at, last = 0, max(self.options, default=-1)
        while at <= last:
            next_option = min(place for place in self.options if place >= at)
            if not self.intermixed and at != next_option:
                end = self._consume_positionals(at, False)
                if end > at:
                    at = end
                    continue
            if at not in self.options:
                if self.intermixed:
                    self._leave(at, next_option)
                else:
                    self.extras.extend(self.args[at:next_option])
                at = next_option
            at = self._consume_option(at)
        if self.intermixed:
            self._leave(at, len(self.args))
            words = [(text, kind) for text, kind in self.pending if kind != 'O']
            self.args, self.kinds, self.options, at = [text for text, _ in words], ''.join([kind for _, kind in words]), {}, 0
        end = self._consume_positionals(at, True)
        if self.intermixed:
            left = end
            for text, kind in self.pending:
                if kind != 'O' and left:
                    left -= 1
                else:
                    self.extras.append(text)
        else:
            self.extras.extend(self.args[end:])
        self._finish()
        return self.extras

    def _finish(self):
        parser, missing = self.parser, []
        for action in parser._actions:
            if id(action) in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and action.default is getattr(self.namespace, action.dest, None):
                setattr(self.namespace, action.dest, parser._value(action, action.default))
        if missing:
            raise ArgumentError(None, f'the following arguments are required: {", ".join(missing)}')
        for group in parser._mutually_exclusive_groups:
            if group.required and not any(id(action) in self.seen_explicitly for action in group._group_actions):
                names = [_name_of(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f'one of the arguments {" ".join(names)} is required')
