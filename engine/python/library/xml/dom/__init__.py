"""xml.dom: the kinds of nodes, what may go wrong with them, and where implementations are found."""
EMPTY_NAMESPACE = EMPTY_PREFIX = None
XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/'
XHTML_NAMESPACE = 'http://www.w3.org/1999/xhtml'


class Node:
    __slots__ = ()
    (ELEMENT_NODE, ATTRIBUTE_NODE, TEXT_NODE, CDATA_SECTION_NODE, ENTITY_REFERENCE_NODE, ENTITY_NODE, PROCESSING_INSTRUCTION_NODE,
     COMMENT_NODE, DOCUMENT_NODE, DOCUMENT_TYPE_NODE, DOCUMENT_FRAGMENT_NODE, NOTATION_NODE) = range(1, 13)


class UserDataHandler:
    NODE_CLONED, NODE_IMPORTED, NODE_DELETED, NODE_RENAMED = range(1, 5)


class DOMException(Exception):
    def __init__(self, *args, **kw):
        if self.__class__ is DOMException:
            raise RuntimeError('DOMException should not be instantiated directly')
        super().__init__(*args, **kw)

    def _get_code(self):
        return self.code


for _code, _name in enumerate((
        'IndexSize', 'DomstringSize', 'HierarchyRequest', 'WrongDocument', 'InvalidCharacter', 'NoDataAllowed', 'NoModificationAllowed',
        'NotFound', 'NotSupported', 'InuseAttribute', 'InvalidState', 'Syntax', 'InvalidModification', 'Namespace', 'InvalidAccess',
        'Validation'), 1):
    globals()[_name + 'Err'] = type(_name + 'Err', (DOMException,), {'code': _code, '__module__': 'xml.dom'})
    globals()[''.join(['_' + c if c.isupper() and i else c for i, c in enumerate(_name)]).upper() + '_ERR'] = _code

_registered = {}


def registerDOMImplementation(name, factory):
    _registered[name] = factory


def getDOMImplementation(name=None, features=()):
    """That of this name, or the first that has the features."""
    from xml.dom import minidom
    if name == 'minidom':
        return minidom.getDOMImplementation()
    if name:
        return _registered[name]()
    if isinstance(features, str):
        features = _features_of(features)
    for factory in (*_registered.values(), minidom.getDOMImplementation):
        found = factory()
        if all(found.hasFeature(feature, version) for feature, version in features):
            return found
    raise ImportError('no suitable DOM implementation found')


def _features_of(text):
    """(name, version or None) of a text such as "core 2.0 xml"."""
    words, features = text.split(), []
    for i, word in enumerate(words):
        if word[0] in '0123456789':
            if not i or words[i - 1][0] in '0123456789':
                raise ValueError('bad feature name: %r' % (word,))
            continue
        version = words[i + 1] if words[i + 1:] and words[i + 1][0] in '0123456789' else None
        features.append((word, version))
    return tuple(features)
