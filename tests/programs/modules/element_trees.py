"""Trees of elements: reading, searching, changing, writing, and what is said of texts that are no XML."""
import copy
import io
import xml.etree.ElementTree as ET


def told(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "position", ""), getattr(error, "code", ""))


text = """<?xml version="1.0"?>
<!-- the list -->
<data version='2'>
    <country name="Liechtenstein" code="LI">
        <rank updated="yes">2</rank>
        <year>2008</year>
        <neighbor name="Austria" direction="E"/>
        <neighbor name="Switzerland" direction="W"/>
        text &amp; more &lt;tail&gt; &#65;&#x42;
    </country>
    <country name="Singapore"><rank>5</rank><year>2011</year><neighbor name="Malaysia" direction="N"/></country>
    <empty></empty><cd><![CDATA[<raw> & ]]></cd><?target some data?>
    <!-- inside -->
</data>"""
root = ET.fromstring(text)
print(root.tag, root.attrib, len(root), [child.tag for child in root], root[0][1].text, repr(root[0][2].text), repr(root[0][3].tail))
for country in root.findall("country"):
    print(country.get("name"), country.find("rank").text, country.findtext("year"), country.findtext("none", "?"), country.findtext("empty"), [n.attrib["name"] for n in country.iter("neighbor")])
for path in ["*", ".", "country/neighbor", ".//neighbor", ".//*[@name]", "country[@name='Singapore']", "country[@name!='Singapore']", "country[rank]", "country[rank='5']", "country[1]", "country[last()]", "country[last()-1]", ".//year/..", ".//neighbor[2]", "./country/*", "country//name", ".//neighbor[@direction='E']/..", "country[year!='2011']", "*[.='5']", ".//*[.='5']", "country/rank[@updated]", "empty", "", "country/", "none", "country[5]"]:
    told(lambda: [(e.tag, e.get("name")) for e in root.findall(path)])
for path in ["/country", "country[0]", "country[@]", "x:country", "//country", "country[first()]", ".//", "country[last()-0]"]:
    told(lambda: [e.tag for e in root.findall(path)])
told(lambda: root.find("empty").text)
told(lambda: root.find("nothing"))
told(lambda: root.findtext("empty"))
told(lambda: root.find("cd").text)
told(lambda: "".join(root.itertext()).split())
told(lambda: [e.tag for e in root.iter()])
told(lambda: [e.tag for e in root.iter("rank")])
told(lambda: ET.tostring(root))
told(lambda: ET.tostring(root, encoding="unicode"))
for rank in root.iter("rank"):
    rank.text = str(int(rank.text) + 1)
    rank.set("updated", "no")
root.remove(root.find("empty"))
del root[0][2]
new = ET.SubElement(root, "country", name="New & <old>", attr='say "hi"')
new.text = "a < b & c"
new.tail = "\n"
ET.SubElement(new, "deep", {"k": "v"}, extra="1").tail = "after"
root.append(ET.Comment(" said "))
root.append(ET.ProcessingInstruction("go", "fast"))
ET.dump(root)
ET.indent(root)
print(ET.tostring(root, "unicode"))
ET.indent(root, space="\t", level=1)
print(ET.tostring(root, "unicode"))
a = ET.Element("a", {"x": "1"}, y="2")
b = ET.SubElement(a, "b")
c = ET.SubElement(b, "c")
c.text, c.tail, b.tail = "é日\n", "t", "u"
for options in [{}, {"encoding": "utf-8"}, {"encoding": "unicode"}, {"encoding": "iso-8859-1"}, {"encoding": "utf-8", "xml_declaration": True}, {"encoding": "unicode", "xml_declaration": True}, {"method": "html"}, {"method": "text", "encoding": "unicode"}, {"short_empty_elements": False}, {"method": "nope"}]:
    told(lambda: ET.tostring(a, **options))
print(a.keys(), a.items(), a.get("z", 5), len(a), list(a), ET.iselement(a), ET.iselement(3)) if 0 else print(a.keys(), a.items(), a.get("z", 5), len(a), ET.iselement(a), ET.iselement(3))
d = copy.copy(a)
e = copy.deepcopy(a)
print(d[0] is a[0], e[0] is a[0], e[0][0].text, d.attrib == a.attrib, d.attrib is a.attrib)
a.insert(0, ET.Element("first"))
a.extend([ET.Element("x"), ET.Element("y")])
a[1] = ET.Element("second")
a[2:] = [ET.Element("p"), ET.Element("q")]
print([k.tag for k in a], [k.tag for k in a[1:]], a[-1].tag)
told(lambda: a.append("text"))
told(lambda: a.extend(["x"]))
told(lambda: a.remove(b))
told(lambda: a[9])
told(lambda: ET.Element())
told(lambda: ET.Element("x", 3))
told(lambda: ET.tostring(ET.Element(3)))
bad = ET.Element("x")
bad.text = 5
told(lambda: ET.tostring(bad))
told(lambda: ET.tostring(ET.Element("x", k=5)))
a.clear()
print(ET.tostring(a), a.text, a.attrib)
spaces = ET.fromstring('<r xmlns="http://one" xmlns:t="http://two" t:k="v" k="w"><t:item>1</t:item><item xml:lang="de">2</item><x xmlns=""/></r>')
print(spaces.tag, spaces.attrib, [e.tag for e in spaces.iter()], spaces[1].attrib)
print(spaces.findall("{http://one}item")[0].text, spaces.find("n:item", {"n": "http://two"}).text, [e.tag for e in spaces.findall("{*}item")], [e.tag for e in spaces.findall("{http://two}*")], spaces.find("item", {"": "http://one"}).text, [e.tag for e in spaces.findall("{}*")])
print(ET.tostring(spaces, "unicode"))
ET.register_namespace("two", "http://two")
print(ET.tostring(spaces, "unicode"))
told(lambda: ET.tostring(spaces[1], "unicode", default_namespace="http://one"))
told(lambda: ET.register_namespace("ns1", "x"))
q = ET.Element(ET.QName("http://q", "name"), {ET.QName("http://q", "k"): "v"})
print(ET.tostring(q), ET.QName("a", "b"), repr(ET.QName("{a}b")), ET.QName("a", "b") == "{a}b")
tree = ET.ElementTree(ET.fromstring("<a><b/>t</a>"))
out = io.BytesIO()
tree.write(out, encoding="utf-8", xml_declaration=True)
print(out.getvalue(), tree.getroot().tag, tree.find("b").tag, [e.tag for e in tree.iter()], tree.findall("b") != [])
told(lambda: ET.parse(io.StringIO("<a>text</a>")).getroot().text)
told(lambda: [(event, e.tag) for event, e in ET.iterparse(io.BytesIO(b"<a><b>1</b><c/></a>"), events=("start", "end"))])
told(lambda: [(event, e.tag) for event, e in ET.iterparse(io.BytesIO(b"<a><b>1</b><c/></a>"))])
told(lambda: ET.fromstringlist(["<a>", "x", "</a>"]).text)
told(lambda: sorted(ET.XMLID("<a id='1'><b id='2'/></a>")[1]))
told(lambda: ET.fromstring("<!DOCTYPE a [<!ENTITY hi 'hello'>]><a>&hi; you</a>").text)
told(lambda: ET.fromstring(b'<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>').text)
parser = ET.XMLParser(target=ET.TreeBuilder(insert_comments=True))
told(lambda: [e.text for e in ET.fromstring("<a><!-- c --><b/></a>", parser)])


class Counter:
    def __init__(self):
        self.depth = self.most = 0

    def start(self, tag, attrib):
        self.depth += 1
        self.most = max(self.most, self.depth)

    def end(self, tag):
        self.depth -= 1

    def data(self, data):
        pass

    def close(self):
        return self.most


told(lambda: ET.XML("<a><b><c/></b></a>", ET.XMLParser(target=Counter())))
pull = ET.XMLPullParser(["start", "end"])
pull.feed("<a><b>x</b></a>")
pull.close()
told(lambda: [(event, e.tag) for event, e in pull.read_events()])
builder = ET.TreeBuilder()
builder.start("a", {"k": "v"})
builder.data("text")
builder.start("b", {})
builder.end("b")
builder.data("tail")
builder.end("a")
print(ET.tostring(builder.close()))
for wrong in ["", "text", "<a>", "<a></b>", "<a/><b/>", "<a", "<a b></a>", "<a b=c></a>", "<a b='1' b='2'/>", "<a>&nope;</a>", "<a>&</a>", "<a>& b</a>", "<a><b></a>", "</a>", "<a>\n  <b>\n</a>", "<1/>", "<a>\x01</a>", "<a b='<'/>", "<a/>text", "  <a/>  ", "<a>]]></a>", "<!-- a -- b --><a/>", "<a><![CDATA[x</a>", " <?xml version='1.0'?><a/>", "<a x:b='1'/>", "<x:a/>", "<a>&#0;</a>", "<a><!-- open</a>", "<a b='1'c='2'/>", "<a b='1>", "<a / >", "<>", "<a>&#x110000;</a>", "a<a/>"]:
    told(lambda: ET.tostring(ET.fromstring(wrong)))
