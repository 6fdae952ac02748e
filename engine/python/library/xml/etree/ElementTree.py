"""xml.etree.ElementTree: XML as a tree of elements, read by a parser of its own (xml.etree._reader)."""
import copy
import io
import re

__all__ = ['Comment', 'dump', 'Element', 'ElementTree', 'fromstring', 'fromstringlist', 'indent', 'iselement', 'iterparse', 'parse',
           'ParseError', 'PI', 'ProcessingInstruction', 'QName', 'register_namespace', 'SubElement', 'tostring', 'tostringlist', 'TreeBuilder', 'VERSION',
           'XML', 'XMLID', 'XMLParser', 'XMLPullParser']

VERSION = '1.3.0'
HTML_EMPTY = {'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'isindex', 'link', 'meta', 'param', 'source',
              'track', 'wbr'}


class ParseError(SyntaxError):
    """A text that is no XML; `position` is its line and column."""


# ---- elements

_missing = object()


class Element:
    def __init__(self, tag=_missing, attrib={}, **extra):
        if tag is _missing:
            raise TypeError('Element() takes at least 1 argument (0 given)')
        if not isinstance(attrib, dict):
            raise TypeError(f'Element() argument 2 must be dict, not {type(attrib).__name__}')
        self.tag, self.attrib, self.text, self.tail = tag, {**attrib, **extra}, None, None
        self._children = []

    def __repr__(self):
        return f'<Element {self.tag!r} at {id(self):#x}>'

    def makeelement(self, tag, attrib, /):
        return type(self)(tag, attrib)

    def __copy__(self):
        new = self.makeelement(self.tag, {})
        new.attrib = self.attrib
        new.text, new.tail, new._children = self.text, self.tail, list(self._children)
        return new

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings
        warnings.warn('Testing an element\'s truth value will always return True in future versions.  '
                      'Use specific \'len(elem)\' or \'elem is not None\' test instead.', DeprecationWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError('child index out of range') from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = [_listed(one) for one in element]
        else:
            _check_element(element, '__setitem__', 2)
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError('child assignment index out of range') from None

    def __delitem__(self, index):
        del self._children[index]

    def append(self, subelement, /):
        _check_element(subelement, 'append', 1)
        self._children.append(subelement)

    def extend(self, elements, /):
        for element in list(elements):
            self.append(_listed(element))

    def insert(self, index, subelement, /):
        _check_element(subelement, 'insert', 2)
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        _check_element(subelement, 'remove', 1)
        for place, child in enumerate(self._children):
            if child is subelement or child == subelement:
                del self._children[place]
                return
        raise ValueError('Element.remove(x): element not found')

    def find(self, path, namespaces=None):
        from xml.etree.ElementPath import find
        return find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        from xml.etree.ElementPath import findtext
        return findtext(self, path, default, namespaces)

    def findall(self, path, namespaces=None):
        from xml.etree.ElementPath import findall
        return findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        from xml.etree.ElementPath import iterfind
        return iterfind(self, path, namespaces)

    def clear(self):
        self.attrib.clear()
        self._children.clear()
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        self.attrib[key] = value

    def keys(self):
        return list(self.attrib)

    def items(self):
        return list(self.attrib.items())

    def iter(self, tag=None):
        if tag == '*':
            tag = None
        if tag is None or self.tag == tag:
            yield self
        for child in self._children:
            yield from child.iter(tag)

    def itertext(self):
        if not isinstance(self.tag, str) and self.tag is not None:
            return
        if self.text:
            yield self.text
        for child in self._children:
            yield from child.itertext()
            if child.tail:
                yield child.tail



def _check_element(value, function, place):
    if not isinstance(value, Element):
        raise TypeError(f'{function}() argument {place} must be xml.etree.ElementTree.Element, not {type(value).__name__}')


def _listed(value):
    if not isinstance(value, Element):
        raise TypeError(f'expected an Element, not "{type(value).__name__}"')
    return value


def iselement(element):
    return hasattr(element, 'tag')


def SubElement(parent, tag, attrib={}, **extra):
    _check_element(parent, 'SubElement', 1)
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    element = Element(ProcessingInstruction)
    element.text = f'{target} {text}' if text else target
    return element


PI = ProcessingInstruction


class QName:
    """A name with its namespace, written {uri}name."""

    def __init__(self, text_or_uri, tag=None):
        self.text = text_or_uri if not tag else f'{{{text_or_uri}}}{tag}'

    def __str__(self):
        return self.text

    def __repr__(self):
        return f'<{type(self).__name__} {self.text!r}>'

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, QName) else other)

    def __lt__(self, other):
        return self.text < (other.text if isinstance(other, QName) else other)

    def __le__(self, other):
        return self.text <= (other.text if isinstance(other, QName) else other)

    def __gt__(self, other):
        return self.text > (other.text if isinstance(other, QName) else other)

    def __ge__(self, other):
        return self.text >= (other.text if isinstance(other, QName) else other)


# ---- trees


class ElementTree:
    def __init__(self, element=None, file=None):
        if element is not None and not iselement(element):
            raise TypeError(f'expected an Element, not {type(element).__name__}')
        self._root = element
        if file is not None:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        if not iselement(element):
            raise TypeError(f'expected an Element, not {type(element).__name__}')
        self._root = element

    def parse(self, source, parser=None):
        self._root = _parse_into(source, parser or XMLParser())
        return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)

    def find(self, path, namespaces=None):
        return self._root.find(_from_root(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(_from_root(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(_from_root(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(_from_root(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
        from xml.etree._writer import document
        if self._root is None:
            raise TypeError('write() needs a root element')
        encoding = encoding or ('utf-8' if method == 'c14n' else 'us-ascii')
        text = document(self._root, encoding, xml_declaration, default_namespace, method, short_empty_elements)
        data = text if encoding.lower() == 'unicode' else text.encode(encoding, 'xmlcharrefreplace')
        if hasattr(file_or_filename, 'write'):
            file_or_filename.write(data)
        else:
            with open(file_or_filename, 'w' if isinstance(data, str) else 'wb') as file:
                file.write(data)


def _from_root(path):
    if path[:1] != '/':
        return path
    import warnings
    path = '.' + path
    warnings.warn(f'This search incorrectly ignores the root element, and will be fixed in a future version.  '
                  f'If you rely on the current behaviour, change it to {path!r}', FutureWarning, stacklevel=3)
    return path


_prefixes = {
    'http://www.w3.org/XML/1998/namespace': 'xml', 'http://www.w3.org/1999/xhtml': 'html', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
    'http://schemas.xmlsoap.org/wsdl/': 'wsdl', 'http://www.w3.org/2001/XMLSchema': 'xs', 'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
    'http://purl.org/dc/elements/1.1/': 'dc',
}


def register_namespace(prefix, uri):
    if re.match(r'ns\d+$', prefix):
        raise ValueError('Prefix format reserved for internal use')
    for known, its_prefix in list(_prefixes.items()):
        if known == uri or its_prefix == prefix:
            del _prefixes[known]
    _prefixes[uri] = prefix


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    file = io.StringIO() if encoding == 'unicode' else io.BytesIO()
    ElementTree(element).write(file, encoding, xml_declaration, default_namespace, method, short_empty_elements=short_empty_elements)
    return file.getvalue()


def tostringlist(element, encoding=None, method=None, **options):
    return [tostring(element, encoding, method, **options)]


def dump(elem):
    import sys
    tree = elem if isinstance(elem, ElementTree) else ElementTree(elem)
    tree.write(sys.stdout, encoding='unicode')
    tail = tree.getroot().tail
    if not tail or tail[-1] != '\n':
        sys.stdout.write('\n')


def indent(tree, space='  ', level=0):
    if level < 0:
        raise ValueError(f'Initial indentation level must be >= 0, got {level}')
    root = tree.getroot() if isinstance(tree, ElementTree) else tree
    if len(root):
        _indent_children(root, space, level + 1)


def _blank(text):
    return not text or not text.strip()


def _indent_children(element, space, level):
    inner, outer = '\n' + level * space, '\n' + (level - 1) * space
    if _blank(element.text):
        element.text = inner
    for child in element:
        if len(child):
            _indent_children(child, space, level + 1)
        if _blank(child.tail):
            child.tail = inner
    if _blank(child.tail):
        child.tail = outer


# ---- reading


class TreeBuilder:
    """Makes elements of what a parser tells."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._make = element_factory or Element
        self._comment, self._pi = comment_factory or Comment, pi_factory or ProcessingInstruction
        self._with_comments, self._with_pis = insert_comments, insert_pis
        self._open, self._last, self._behind, self._texts, self._root = [], None, False, [], None

    def close(self):
        return self._root

    def _flush(self):
        if self._texts and self._last is not None:
            text = ''.join(self._texts)
            if self._behind:
                self._last.tail = (self._last.tail or '') + text
            else:
                self._last.text = (self._last.text or '') + text
        self._texts = []

    def data(self, data, /):
        self._texts.append(data)

    def start(self, tag, attrs, /):
        self._flush()
        self._last, self._behind = self._make(tag, attrs), False
        if self._open:
            self._open[-1].append(self._last)
        elif self._root is None:
            self._root = self._last
        self._open.append(self._last)
        return self._last

    def end(self, tag, /):
        self._flush()
        self._last, self._behind = self._open.pop(), True
        return self._last

    def comment(self, text, /):
        return self._single(self._comment(text), self._with_comments)

    def pi(self, target, text=None, /):
        return self._single(self._pi(target, text), self._with_pis)

    def _single(self, element, inserted):
        if inserted:
            self._flush()
            self._last, self._behind = element, True
            if self._open:
                self._open[-1].append(element)
        return element


class XMLParser:
    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self.entity = {}
        self._parts = []

    def feed(self, data, /):
        self._parts.append(data)

    def flush(self):
        pass

    def close(self):
        from xml.etree._reader import read
        data = b''.join(part.encode() if isinstance(part, str) else part for part in self._parts)
        read(data, self.target, self.entity)
        return self.target.close() if hasattr(self.target, 'close') else None


def _parse_into(source, parser):
    if hasattr(source, 'read'):
        parser.feed(source.read())
    else:
        with open(source, 'rb') as file:
            parser.feed(file.read())
    return parser.close()


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    parser = parser or XMLParser()
    parser.feed(text)
    return parser.close()


fromstring = XML


def fromstringlist(sequence, parser=None):
    parser = parser or XMLParser()
    for text in sequence:
        parser.feed(text)
    return parser.close()


def XMLID(text, parser=None):
    tree = XML(text, parser)
    return tree, {element.get('id'): element for element in tree.iter() if element.get('id')}


class _EventBuilder(TreeBuilder):
    """A builder that also notes what the parser tells."""

    def __init__(self, wanted):
        TreeBuilder.__init__(self)
        self.wanted, self.seen = wanted, []

    def start(self, tag, attrs, /):
        element = TreeBuilder.start(self, tag, attrs)
        if 'start' in self.wanted:
            self.seen.append(('start', element))
        return element

    def end(self, tag, /):
        element = TreeBuilder.end(self, tag)
        if 'end' in self.wanted:
            self.seen.append(('end', element))
        return element

    def start_ns(self, prefix, uri):
        if 'start-ns' in self.wanted:
            self.seen.append(('start-ns', (prefix or '', uri or '')))

    def end_ns(self, prefix):
        if 'end-ns' in self.wanted:
            self.seen.append(('end-ns', None))

    def comment(self, text, /):
        element = TreeBuilder.comment(self, text)
        if 'comment' in self.wanted:
            self.seen.append(('comment', element))
        return element

    def pi(self, target, text=None, /):
        element = TreeBuilder.pi(self, target, text)
        if 'pi' in self.wanted:
            self.seen.append(('pi', element))
        return element


class XMLPullParser:
    def __init__(self, events=None, *, _parser=None):
        self._builder = _EventBuilder(('end',) if events is None else tuple(events))
        for event in self._builder.wanted:
            if event not in ('start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'):
                raise ValueError(f'unknown event {event!r}')
        self._parser, self._told = XMLParser(target=self._builder), 0

    def feed(self, data):
        self._parser.feed(data)

    def close(self):
        self._parser.close()

    def read_events(self):
        while self._told < len(self._builder.seen):
            self._told += 1
            yield self._builder.seen[self._told - 1]


class iterparse:
    """The events of a document, one after another; `root` is there when all are told."""

    def __init__(self, source, events=None, parser=None):
        self._pull = XMLPullParser(events)
        self._source, self._events, self.root = source, None, None
        if not hasattr(source, 'read'):
            with open(source, 'rb') as file:
                self._source = io.BytesIO(file.read())

    def __iter__(self):
        return self

    def __next__(self):
        if self._events is None:
            self._pull.feed(self._source.read())
            self._pull.close()
            self._events = self._pull.read_events()
        for event in self._events:
            return event
        self.root = self._pull._builder.close()
        raise StopIteration

    def close(self):
        self._events = iter(())
