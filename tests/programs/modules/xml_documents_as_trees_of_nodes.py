from xml.dom import minidom, Node
import xml.dom
from xml.parsers.expat import ExpatError
TEXT = '''<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<!DOCTYPE lib [<!ENTITY me "Jane">]>
<!-- top -->
<?style a="b"?>
<lib xmlns:x="urn:x" name="L &amp; &quot;M&quot;" xmlns="urn:d">
  <book id="1" x:lang="de"><title>A &lt; B &me; ü</title></book>
  <x:book id="2"><![CDATA[a < b]]> tail</x:book>
  <empty/><!-- in -->
</lib>
<!-- end -->
'''
d = minidom.parseString(TEXT.encode())
print(d.nodeType, d.version, d.encoding, d.standalone, d.doctype.name, d.doctype.internalSubset, d.doctype.publicId)
print(d.toxml()); print(d.toxml('utf-8')); print(d.toxml('ascii')[:60]); print(d.toprettyxml(indent='  ')); print(d.toprettyxml(indent=' ', newl='\r\n', encoding='latin-1', standalone=False))
r = d.documentElement
print(r.tagName, r.nodeName, r.localName, r.prefix, r.namespaceURI, r.attributes.keys(), r.attributes.items(), r.attributes.length, r.attributes.itemsNS())
for b in d.getElementsByTagName('book'): print(b.getAttribute('id'), b.getAttributeNS('urn:x', 'lang'), b.getAttribute('nope'), b.hasAttribute('id'), b.firstChild.tagName, b.attributes['id'].value)
print([e.tagName for e in d.getElementsByTagName('*')], [e.tagName for e in d.getElementsByTagNameNS('urn:x', 'book')], len(d.getElementsByTagNameNS('*', 'book')), d.getElementsByTagName('zzz'), d.getElementsByTagName('book').length, d.getElementsByTagName('book').item(5))
def show(n, depth=0):
    print(' ' * depth, n.nodeType, n.nodeName, repr(n.nodeValue), n.parentNode.nodeName if n.parentNode else None, n.nextSibling.nodeName if n.nextSibling else None, n.previousSibling.nodeName if n.previousSibling else None)
    for c in n.childNodes: show(c, depth + 1)
show(d)
import re
print(re.sub('0x[0-9a-f]+', '', repr([r, r.childNodes[0], d.getElementsByTagName('title')[0].firstChild, r.lastChild])))
# build
impl = minidom.getDOMImplementation()
doc = impl.createDocument(None, 'root', None)
root = doc.documentElement
for i in range(2):
    e = doc.createElement('item'); e.setAttribute('n', str(i)); e.appendChild(doc.createTextNode(f'text {i} <&>')); root.appendChild(e)
root.appendChild(doc.createComment('c')); root.appendChild(doc.createCDATASection('x]y')); root.appendChild(doc.createProcessingInstruction('pi', 'data'))
root.setAttribute('a', 'q"\n\t<')
print(doc.toxml()); print(doc.toprettyxml()); print(root.toxml()); print(root.childNodes[0].toprettyxml())
first = root.firstChild
new = doc.createElement('new'); root.insertBefore(new, first); print([c.nodeName for c in root.childNodes], new.nextSibling is first, first.previousSibling is new)
root.replaceChild(doc.createElement('rep'), first); print([c.nodeName for c in root.childNodes], first.parentNode)
root.removeChild(new); print([c.nodeName for c in root.childNodes], root.hasChildNodes())
root.appendChild(root.firstChild); print([c.nodeName for c in root.childNodes])
f = doc.createDocumentFragment(); f.appendChild(doc.createElement('f1')); f.appendChild(doc.createElement('f2')); root.insertBefore(f, root.firstChild); print([c.nodeName for c in root.childNodes], f.childNodes)
t = doc.createTextNode('hello world'); e = doc.createElement('t'); e.appendChild(t); u = t.splitText(5); print(e.childNodes, t.wholeText); e.normalize(); print(e.childNodes)
t = e.firstChild; t.insertData(5, ','); t.deleteData(0, 1); t.replaceData(0, 4, 'J'); t.appendData('!'); print(t.data, len(t), t.length, t.substringData(1, 3))
c = root.cloneNode(True); print(c.toxml() == root.toxml(), c.parentNode, root.cloneNode(False).toxml())
d2 = doc.cloneNode(True); print(d2.toxml() == doc.toxml(), doc.cloneNode(False))
d3 = d.cloneNode(True); print(d3.toxml() == d.toxml(), d3.encoding)
imp = doc.importNode(d.documentElement, True); print(imp.ownerDocument is doc, imp.toxml()[:50])
root.removeAttribute('a'); print(root.hasAttributes(), root.attributes.length)
root.setAttributeNS('urn:z', 'z:k', 'v'); print(root.toxml()[:40], root.getAttributeNS('urn:z', 'k'), root.getAttributeNodeNS('urn:z', 'k').prefix)
e = doc.createElement('idd'); e.setAttribute('id', 'one'); e.setIdAttribute('id'); root.appendChild(e); print(doc.getElementById('one') is e, doc.getElementById('two'))
def t(f, *a):
    try: print(f(*a))
    except Exception as x: print(type(x).__module__, type(x).__name__, re.sub('0x[0-9a-f]+', '', str(x)), getattr(x, 'code', None), getattr(x, 'lineno', None), getattr(x, 'offset', None))
t(doc.appendChild, doc.createElement('two')); t(root.removeChild, doc.createElement('q')); t(root.insertBefore, e, doc.createElement('q')); t(root.appendChild, doc); t(doc.createTextNode, 5); t(doc.createTextNode('x').appendChild, e); t(root.removeAttribute, 'zz'); t(doc.createComment('a--b').toxml); t(doc.createCDATASection(']]>').toxml); t(e.firstChild.__class__); t(setattr, e, 'firstChild', 1); t(impl.createDocument, None, '', impl.createDocumentType('a', 'b', 'c')); t(impl.createDocument, None, 'p:a', None); t(xml.dom.DOMException); t(e.attributes.__getitem__, 'k'); t(e.attributes.__setitem__, 'k', 5); t(t1.substringData, 50, 1) if 0 else None
for bad in ('<a>', '<a></b>', '', '<a b=c/>', 'x', '<a/><b/>', '<a>&nope;</a>', '<p:a/>', '<a b="1" b="2"/>'): t(minidom.parseString, bad)
dt = impl.createDocumentType('html', '-//W3C//DTD', 'http://x'); dd = impl.createDocument(None, 'html', dt); print(dd.toxml()); print(dd.toprettyxml()); print(dd.doctype.name, len(dd.childNodes))
print(impl.hasFeature('core', '2.0'), impl.hasFeature('XML', None), impl.hasFeature('x', None), xml.dom.getDOMImplementation() is impl, xml.dom.getDOMImplementation('minidom') is impl)
e.attributes['k'] = 'v'; print(e.toxml(), 'k' in e.attributes, e.attributes.get('zz')); del e.attributes['k']; print(e.toxml())
with minidom.parseString('<a><b/></a>') as w: print(w.documentElement.toxml())
print(w.documentElement)
import io
print(minidom.parse(io.BytesIO(b'<a>1</a>')).toxml(), minidom.parse(io.StringIO('<a>\xfc</a>')).toxml())
print(bool(minidom.Text()), Node.ELEMENT_NODE, xml.dom.NOT_FOUND_ERR, xml.dom.NotFoundErr.code, xml.dom.INUSE_ATTRIBUTE_ERR, xml.dom.NO_MODIFICATION_ALLOWED_ERR)
n = doc.renameNode(e, 'urn:r', 'r:e'); print(n.tagName, n.prefix, n.namespaceURI, n.localName, n.toxml())
e.setUserData('k', 1, None); print(e.getUserData('k'), e.getUserData('z'), e.isSameNode(e), e.isSupported('core', '1.0'))
