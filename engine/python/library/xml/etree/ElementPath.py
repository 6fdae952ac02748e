"""The paths of find() and its kin: steps, each of which goes from some elements to others."""
import re

_TOKEN = re.compile(r"""('[^']*'|"[^"]*")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])|((?:\{[^}]+\})?[^/\[\]()@!=\s]+)|\s+""")


def _tokens(path, namespaces):
    default = (namespaces or {}).get('')
    in_attribute = False
    for match in _TOKEN.finditer(path):
        quoted, sign, name = match.groups()
        if quoted is not None:
            yield 'text', quoted[1:-1]
        elif sign is not None:
            yield sign, sign
            in_attribute = sign == '@'
            continue
        elif name is not None:
            if name[0] != '{' and ':' in name:
                prefix, _, name = name.partition(':')
                if not namespaces or prefix not in namespaces:
                    raise SyntaxError(f'prefix {prefix!r} not found in prefix map')
                name = f'{{{namespaces[prefix]}}}{name}'
            elif default and not in_attribute and name[0] != '{':
                name = f'{{{default}}}{name}'
            yield 'name', name
        in_attribute = False


def _matches(pattern):
    """Whether a tag is meant: names, {*}name, {uri}*, {}name, *."""
    if pattern == '*' or pattern == '{*}*':
        return (lambda tag: isinstance(tag, str)) if pattern != '*' else lambda tag: True
    if pattern.startswith('{*}'):
        name = pattern[3:]
        return lambda tag: isinstance(tag, str) and (tag == name or tag.endswith('}' + name))
    if pattern.endswith('}*'):
        space = pattern[:-1]
        return lambda tag: isinstance(tag, str) and (tag.startswith(space) if space != '{}' else tag[:1] != '{')
    if pattern.startswith('{}'):
        pattern = pattern[2:]
    return lambda tag: tag == pattern


class _Search:
    """What steps need to know of the whole tree."""

    def __init__(self, root):
        self.root, self._parents = root, None

    def parent(self, element):
        if self._parents is None:
            self._parents = {child: parent for parent in self.root.iter() for child in parent}
        return self._parents.get(element)


def _children(pattern):
    fits = _matches(pattern)
    return lambda search, found: (child for element in found for child in element if fits(child.tag))


def _descendants(pattern):
    fits = _matches(pattern)
    return lambda search, found: (below for element in found for below in element.iter() if below is not element and fits(below.tag))


def _parents(search, found):
    seen = set()
    for element in found:
        parent = search.parent(element)
        if parent is not None and parent not in seen:
            seen.add(parent)
            yield parent


def _filter(test):
    return lambda search, found: (element for element in found if test(search, element))


def _text_of(element):
    return ''.join(element.itertext())


def _by_place(place):
    """The place among the siblings of the same tag; negative: from the last."""
    def test(search, element):
        parent = search.parent(element)
        same = [] if parent is None else parent.findall(element.tag) if isinstance(element.tag, str) else [element]
        return -len(same) <= place < len(same) and same[place] is element
    return test


def _predicate(tokens):
    shape, values = [], []
    for kind, value in tokens:
        if kind == ']':
            break
        shape.append({'text': "'", 'name': '-'}.get(kind, kind))
        values.append(value)
    else:
        raise SyntaxError('invalid path')
    shape = ''.join(shape)
    if shape == '@-':
        return _filter(lambda search, element: element.get(values[1]) is not None)
    if shape == "@-='":
        return _filter(lambda search, element: element.get(values[1]) == values[3])
    if shape == "@-!='":
        return _filter(lambda search, element: element.get(values[1]) is not None and element.get(values[1]) != values[3])
    if shape == '-' and not re.match(r'-?\d+$', values[0]):
        return _filter(lambda search, element: element.find(values[0]) is not None)
    if shape in (".='", ".!='"):
        return _filter(lambda search, element: (_text_of(element) == values[-1]) is (shape == ".='"))
    if shape in ("-='", "-!='") and not re.match(r'-?\d+$', values[0]):
        return _filter(lambda search, element: any((_text_of(child) == values[-1]) is (shape == "-='") for child in element.findall(values[0])))
    if shape == '-':
        if int(values[0]) < 1:
            raise SyntaxError('XPath position >= 1 expected')
        return _filter(_by_place(int(values[0]) - 1))
    if shape in ('-()', '-()-'):
        if values[0] != 'last':
            raise SyntaxError('unsupported function')
        if shape == '-()':
            return _filter(_by_place(-1))
        try:
            place = int(values[2]) - 1
        except ValueError:
            raise SyntaxError('unsupported expression')
        if place > -2:
            raise SyntaxError('XPath offset from last() must be negative')
        return _filter(_by_place(place))
    raise SyntaxError('invalid predicate')


def _step(tokens, kind, value):
    if kind == 'name' or kind == '*':
        return _children(value)
    if kind == '.':
        return lambda search, found: found
    if kind == '..':
        return _parents
    if kind == '[':
        return _predicate(tokens)
    if kind == '//':
        kind, value = next(tokens, ('', ''))
        if kind not in ('name', '*') and kind:
            if kind == '.':
                return _descendants('*')
            raise SyntaxError('invalid descendant')
        if not kind:
            raise SyntaxError('invalid path')
        return _descendants(value)
    raise SyntaxError('invalid path')


_known = {}


def _steps(path, namespaces):
    key = path, None if namespaces is None else tuple(sorted(namespaces.items()))
    if key in _known:
        return _known[key]
    if path[:1] == '/':
        raise SyntaxError('cannot use absolute path on element')
    tokens = iter(_tokens(path + '*' if path[-1:] == '/' else path, namespaces))
    steps, token = [], next(tokens, None)
    if token is None:
        steps.append(lambda search, found: ())
    while token is not None:
        steps.append(_step(tokens, *token))
        token = next(tokens, None)
        if token is not None and token[0] == '/':
            token = next(tokens, None)
            if token is None:
                break
    if len(_known) > 100:
        _known.clear()
    _known[key] = steps
    return steps


def iterfind(elem, path, namespaces=None):
    if not namespaces and not re.search(r'[/*\[@.]', re.sub(r'\{[^}]*\}', '', path)) and not re.search(r'\{\*?\}', path):
        return (child for child in elem if child.tag == path)
    search, found = _Search(elem), (elem,)
    for step in _steps(path, namespaces):
        found = step(search, found)
    return iter(found)


def find(elem, path, namespaces=None):
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    found = find(elem, path, namespaces)
    return default if found is None else found.text or ''
