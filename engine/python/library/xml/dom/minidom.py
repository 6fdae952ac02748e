"""xml.dom.minidom: documents as trees of nodes after the W3C's Document Object Model, and their text."""
import io
from xml import dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XMLNS_NAMESPACE

_TEXTS = dom.Node.TEXT_NODE, dom.Node.CDATA_SECTION_NODE


def _read_only(function):
    name = function.__name__

    def refuse(self, value):
        raise dom.NoModificationAllowedErr(f'attempt to modify read-only attribute {name!r}')
    return property(function, refuse)


class NodeList(list):
    __slots__ = ()

    def item(self, index):
        return self[index] if 0 <= index < len(self) else None

    @_read_only
    def length(self):
        return len(self)


class EmptyNodeList(tuple):
    __slots__ = ()

    def item(self, index):
        return None

    @_read_only
    def length(self):
        return 0


class TypeInfo:
    """The type that a schema gives a node; there are no schemas."""

    def __init__(self, namespace, name):
        self.namespace, self.name = namespace, name

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r} (from {self.namespace!r})>' if self.namespace else f'<{type(self).__name__} {self.name!r}>'


_no_type = TypeInfo(None, None)


def _join(before, after):
    """They stand side by side; either may be None."""
    if before is not None:
        before.nextSibling = after
    if after is not None:
        after.previousSibling = before


class Node(dom.Node):
    namespaceURI = parentNode = ownerDocument = nextSibling = previousSibling = None
    prefix = EMPTY_PREFIX

    def __bool__(self):
        return True

    # ---- as text

    def toxml(self, encoding=None, standalone=None):
        return self.toprettyxml('', '', encoding, standalone)

    def toprettyxml(self, indent='\t', newl='\n', encoding=None, standalone=None):
        writer = io.StringIO()
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(writer, '', indent, newl, encoding, standalone)
        else:
            self.writexml(writer, '', indent, newl)
        text = writer.getvalue()
        return text if encoding is None else text.encode(encoding, 'xmlcharrefreplace')

    # ---- children

    def hasChildNodes(self):
        return bool(self.childNodes)

    @_read_only
    def firstChild(self):
        return self.childNodes[0] if self.childNodes else None

    @_read_only
    def lastChild(self):
        return self.childNodes[-1] if self.childNodes else None

    @_read_only
    def localName(self):
        return None

    def _check_child(self, node):
        if node.nodeType not in self._child_node_types:
            raise dom.HierarchyRequestErr(f'{node!r} cannot be child of {self!r}')

    def _index(self, child):
        for i, each in enumerate(self.childNodes):
            if each is child:
                return i
        raise dom.NotFoundErr()

    def insertBefore(self, newChild, refChild):
        if newChild.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(newChild.childNodes):
                self.insertBefore(child, refChild)
            return newChild
        self._check_child(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        if refChild is None:
            self.appendChild(newChild)
            return newChild
        index = self._index(refChild)
        _join(self.childNodes[index - 1] if index else None, newChild)
        _join(newChild, refChild)
        self.childNodes.insert(index, newChild)
        newChild.parentNode = self
        return newChild

    def appendChild(self, node):
        if node.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(node.childNodes):
                self.appendChild(child)
            return node
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        _join(self.childNodes[-1] if self.childNodes else None, node)
        self.childNodes.append(node)
        node.parentNode, node.nextSibling = self, None
        return node

    def replaceChild(self, newChild, oldChild):
        if newChild.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
            behind = oldChild.nextSibling
            self.removeChild(oldChild)
            return self.insertBefore(newChild, behind)
        self._check_child(newChild)
        if newChild is oldChild:
            return None
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        self.childNodes[self._index(oldChild)] = newChild
        newChild.parentNode, oldChild.parentNode = self, None
        _join(oldChild.previousSibling, newChild)
        _join(newChild, oldChild.nextSibling)
        oldChild.nextSibling = oldChild.previousSibling = None
        return oldChild

    def removeChild(self, oldChild):
        del self.childNodes[self._index(oldChild)]
        _join(oldChild.previousSibling, oldChild.nextSibling)
        oldChild.nextSibling = oldChild.previousSibling = oldChild.parentNode = None
        return oldChild

    def normalize(self):
        """Texts that stand side by side become one, empty ones none."""
        kept = []
        for child in self.childNodes:
            if child.nodeType == Node.TEXT_NODE:
                together = kept and kept[-1].nodeType == Node.TEXT_NODE
                if together:
                    kept[-1].data += child.data
                if together or not child.data:
                    _join(child.previousSibling, child.nextSibling)
                    child.unlink()
                    continue
            elif child.nodeType == Node.ELEMENT_NODE:
                child.normalize()
            kept.append(child)
        self.childNodes[:] = kept

    def unlink(self):
        self.parentNode = self.ownerDocument = None
        if self.childNodes:
            for child in self.childNodes:
                child.unlink()
            self.childNodes = NodeList()
        self.previousSibling = self.nextSibling = None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.unlink()

    # ---- copies and what is known of nodes

    def cloneNode(self, deep):
        return _clone(self, deep, self.ownerDocument or self)

    def isSupported(self, feature, version):
        return self.ownerDocument.implementation.hasFeature(feature, version)

    def isSameNode(self, other):
        return self is other

    def getInterface(self, feature):
        return self if self.isSupported(feature, None) else None

    def getUserData(self, key):
        return self.__dict__.get('_user_data', {}).get(key, (None, None))[0]

    def setUserData(self, key, data, handler):
        known = self.__dict__.setdefault('_user_data', {})
        before = known.pop(key, (None, None))[0]
        if data is not None:
            known[key] = data, handler
        return before

    def _call_user_data_handler(self, operation, src, dst):
        for key, (data, handler) in list(self.__dict__.get('_user_data', {}).items()):
            if handler is not None:
                handler.handle(operation, key, data, src, dst)


def _written(text, attribute):
    text = text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if attribute:
        text = text.replace('"', '&quot;').replace('\r', '&#13;').replace('\n', '&#10;').replace('\t', '&#9;')
    return text


def _descendants(node, wanted, found):
    for child in node.childNodes:
        if child.nodeType == Node.ELEMENT_NODE and wanted(child):
            found.append(child)
        _descendants(child, wanted, found)
    return found


class _Searched:
    def getElementsByTagName(self, name):
        return _descendants(self, lambda element: name in ('*', element.tagName), NodeList())

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return _descendants(self, lambda element: localName in ('*', element.localName) and namespaceURI in ('*', element.namespaceURI),
                            NodeList())


def _split(name):
    prefix, colon, local = name.partition(':')
    return (prefix, local) if colon else (None, name)


_INSIDE = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.TEXT_NODE, Node.CDATA_SECTION_NODE,
           Node.ENTITY_REFERENCE_NODE)


class DocumentFragment(Node):
    nodeType, nodeName, nodeValue, attributes = Node.DOCUMENT_FRAGMENT_NODE, '#document-fragment', None, None
    _child_node_types = (*_INSIDE, Node.NOTATION_NODE)

    def __init__(self):
        self.childNodes = NodeList()


class Attr(Node):
    nodeType, attributes, specified, ownerElement, _is_id = Node.ATTRIBUTE_NODE, None, False, None, False
    _child_node_types = (Node.TEXT_NODE, Node.ENTITY_REFERENCE_NODE)

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
        self._name, self.namespaceURI, self._prefix = qName, namespaceURI, prefix
        if localName is not None:
            self._local = localName
        self.childNodes = NodeList([Text()])

    @_read_only
    def localName(self):
        return self.__dict__.get('_local', self._name.split(':', 1)[-1])

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        self._name = value

    nodeName = name

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = self.childNodes[0].data = value

    nodeValue = value

    @property
    def prefix(self):
        return self._prefix

    @prefix.setter
    def prefix(self, prefix):
        if prefix == 'xmlns' and self.namespaceURI and self.namespaceURI != XMLNS_NAMESPACE:
            raise dom.NamespaceErr("illegal use of 'xmlns' prefix for the wrong namespace")
        local = self.localName
        self._prefix, self._name = prefix, local if prefix is None else f'{prefix}:{local}'

    @_read_only
    def isId(self):
        return self._is_id

    @_read_only
    def schemaType(self):
        return _no_type

    def unlink(self):
        element = self.ownerElement
        if element is not None:
            del element._attrs[self.nodeName]
            del element._attrsNS[self.namespaceURI, self.localName]
            self._is_id, self.ownerElement = False, None
        for child in self.childNodes:
            child.unlink()
        del self.childNodes[:]


class NamedNodeMap:
    """The attributes of an element, which are changed through it."""

    def __init__(self, attrs, attrsNS, ownerElement):
        self._attrs, self._attrsNS, self._ownerElement = attrs, attrsNS, ownerElement

    @_read_only
    def length(self):
        return len(self._attrs)

    def __len__(self):
        return len(self._attrs)

    def item(self, index):
        nodes = list(self._attrs.values())
        return nodes[index] if index < len(nodes) else None

    def items(self):
        return [(node.nodeName, node.value) for node in self._attrs.values()]

    def itemsNS(self):
        return [((node.namespaceURI, node.localName), node.value) for node in self._attrs.values()]

    def __contains__(self, key):
        return key in (self._attrs if isinstance(key, str) else self._attrsNS)

    def keys(self):
        return self._attrs.keys()

    def keysNS(self):
        return self._attrsNS.keys()

    def values(self):
        return self._attrs.values()

    def get(self, name, value=None):
        return self._attrs.get(name, value)

    def __eq__(self, other):
        return self._attrs is getattr(other, '_attrs', None)

    def __getitem__(self, name):
        return self._attrsNS[name] if isinstance(name, tuple) else self._attrs[name]

    def __setitem__(self, name, value):
        if isinstance(value, str):
            node = self._attrs.get(name)
            if node is None:
                node = Attr(name)
                node.ownerDocument = self._ownerElement.ownerDocument
                self.setNamedItem(node)
            node.value = value
        elif isinstance(value, Attr):
            self.setNamedItem(value)
        else:
            raise TypeError('value must be a string or Attr object')

    def __delitem__(self, name):
        self[name].unlink()

    def getNamedItem(self, name):
        return self._attrs.get(name)

    def getNamedItemNS(self, namespaceURI, localName):
        return self._attrsNS.get((namespaceURI, localName))

    def _remove(self, node):
        if node is None:
            raise dom.NotFoundErr()
        del self._attrs[node.nodeName]
        del self._attrsNS[node.namespaceURI, node.localName]
        node.ownerElement = None
        return node

    def removeNamedItem(self, name):
        return self._remove(self.getNamedItem(name))

    def removeNamedItemNS(self, namespaceURI, localName):
        return self._remove(self.getNamedItemNS(namespaceURI, localName))

    def setNamedItem(self, node):
        if not isinstance(node, Attr):
            raise dom.HierarchyRequestErr(f'{node!r} cannot be child of {self!r}')
        before = self._attrs.get(node.name)
        if before:
            before.unlink()
        self._ownerElement._put(node)
        return before

    setNamedItemNS = setNamedItem


AttributeList = NamedNodeMap


class Element(_Searched, Node):
    nodeType, nodeValue, schemaType = Node.ELEMENT_NODE, None, _no_type
    _child_node_types = _INSIDE

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None, localName=None):
        self.tagName = self.nodeName = tagName
        self.prefix, self.namespaceURI = prefix, namespaceURI
        self.childNodes, self._attrs, self._attrsNS = NodeList(), {}, {}

    def __repr__(self):
        return f'<DOM Element: {self.tagName} at {id(self):#x}>'

    @_read_only
    def localName(self):
        return self.__dict__.get('_local', self.tagName.split(':', 1)[-1])

    @_read_only
    def attributes(self):
        return NamedNodeMap(self._attrs, self._attrsNS, self)

    def _put(self, attr):
        self._attrs[attr.name] = self._attrsNS[attr.namespaceURI, attr.localName] = attr
        attr.ownerElement = self

    def unlink(self):
        for attr in list(self._attrs.values()):
            attr.unlink()
        super().unlink()

    def hasAttributes(self):
        return bool(self._attrs)

    def hasAttribute(self, name):
        return name in self._attrs

    def hasAttributeNS(self, namespaceURI, localName):
        return (namespaceURI, localName) in self._attrsNS

    def getAttribute(self, attname):
        return self._attrs[attname].value if attname in self._attrs else ''

    def getAttributeNS(self, namespaceURI, localName):
        found = self._attrsNS.get((namespaceURI, localName))
        return found.value if found else ''

    def getAttributeNode(self, attrname):
        return self._attrs.get(attrname)

    def getAttributeNodeNS(self, namespaceURI, localName):
        return self._attrsNS.get((namespaceURI, localName))

    def _new_attribute(self, value, *names):
        attr = Attr(*names)
        attr.value, attr.ownerDocument = value, self.ownerDocument
        self.setAttributeNode(attr)

    def setAttribute(self, attname, value):
        attr = self._attrs.get(attname)
        if attr is None:
            self._new_attribute(value, attname)
        elif value != attr.value:
            attr.value = value

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        prefix, local = _split(qualifiedName)
        attr = self.getAttributeNodeNS(namespaceURI, local)
        if attr is None:
            return self._new_attribute(value, qualifiedName, namespaceURI, local, prefix)
        if value != attr.value:
            attr.value = value
        if attr.prefix != prefix:
            attr.prefix = prefix

    def setAttributeNode(self, attr):
        if attr.ownerElement not in (None, self):
            raise dom.InuseAttributeErr('attribute node already owned')
        before = self._attrs.get(attr.name)
        if before is not None:
            self.removeAttributeNode(before)
        same = self._attrsNS.get((attr.namespaceURI, attr.localName))
        if same is not None and same is not before:
            self.removeAttributeNode(same)
        self._put(attr)
        return before if before is not attr else same if same is not attr else None

    setAttributeNodeNS = setAttributeNode

    def removeAttributeNode(self, node):
        if node is None or node.name not in self._attrs:
            raise dom.NotFoundErr()
        node.unlink()
        node.ownerDocument = self.ownerDocument
        return node

    removeAttributeNodeNS = removeAttributeNode

    def removeAttribute(self, name):
        self.removeAttributeNode(self._attrs.get(name))

    def removeAttributeNS(self, namespaceURI, localName):
        self.removeAttributeNode(self._attrsNS.get((namespaceURI, localName)))

    def setIdAttribute(self, name):
        self.setIdAttributeNode(self.getAttributeNode(name))

    def setIdAttributeNS(self, namespaceURI, localName):
        self.setIdAttributeNode(self.getAttributeNodeNS(namespaceURI, localName))

    def setIdAttributeNode(self, idAttr):
        if idAttr is None or idAttr.ownerElement is not self:
            raise dom.NotFoundErr()
        idAttr._is_id = True

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write(f'{indent}<{self.tagName}')
        for name, attr in self._attrs.items():
            writer.write(f' {name}="{_written(attr.value, True)}"')
        if not self.childNodes:
            writer.write(f'/>{newl}')
            return
        writer.write('>')
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in _TEXTS:
            self.childNodes[0].writexml(writer, '', '', '')
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write(f'</{self.tagName}>{newl}')


class Childless:
    attributes, childNodes = None, EmptyNodeList()
    firstChild = lastChild = None

    def appendChild(self, node):
        raise dom.HierarchyRequestErr(self.nodeName + ' nodes cannot have children')

    def hasChildNodes(self):
        return False

    def insertBefore(self, newChild, refChild):
        raise dom.HierarchyRequestErr(self.nodeName + ' nodes do not have children')

    replaceChild = insertBefore

    def removeChild(self, oldChild):
        raise dom.NotFoundErr(self.nodeName + ' nodes do not have children')

    def normalize(self):
        pass


class ProcessingInstruction(Childless, Node):
    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        self.target, self.data = target, data

    nodeName = property(lambda self: self.target, lambda self, value: setattr(self, 'target', value))
    nodeValue = property(lambda self: self.data, lambda self, value: setattr(self, 'data', value))

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write(f'{indent}<?{self.target} {self.data}?>{newl}')


class CharacterData(Childless, Node):
    def __init__(self):
        self.data = ''

    nodeValue = property(lambda self: self.data, lambda self, value: setattr(self, 'data', value))

    @_read_only
    def length(self):
        return len(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f'<DOM {type(self).__name__} node "{self.data[:10]!r}{"..." if len(self.data) > 10 else ""}">'

    def _check(self, offset, count=0):
        if offset < 0:
            raise dom.IndexSizeErr('offset cannot be negative')
        if offset >= len(self.data):
            raise dom.IndexSizeErr('offset cannot be beyond end of data')
        if count < 0:
            raise dom.IndexSizeErr('count cannot be negative')

    def substringData(self, offset, count):
        self._check(offset, count)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        self.data += arg

    def insertData(self, offset, arg):
        self._check(offset)
        self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        self.replaceData(offset, count, '')

    def replaceData(self, offset, count, arg):
        self._check(offset, count)
        if count:
            self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
    nodeType, nodeName = Node.TEXT_NODE, '#text'

    def splitText(self, offset):
        if offset < 0 or offset > len(self.data):
            raise dom.IndexSizeErr('illegal offset value')
        made = type(self)()
        made.data, made.ownerDocument = self.data[offset:], self.ownerDocument
        if self.parentNode:
            self.parentNode.insertBefore(made, self.nextSibling)
        self.data = self.data[:offset]
        return made

    def _neighbours(self, direction):
        node = getattr(self, direction)
        while node is not None and node.nodeType in _TEXTS:
            yield node
            node = getattr(node, direction)

    @_read_only
    def wholeText(self):
        before = [node.data for node in self._neighbours('previousSibling')]
        return ''.join(before[::-1] + [self.data] + [node.data for node in self._neighbours('nextSibling')])

    def replaceWholeText(self, content):
        parent = self.parentNode
        for node in [*self._neighbours('previousSibling'), *self._neighbours('nextSibling')]:
            parent.removeChild(node)
        if not content:
            parent.removeChild(self)
            return None
        self.data = content
        return self

    @_read_only
    def isWhitespaceInElementContent(self):
        return False

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write(_written(f'{indent}{self.data}{newl}', False))


class CDATASection(Text):
    nodeType, nodeName = Node.CDATA_SECTION_NODE, '#cdata-section'

    def writexml(self, writer, indent='', addindent='', newl=''):
        if ']]>' in self.data:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write(f'<![CDATA[{self.data}]]>')


class Comment(CharacterData):
    nodeType, nodeName = Node.COMMENT_NODE, '#comment'

    def __init__(self, data):
        self.data = data

    def writexml(self, writer, indent='', addindent='', newl=''):
        if '--' in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write(f'{indent}<!--{self.data}-->{newl}')


class ReadOnlySequentialNamedNodeMap:
    def __init__(self, seq=()):
        self._seq = seq

    def __len__(self):
        return len(self._seq)

    length = property(__len__)

    def item(self, index):
        return self._seq[index] if 0 <= index < len(self._seq) else None

    def getNamedItem(self, name):
        for node in self._seq:
            if node.nodeName == name:
                return node
        return None

    def __getitem__(self, name):
        node = self.getNamedItem(name)
        if node is None:
            raise KeyError(name)
        return node

    def _refuse(self, *args):
        raise dom.NoModificationAllowedErr('NamedNodeMap instance is read-only')

    removeNamedItem = removeNamedItemNS = setNamedItem = setNamedItemNS = _refuse


class DocumentType(Childless, Node):
    nodeType, nodeValue, name, publicId, systemId, internalSubset = Node.DOCUMENT_TYPE_NODE, None, None, None, None, None

    def __init__(self, qualifiedName):
        self.entities, self.notations = ReadOnlySequentialNamedNodeMap(), ReadOnlySequentialNamedNodeMap()
        if qualifiedName:
            self.name = _split(qualifiedName)[1]
        self.nodeName = self.name

    def cloneNode(self, deep):
        if self.ownerDocument is not None:
            return None
        clone = DocumentType(None)
        clone.name = clone.nodeName = self.name
        self._call_user_data_handler(dom.UserDataHandler.NODE_CLONED, self, clone)
        return clone

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write(f'<!DOCTYPE {self.name}')
        if self.publicId:
            writer.write(f"{newl}  PUBLIC '{self.publicId}'{newl}  '{self.systemId}'")
        elif self.systemId:
            writer.write(f"{newl}  SYSTEM '{self.systemId}'")
        if self.internalSubset is not None:
            writer.write(f' [{self.internalSubset}]')
        writer.write(f'>{newl}')


class DOMImplementation:
    def hasFeature(self, feature, version):
        return (feature.lower(), version or None) in [
            (name, number) for name, numbers in (('core', '12'), ('xml', '12'), ('ls-load', '3')) for number in (*[f'{n}.0' for n in numbers], None)]

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        if doctype and doctype.parentNode is not None:
            raise dom.WrongDocumentErr('doctype object owned by another DOM tree')
        document = Document()
        if not (namespaceURI is None and qualifiedName is None and doctype is None):
            if not qualifiedName:
                raise dom.InvalidCharacterErr('Element with no name')
            prefix, _ = _split(qualifiedName)
            if prefix == 'xml' and namespaceURI != dom.XML_NAMESPACE:
                raise dom.NamespaceErr("illegal use of 'xml' prefix")
            if prefix and not namespaceURI:
                raise dom.NamespaceErr('illegal use of prefix without namespaces')
            element = document.createElementNS(namespaceURI, qualifiedName)
            if doctype:
                document.appendChild(doctype)
            document.appendChild(element)
        if doctype:
            doctype.parentNode = doctype.ownerDocument = document
        document.doctype, document.implementation = doctype, self
        return document

    def createDocumentType(self, qualifiedName, publicId, systemId):
        doctype = DocumentType(qualifiedName)
        doctype.publicId, doctype.systemId = publicId, systemId
        return doctype

    def getInterface(self, feature):
        return self if self.hasFeature(feature, None) else None


class Document(_Searched, Node):
    nodeType, nodeName, nodeValue, attributes = Node.DOCUMENT_NODE, '#document', None, None
    _child_node_types = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.DOCUMENT_TYPE_NODE)
    implementation = DOMImplementation()
    actualEncoding = encoding = standalone = version = errorHandler = documentURI = doctype = None
    strictErrorChecking = False

    def __init__(self):
        self.childNodes = NodeList()

    @_read_only
    def documentElement(self):
        for node in self.childNodes:
            if node.nodeType == Node.ELEMENT_NODE:
                return node
        return None

    def appendChild(self, node):
        self._check_child(node) if node.nodeType != Node.DOCUMENT_FRAGMENT_NODE else None
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        if node.nodeType == Node.ELEMENT_NODE and self.documentElement:
            raise dom.HierarchyRequestErr('two document elements disallowed')
        return super().appendChild(node)

    def unlink(self):
        if self.doctype is not None:
            self.doctype.unlink()
            self.doctype = None
        super().unlink()

    def isSupported(self, feature, version):
        return self.implementation.hasFeature(feature, version)

    def cloneNode(self, deep):
        if not deep:
            return None
        clone = self.implementation.createDocument(None, None, None)
        clone.encoding, clone.standalone, clone.version = self.encoding, self.standalone, self.version
        for node in self.childNodes:
            made = _clone(node, deep, clone)
            _join(clone.childNodes[-1] if clone.childNodes else None, made)
            clone.childNodes.append(made)
            made.parentNode = clone
            if made.nodeType == Node.DOCUMENT_TYPE_NODE:
                clone.doctype = made
        self._call_user_data_handler(dom.UserDataHandler.NODE_CLONED, self, clone)
        return clone

    def importNode(self, node, deep):
        if node.nodeType == Node.DOCUMENT_NODE:
            raise dom.NotSupportedErr('cannot import document nodes')
        if node.nodeType == Node.DOCUMENT_TYPE_NODE:
            raise dom.NotSupportedErr('cannot import document type nodes')
        return _clone(node, deep, self)

    def _own(self, node):
        node.ownerDocument = self
        return node

    def createDocumentFragment(self):
        return self._own(DocumentFragment())

    def createElement(self, tagName):
        return self._own(Element(tagName))

    def createElementNS(self, namespaceURI, qualifiedName):
        return self._own(Element(qualifiedName, namespaceURI, _split(qualifiedName)[0]))

    def _text(self, node, data):
        if not isinstance(data, str):
            raise TypeError('node contents must be a string')
        node.data = data
        return self._own(node)

    def createTextNode(self, data):
        return self._text(Text(), data)

    def createCDATASection(self, data):
        return self._text(CDATASection(), data)

    def createComment(self, data):
        return self._own(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._own(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        made = self._own(Attr(qName))
        made.value = ''
        return made

    def createAttributeNS(self, namespaceURI, qualifiedName):
        prefix, local = _split(qualifiedName)
        made = self._own(Attr(qualifiedName, namespaceURI, local, prefix))
        made.value = ''
        return made

    def getElementById(self, id):
        found = _descendants(self, lambda element: any([attr._is_id and attr.value == id for attr in element._attrs.values()]), [])
        return found[0] if found else None

    def renameNode(self, n, namespaceURI, name):
        if n.ownerDocument is not self:
            raise dom.WrongDocumentErr(f'cannot rename nodes from other documents;\nexpected {self},\nfound {n.ownerDocument}')
        if n.nodeType not in (Node.ELEMENT_NODE, Node.ATTRIBUTE_NODE):
            raise dom.NotSupportedErr('renameNode() only applies to element and attribute nodes')
        prefix = local = None
        if namespaceURI != EMPTY_NAMESPACE:
            prefix, local = _split(name)
            if prefix == 'xmlns' and namespaceURI != XMLNS_NAMESPACE:
                raise dom.NamespaceErr("illegal use of 'xmlns' prefix")
            if name == 'xmlns' and namespaceURI != XMLNS_NAMESPACE and n.nodeType == Node.ATTRIBUTE_NODE:
                raise dom.NamespaceErr("illegal use of the 'xmlns' attribute")
        if n.nodeType == Node.ELEMENT_NODE:
            n.tagName = n.nodeName = name
            n.prefix, n.namespaceURI, n._local = prefix, namespaceURI, local
            return n
        element, is_id, value = n.ownerElement, n._is_id, n.value
        if element is not None:
            element.removeAttributeNode(n)
            n.childNodes.append(Text())
        n._prefix, n._local, n.namespaceURI, n._name = prefix, local, namespaceURI, name
        n.value = value
        if element is not None:
            element.setAttributeNode(n)
            n._is_id = is_id
        return n

    def writexml(self, writer, indent='', addindent='', newl='', encoding=None, standalone=None):
        told = [f'encoding="{encoding}"'] if encoding else []
        if standalone is not None:
            told.append(f'standalone="{"yes" if standalone else "no"}"')
        writer.write(f'<?xml version="1.0" {" ".join(told)}?>{newl}')
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)


def _clone_element(node, deep, document):
    clone = document.createElementNS(node.namespaceURI, node.nodeName)
    for attr in node._attrs.values():
        clone.setAttributeNS(attr.namespaceURI, attr.nodeName, attr.value)
        clone.getAttributeNodeNS(attr.namespaceURI, attr.localName).specified = attr.specified
    return _clone_children(node, deep, document, clone)


def _clone_children(node, deep, document, clone):
    for child in node.childNodes if deep else ():
        clone.appendChild(_clone(child, deep, document))
    return clone


def _clone_attribute(node, deep, document):
    clone = document.createAttributeNS(node.namespaceURI, node.nodeName)
    clone.specified, clone.value = True, node.value
    return clone


def _clone_doctype(node, deep, document):
    return document._own(document.implementation.createDocumentType(node.name, node.publicId, node.systemId))


_CLONERS = {
    Node.ELEMENT_NODE: _clone_element,
    Node.DOCUMENT_FRAGMENT_NODE: lambda node, deep, document: _clone_children(node, deep, document, document.createDocumentFragment()),
    Node.TEXT_NODE: lambda node, deep, document: document.createTextNode(node.data),
    Node.CDATA_SECTION_NODE: lambda node, deep, document: document.createCDATASection(node.data),
    Node.PROCESSING_INSTRUCTION_NODE: lambda node, deep, document: document.createProcessingInstruction(node.target, node.data),
    Node.COMMENT_NODE: lambda node, deep, document: document.createComment(node.data),
    Node.ATTRIBUTE_NODE: _clone_attribute,
    Node.DOCUMENT_TYPE_NODE: _clone_doctype,
}


def _clone(node, deep, document):
    if node.nodeType not in _CLONERS:
        raise dom.NotSupportedErr(f'Cannot clone node {node!r}')
    own = node.ownerDocument is document
    clone = _CLONERS[node.nodeType](node, deep, document)
    node._call_user_data_handler(dom.UserDataHandler.NODE_CLONED if own else dom.UserDataHandler.NODE_IMPORTED, node, clone)
    return clone


# ---- from text

def _builder(text):
    from xml.etree._reader import Reader

    class Builder(Reader):
        """Makes a document of what is read."""

        def __init__(self):
            super().__init__(text, None, {})
            self.document = self.parent = Document()

        def add(self, node):
            _join(self.parent.childNodes[-1] if self.parent.childNodes else None, node)
            self.parent.childNodes.append(node)
            node.parentNode, node.ownerDocument = self.parent, self.document

        def tell(self, name, *args):
            if name == 'data':
                self.data(args[0])
            elif name == 'end':
                self.parent = self.parent.parentNode
            elif name == 'comment':
                self.add(Comment(args[0]))
            elif name == 'pi':
                self.add(ProcessingInstruction(args[0], args[1] or ''))

        def data(self, text):
            last = self.parent.childNodes[-1] if self.parent.childNodes else None
            if last is not None and last.nodeType == Node.TEXT_NODE:
                last.data += text
                return
            node = Text()
            node.data = text
            self.add(node)

        def cdata(self, text):
            node = CDATASection()
            node.data = text
            self.add(node)

        def space_of(self, name, at, attribute):
            return self.qualified(name, at, attribute).rpartition('}')[0][1:] or None

        def begin(self, name, written, spaces, start):
            element = Element(name, self.space_of(name, start, False), _split(name)[0])
            self.add(element)
            first = [each for each in written if each == 'xmlns' or each.startswith('xmlns:')]
            for each in first + [each for each in written if each not in first]:
                prefix, local = _split(each)
                space = XMLNS_NAMESPACE if each in first else self.space_of(each, start, True)
                attr = Attr(each, space, local, prefix)
                attr.value, attr.ownerDocument, attr.specified = written[each], self.document, each not in first
                element._put(attr)
            self.parent = element
            return name

        def declared(self, words):
            self.document.version, self.document.encoding = words.get('version'), words.get('encoding')
            if 'standalone' in words:
                self.document.standalone = words['standalone'] == 'yes'

        def doctype_told(self, name, public, system, subset):
            doctype = self.document.implementation.createDocumentType(name, public, system)
            doctype.internalSubset = subset
            self.add(doctype)
            self.document.doctype = doctype

    return Builder()


def parseString(string, parser=None):
    """The document of a text, or of bytes in the encoding that they tell of."""
    from xml.etree._reader import decoded
    from xml.parsers.expat import told_as_expat
    builder = _builder(string if isinstance(string, str) else decoded(bytes(string)))
    told_as_expat(builder.run)
    return builder.document


def parse(file, parser=None, bufsize=None):
    """That of a file, or of the file with this name."""
    if hasattr(file, 'read'):
        return parseString(file.read())
    with open(file, 'rb') as opened:
        return parseString(opened.read())


def getDOMImplementation(features=None):
    if isinstance(features, str):
        features = dom._features_of(features)
    known = Document.implementation
    return known if all(known.hasFeature(feature, version) for feature, version in features or ()) else None
