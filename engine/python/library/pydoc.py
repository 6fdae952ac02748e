"""pydoc: what help() prints, as plain text."""
import inspect
import re
import sys
from keyword import iskeyword
from types import ModuleType

__all__ = ['help']

# What the methods say that a class of the program overrides without a docstring: those of object are C functions without one.
_OF_OBJECT = {
    '__init__': 'Initialize self.  See help(type(self)) for accurate signature.', '__repr__': 'Return repr(self).',
    '__str__': 'Return str(self).', '__hash__': 'Return hash(self).', '__eq__': 'Return self==value.', '__ne__': 'Return self!=value.',
    '__lt__': 'Return self<value.', '__le__': 'Return self<=value.', '__gt__': 'Return self>value.', '__ge__': 'Return self>=value.',
    '__getattribute__': 'Return getattr(self, name).', '__setattr__': 'Implement setattr(self, name, value).',
    '__delattr__': 'Implement delattr(self, name).', '__new__': 'Create and return a new object.  See help(type) for accurate signature.',
    '__dict__': 'dictionary for instance variables', '__weakref__': 'list of weak references to the object',
    '__format__': 'Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.',
    '__dir__': 'Default dir() implementation.', '__sizeof__': 'Size of object in memory, in bytes.', '__reduce__': 'Helper for pickle.',
    '__reduce_ex__': 'Helper for pickle.', '__getstate__': 'Helper for pickle.'}
_NOT_SHOWN = {f'__{name}__' for name in (
    'author builtins credits date doc docformat file loader module name package path qualname slots spec version static_attributes '
    'firstlineno annotate_func annotations_cache annotations cached conditional_annotations').split()}
_RULE, _NOTHING = '-' * 70, object()


# ---- texts

def _own_doc(thing):
    """A docstring that the object itself has, not its class."""
    doc, kind = getattr(thing, '__doc__', None), type(thing)
    if doc is None or not inspect.isclass(thing) and kind is not type and not isinstance(thing, (property, ModuleType)) \
            and not inspect.isroutine(thing) and doc is getattr(kind, '__doc__', None):
        return None
    return doc if isinstance(doc, str) else None


def _class_of(thing):
    """The class in whose body a function stands, by its qualified name."""
    where = sys.modules.get(getattr(thing, '__module__', None))
    for name in thing.__qualname__.split('.')[:-1]:
        where = getattr(where, name, None)
    return where if inspect.isclass(where) else None


def _inherited_doc(thing):
    if inspect.ismethod(thing):
        home, name = thing.__self__ if inspect.isclass(thing.__self__) else type(thing.__self__), thing.__name__
    elif inspect.isfunction(thing):
        home, name = _class_of(thing), thing.__name__
    elif isinstance(thing, property):
        home, name = _class_of(thing.fget) if inspect.isfunction(thing.fget) else None, getattr(thing.fget, '__name__', '')
    elif hasattr(thing, '__objclass__') or inspect.isroutine(thing) or inspect.isdatadescriptor(thing):
        return _OF_OBJECT.get(getattr(thing, '__name__', None))
    else:
        return None
    for base in home.__mro__ if home else ():
        if name in base.__dict__:
            doc = _own_doc(getattr(base, name)) or (_OF_OBJECT.get(name) if base is object else None)
            if doc is not None:
                return doc
    return None


def getdoc(object):
    """The docstring, that of what it overrides, or the comments above it."""
    doc = _own_doc(object)
    if doc is None:
        doc = _inherited_doc(object)
    text = inspect.cleandoc(doc) if doc is not None else None
    if not text:
        try:
            text = inspect.getcomments(object)
        except (OSError, TypeError, AttributeError):
            text = None
    return re.sub('^ *\n', '', text.rstrip()) if text else ''


def splitdoc(doc):
    lines = doc.strip().split('\n')
    if len(lines) == 1:
        return lines[0], ''
    return ('', '\n'.join(lines)) if lines[1].rstrip() else (lines[0], '\n'.join(lines[2:]))


def _indented(text, prefix='    '):
    return '\n'.join((prefix + line).rstrip() for line in text.split('\n'))


def _section(title, text):
    return f'{title}\n{_indented(text).rstrip()}\n\n'


def classname(object, modname):
    return object.__name__ if object.__module__ == modname else f'{object.__module__}.{object.__name__}'


def visiblename(name, all=None, obj=None):
    if name in _NOT_SHOWN:
        return False
    if name.startswith('__') and name.endswith('__') or name.startswith('_') and hasattr(obj, '_fields'):
        return True
    return name in all if all is not None else not name.startswith('_')


def _kinds(cls):
    """(name, kind, class, value) of a class's attributes, as they are shown."""
    for name, kind, home, value in inspect.classify_class_attrs(cls):
        if inspect.isdatadescriptor(value):
            kind = 'readonly property' if isinstance(value, property) and value.fset is None else 'data descriptor'
        yield name, kind, home, value


def _order(cls):
    """Fields of a named tuple first, in their order, all else by name."""
    fields = getattr(cls, '_fields', ())
    places = {name: at - len(fields) for at, name in enumerate(fields)}
    return lambda each: (places.get(each[0], 0), each[0])


def _short(value, room):
    """A value's text of a bounded length, large containers by their beginnings."""
    import reprlib
    shown = reprlib.Repr()
    shown.maxlist = shown.maxtuple = shown.maxset = shown.maxfrozenset = 20
    shown.maxdict, shown.maxstring, shown.maxother = 10, 100, 100
    text = shown.repr(value)
    return text if room is None or len(text) <= room else text[:room] + '...'


# ---- one object

def _arguments(thing):
    try:
        found = inspect.signature(thing)
    except (ValueError, TypeError):
        return None
    return found.format(max_width=max(20, 80 - len(getattr(thing, '__name__', ''))), quote_annotation_strings=False)


def _origin(thing, modname, home, cls):
    """What is said behind a routine: whose it is, and the function behind it."""
    owner = getattr(thing, '__self__', None)
    if owner is not None and not inspect.ismodule(owner) and inspect.isroutine(thing):
        if owner is cls:
            return '', getattr(thing, '__func__', None)
        if inspect.isclass(owner):
            return f' class method of {classname(owner, modname)}', None
        return f' method of {classname(type(owner), modname)} instance', None
    native = getattr(thing, '__objclass__', None)
    if native is not None:
        return (f' unbound {classname(native, modname)} method' if cls is None else
                f' from {classname(native, modname)}' if native is not home else ''), None
    return '', thing


def docroutine(object, name=None, modname=None, cls=None, home=None):
    real = getattr(object, '__name__', name)
    name, home = name or real, home or cls
    note, function = _origin(object, modname, home, cls)
    if inspect.isfunction(function) and home is not None and (
            function.__module__ != home.__module__ or function.__qualname__ != f'{home.__qualname__}.{real}'):
        parent = function.__qualname__.rpartition('.')[0]
        where = '.'.join(part for part in (function.__module__ if function.__module__ != modname else '', parent) if part)
        note = f' from {where}' if where else ''
    title, doc = name, None
    if name != real:
        if cls is not None and inspect.getattr_static(cls, real, None) is inspect.getattr_static(cls, name, None):
            doc, note = '', '' if note.startswith(' from ') else note
        title = f'{name} = {real}'
    arguments = _arguments(object) or '(...)'
    if real == '<lambda>':
        title, arguments = f'{name} lambda ', arguments[1:-1]
    first = 'async ' if inspect.iscoroutinefunction(object) or inspect.isasyncgenfunction(object) else ''
    doc = getdoc(object) if doc is None else doc
    return f'{first}{title}{arguments}{note}\n' + (_indented(doc).rstrip() + '\n' if doc else '')


def docdata(object, name=None):
    doc = getdoc(object) or _OF_OBJECT.get(name, '')
    return (f'{name}\n' if name else '') + (_indented(doc) + '\n' if doc else '')


def docother(object, name=None, room=None, doc=None):
    head = f'{name} = ' if name else ''
    line = head + _short(object, None)
    if room is not None and len(line) > room:
        line = line[:room] + '...'
    doc = doc or getdoc(object)
    return line + (f'\n{_indented(doc)}\n' if doc else '')


def _document(object, name=None, modname=None, cls=None, home=None):
    if inspect.ismodule(object):
        return docmodule(object)
    if inspect.isclass(object):
        return docclass(object, name)
    if inspect.isroutine(object):
        return docroutine(object, name, modname, cls, home)
    return docdata(object, name) if inspect.isdatadescriptor(object) else docother(object, name)


# ---- classes

def _data_line(cls, name, home, value):
    doc = getdoc(value) if callable(value) or inspect.isdatadescriptor(value) else None
    return docother(getattr(cls, name, home.__dict__.get(name)), name, 70, doc) + '\n'


def _member_text(cls, name, home, value):
    try:
        found = getattr(cls, name)
    except Exception:
        return docdata(value, name)
    return _document(found, name, cls.__module__, cls, home)


_SECTIONS = (('Methods', 'method', _member_text), ('Class methods', 'class method', _member_text),
             ('Static methods', 'static method', _member_text),
             ('Readonly properties', 'readonly property', lambda cls, name, home, value: docdata(value, name)),
             ('Data descriptors', 'data descriptor', lambda cls, name, home, value: docdata(value, name)),
             ('Data and other attributes', 'data', _data_line))


def _sections(cls):
    """The lists of what a class has, each with its title, class by class along the order of resolution."""
    members = sorted((each for each in _kinds(cls) if visiblename(each[0], obj=cls)), key=_order(cls))
    bases = list(cls.__mro__)
    homes = bases + [home for home in dict.fromkeys(each[2] for each in members) if home not in bases]
    for base in homes:
        if base is object and cls is not object:
            continue
        tag = 'defined here' if base is cls else f'inherited from {classname(base, cls.__module__)}'
        for title, kind, text in _SECTIONS:
            found = [text(cls, name, home, value) for name, its, home, value in members if home is base and its == kind]
            if found:
                yield '\n'.join([f'{title} {tag}:\n', *found])


def _built_in_subclasses(cls):
    names = sorted((each.__name__ for each in type.__subclasses__(cls) if not each.__name__.startswith('_') and each.__module__ == 'builtins'),
                   key=str.lower)
    if not names:
        return []
    more = [f'    ... and {len(names) - 4} other subclasses'] if len(names) > 4 else []
    return ['Built-in subclasses:', *(f'    {name}' for name in names[:4]), *more, '']


def docclass(object, name=None):
    real = object.__name__
    title = f'class {real}' if name in (None, real) else f'{name} = class {real}'
    if object.__bases__:
        title += f"({', '.join(classname(base, object.__module__) for base in object.__bases__)})"
    lines, arguments, doc = [], _arguments(object), getdoc(object)
    if arguments and arguments != '()':
        lines.append(f'{name or real}{arguments}\n')
    if doc:
        lines.append(doc + '\n')
    if len(object.__mro__) > 2:
        lines += ['Method resolution order:', *(f'    {classname(base, object.__module__)}' for base in object.__mro__), '']
    lines += _built_in_subclasses(object)
    lines.append(f'\n{_RULE}\n'.join(_sections(object)))
    text = '\n'.join(lines).rstrip()
    return f"{title}\n{_indented(text, ' |  ')}\n" if text else title + '\n'


# ---- modules

def _tree(entries, modname, parent=None, prefix=''):
    for entry in entries:
        if isinstance(entry, list):
            yield from _tree(entry, modname, cls, prefix + '    ')
            continue
        cls, bases = entry
        told = '' if not bases or bases == (parent,) else f"({', '.join(classname(base, modname) for base in bases)})"
        yield f'{prefix}{classname(cls, modname)}{told}'


def _parts(module):
    """Classes, functions and data of a module, those that it only imported left out unless __all__ names them."""
    classes, functions, data, every = [], [], [], getattr(module, '__all__', None)
    for name, value in inspect.getmembers(module):
        if not visiblename(name, every, module):
            continue
        if inspect.isclass(value):
            if every is not None or (inspect.getmodule(value) or module) is module:
                classes.append((name, value))
        elif inspect.isroutine(value):
            if every is not None or inspect.isbuiltin(value) or inspect.getmodule(value) is module:
                functions.append((name, value))
        elif not inspect.ismodule(value):
            data.append((name, value))
    return classes, functions, data


def docmodule(object):
    name = object.__name__
    first, rest = splitdoc(getdoc(object))
    classes, functions, data = _parts(object)
    text = _section('NAME', f'{name} - {first}' if first else name)
    if rest:
        text += _section('DESCRIPTION', rest)
    if classes:
        tree = '\n'.join(_tree(inspect.getclasstree([cls for _, cls in classes], True), name))
        text += _section('CLASSES', '\n'.join([tree + '\n', *(docclass(cls, each) for each, cls in classes)]))
    if functions:
        text += _section('FUNCTIONS', '\n'.join(docroutine(each, called, name) for called, each in functions))
    if data:
        text += _section('DATA', '\n'.join(docother(value, each, 70) for each, value in data))
    for title, mark in (('VERSION', '__version__'), ('DATE', '__date__'), ('AUTHOR', '__author__'), ('CREDITS', '__credits__')):
        if hasattr(object, mark):
            text += _section(title, str(getattr(object, mark)))
    try:
        file = inspect.getabsfile(object)
    except (TypeError, OSError):
        file = '(built-in)'
    return text + _section('FILE', file)


# ---- what help() is asked

def describe(thing):
    if inspect.ismodule(thing):
        built_in = 'built-in ' if thing.__name__ in sys.builtin_module_names else 'package ' if hasattr(thing, '__path__') else ''
        return f"{built_in}{'' if built_in == 'package ' else 'module '}{thing.__name__}"
    if inspect.isgetsetdescriptor(thing) or inspect.ismemberdescriptor(thing):
        kind = 'getset' if inspect.isgetsetdescriptor(thing) else 'member'
        return f'{kind} descriptor {thing.__objclass__.__module__}.{thing.__objclass__.__name__}.{thing.__name__}'
    for asks, kind in ((inspect.isclass, 'class'), (inspect.isfunction, 'function'), (inspect.ismethod, 'method'),
                       (inspect.isbuiltin, 'built-in function'), (inspect.ismethodwrapper, 'method wrapper'),
                       (lambda each: hasattr(each, '__objclass__'), 'method descriptor')):
        if asks(thing):
            return f'{kind} {thing.__name__}'
    return type(thing).__name__


def locate(path, forceload=0):
    """What a dotted name leads to: modules as far as there are some, then their attributes."""
    import builtins
    from importlib import import_module
    parts, found, at = [part for part in path.split('.') if part], None, 0
    while at < len(parts):
        try:
            found = import_module('.'.join(parts[:at + 1]))
        except ImportError:
            break
        at += 1
    found = builtins if found is None else found
    for part in parts[at:]:
        if not hasattr(found, part):
            return None
        found = getattr(found, part)
    return found


def resolve(thing, forceload=0):
    if not isinstance(thing, str):
        name = getattr(thing, '__name__', None)
        return thing, name if isinstance(name, str) else None
    found = locate(thing, forceload)
    if found is None:
        raise ImportError(f'No Python documentation found for {thing!r}.\nUse help() to get the interactive help utility.\n'
                          'Use help(str) for help on the str class.')
    return found, thing


def render_doc(thing, title='Python Library Documentation: %s', forceload=0, renderer=None):
    object, name = resolve(thing, forceload)
    told, module = describe(object), inspect.getmodule(object)
    if name and '.' in name:
        told += f" in {name.rpartition('.')[0]}"
    elif module and module is not object:
        told += f' in module {module.__name__}'
    if not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object)
            or inspect.isdatadescriptor(object) or _own_doc(object)):
        object = getattr(object, '__origin__', None) or type(object)
        told += ' object'
        name = object.__name__ if isinstance(object, type) else name
    return f'{title % told}\n\n{_document(object, name.rpartition(".")[2] if name else None)}'


def doc(thing, title='Python Library Documentation: %s', forceload=0, output=None, is_cli=False):
    try:
        text = render_doc(thing, title, forceload)
    except ImportError as error:
        if is_cli:
            raise
        text = f'{error}\n' if output is None else str(error)
    (output or sys.stdout).write(text)
    if output is None and not text.endswith('\n'):
        sys.stdout.write('\n')


class Helper:
    def __init__(self, input=None, output=None):
        self._input, self._output = input, output

    @property
    def output(self):
        return self._output or sys.stdout

    def __repr__(self):
        return '<pydoc.Helper instance>'

    def __call__(self, request=_NOTHING):
        if request is _NOTHING:
            raise NotImplementedError('Loopscope has no interactive help() yet')
        self.help(request)

    def help(self, request, is_cli=False):
        if isinstance(request, str):
            request = {'True': True, 'False': False, 'None': None}.get(request.strip(), request.strip())
        if isinstance(request, str) and (iskeyword(request) or not request):
            self._topic(request)
        elif request is not self:
            doc(request, 'Help on %s:', output=self._output, is_cli=is_cli)
        self.output.write('\n')

    def _topic(self, request):
        if not request:
            return doc(str, 'Help on %s:', output=self._output)
        self.output.write('\nSorry, topic and keyword documentation is not available because the\nmodule "pydoc_data.topics" could not be found.\n')


help = Helper()
