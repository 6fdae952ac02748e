"""html.parser takes pages apart, whatever is wrong with them; html.entities has the names of HTML 5."""
import html
import html.entities
from html.parser import HTMLParser

PAGE = '''<!DOCTYPE html>
<html lang="en">
<head><title>Tom &amp; Jerry &lt;3</title>
<script src='a.js'>if (a < b && c > d) { document.write("</p>"); }</script>
<style>p > a { color: red }</style>
</head>
<body class=main data-x>
  <h1 id="top">Links &ndash; all of them</h1>
  <!-- a comment
       of two lines -->
  <a href="/one?x=1&amp;y=2">One</a> <A HREF='two.html' target=_blank>Two&nbsp;&#8364;&#x20AC;</A>
  <img src="pic.png" alt="a > b"/><br/>
  <p>Unclosed <b>bold <i>both</b> text</i>
  <input disabled value=""><textarea><b>&eacute;</textarea>
</body>
</html>
'''


class Told(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print(self.getpos(), 'start', tag, attrs)

    def handle_endtag(self, tag):
        print(self.getpos(), 'end', tag)

    def handle_data(self, data):
        print(self.getpos(), 'data', repr(data))

    def handle_entityref(self, name):
        print(self.getpos(), 'entity', name)

    def handle_charref(self, name):
        print(self.getpos(), 'char', name)

    def handle_comment(self, data):
        print(self.getpos(), 'comment', repr(data))

    def handle_decl(self, decl):
        print(self.getpos(), 'decl', decl)

    def handle_pi(self, data):
        print(self.getpos(), 'pi', data)

    def unknown_decl(self, data):
        print(self.getpos(), 'unknown', data)


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.texts, self.open = [], [], False

    def handle_starttag(self, tag, attrs):
        if tag == 'a':
            self.links.append(dict(attrs).get('href'))
            self.open = True

    def handle_endtag(self, tag):
        self.open = self.open and tag != 'a'

    def handle_data(self, data):
        if self.open:
            self.texts.append(data)


links = Links()
links.feed(PAGE)
links.close()
print(links.links, links.texts)

parser = Told()
parser.feed(PAGE)
parser.close()
print('in small pieces')
parser = Told(convert_charrefs=False)
for at in range(0, len(PAGE), 7):
    parser.feed(PAGE[at:at + 7])
print(repr(parser.rawdata), repr(parser.get_starttag_text()))
parser.close()
parser.reset()

BROKEN = ['<a b=\'>\'>', 'a&b', '<![if x]>y<![endif]>', '<!--a--!>b', '<!-->x-->', '<!-->', '<a href="foo&quotzar">a&quotz</a>', '</a', '<a', '< a',
          '<script>x</ script>y</script/>z', '<title>a&amp;b<i></title>', '<plaintext>a<b>', '<noscript><p></noscript>', '<![CDATA[x]]>',
          '&#65;&#x41;&#;&foo;&amp', '&#65', '&#', '&', '&a', '</>a</ b>', '<a/b/c=d e="f"/>', "<div''>", '<a"b>', '<xmp><b></xmp>', '<textarea>&lt;</textarea >x',
          '<style>a<b', '<a b=&amp; c="&copy=1&copyx &lt d">', '</div class="x>y">z', '<!DOCTYPE', '<!x', '<![CDATA[x', '<?x', '<?php a ?>', '<!--x--', '</1', '</', '<']
for text in BROKEN:
    for converts in (True, False):
        print(repr(text), converts)
        parser = Told(convert_charrefs=converts)
        parser.feed(text)
        parser.close()
parser = Told(scripting=True)
parser.feed('<noscript><p></noscript>')

print(html.unescape('&nosuch; &amp &AMP; &notit; &notin; &fjlig; &NotEqualTilde; &ThickSpace;| &#0; &#x80; &copyright; &CounterClockwiseContourIntegral;'))
print(len(html.entities.html5), html.entities.html5['hearts;'], html.entities.html5['gt'], html.entities.name2codepoint['lang'],
      html.entities.codepoint2name[945], html.entities.entitydefs['euro'], len(html.entities.name2codepoint))
