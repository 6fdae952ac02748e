from xml.dom import minidom
import xml.dom
d = minidom.parseString('<e><?mypi \t\n data \t\n ?></e>')
print(repr(d.documentElement.firstChild.data), d.toxml())
doc = minidom.parseString('<doc a="v"/>')
e = doc.documentElement
for uri, name in ((None, 'a'), ('urn:1', 'b'), ('urn:2', 'p:c'), (None, 'd')):
    e = doc.renameNode(e, uri, name); print(e.tagName, e.nodeName, e.localName, e.prefix, e.namespaceURI)
a = e.getAttributeNode('a')
for uri, name in ((None, 'x'), ('urn:1', 'y'), ('urn:2', 'p:z'), (None, 'w')):
    a = doc.renameNode(a, uri, name); print(a.name, a.localName, a.prefix, a.namespaceURI, a.value, a.ownerElement is e, e.toxml())
for uri, name in (('urn:x', 'xmlns:foo'), ('urn:x', 'xmlns')):
    try: doc.renameNode(a, uri, name)
    except xml.dom.DOMException as x: print(type(x).__name__, x)
print(e.schemaType, e.schemaType.name, e.schemaType.namespace, minidom.TypeInfo('urn:s', 'n'), a.schemaType, a.isId)
