"""Reads XML and tells a builder of it. Errors stand where expat finds them, in its words."""
import re
from xml.etree.ElementTree import ParseError

_NAME = re.compile(r'[^\W\d][\w.\-·]*(?::[^\W\d][\w.\-·]*)?')
_SPACE = re.compile(r'[ \t\r\n]*')
_ATTRIBUTE = re.compile(r'[ \t\r\n]*=[ \t\r\n]*')
_FORBIDDEN = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]')
_ENTITY = re.compile(r'&(?:#(\d+)|#x([0-9a-fA-F]+)|([\w.:\-]+));')
_ENTITIES = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'"}
_CODES = {'no element found': 3, 'not well-formed (invalid token)': 4, 'unclosed token': 5, 'mismatched tag': 7, 'duplicate attribute': 8,
          'junk after document element': 9, 'undefined entity': 11, 'reference to invalid character number': 14, 'unclosed CDATA section': 20,
          'unbound prefix': 27, 'XML or text declaration not at start of entity': 17}
_TOKEN = 'not well-formed (invalid token)'


class Reader:
    def __init__(self, text, target, entities):
        self.text, self.target, self.entities = text.replace('\r\n', '\n').replace('\r', '\n'), target, {**entities, **_ENTITIES}
        self.at, self.open, self.spaces, self.done = 0, [], [{'xml': 'http://www.w3.org/XML/1998/namespace'}], False

    def fail(self, words, at):
        line = self.text.count('\n', 0, at) + 1
        column = at - (self.text.rfind('\n', 0, at) + 1)
        column = len(self.text[at - column:at].encode())
        error = ParseError(f'{words}: line {line}, column {column}')
        error.code, error.position = _CODES.get(words, 2), (line, column)
        raise error

    # ---- texts

    def plain(self, start, end):
        """A stretch of text with its entities replaced."""
        part = self.text[start:end]
        wrong = _FORBIDDEN.search(part)
        if wrong:
            self.fail(_TOKEN, start + wrong.start())
        if '&' not in part:
            return part
        made, at = [], 0
        while (place := part.find('&', at)) >= 0:
            made.append(part[at:place])
            match = _ENTITY.match(part, place)
            if match is None:
                self.fail(_TOKEN, start + place + re.compile(r'&#?\w*').match(part, place).end() - place)
            made.append(self.entity(match, start + place))
            at = match.end()
        return ''.join(made) + part[at:]

    def entity(self, match, at):
        number, digits, name = match.groups()
        if name is not None:
            if name not in self.entities:
                self.fail('undefined entity', at)
            return self.entities[name]
        code = int(number) if number else int(digits, 16)
        if not (code in (9, 10, 13) or 32 <= code < 0xd800 or 0xe000 <= code < 0xfffe or 0x10000 <= code < 0x110000):
            self.fail('reference to invalid character number', at)
        return chr(code)

    def tell(self, name, *args):
        handler = getattr(self.target, name, None)
        if handler is not None:
            handler(*args)

    # ---- names

    def qualified(self, name, at, attribute=False):
        prefix, colon, rest = name.partition(':')
        if not colon:
            prefix, rest = '', name
            if attribute:
                return name
        for space in reversed(self.spaces):
            if prefix in space:
                return f'{{{space[prefix]}}}{rest}' if space[prefix] else rest
        if prefix:
            self.fail('unbound prefix', at)
        return rest

    # ---- tags

    def read_attributes(self, at, start):
        """(the attributes as they are written, the place behind them)"""
        found = {}
        while True:
            behind = _SPACE.match(self.text, at).end()
            if behind >= len(self.text):
                self.fail('unclosed token', start)
            if self.text[behind] in '/>':
                return found, behind
            match = _NAME.match(self.text, behind)
            if match is None or behind == at:
                self.fail(_TOKEN, behind)
            sign = _ATTRIBUTE.match(self.text, match.end())
            if sign is None:
                self.fail(_TOKEN, _SPACE.match(self.text, match.end()).end())
            quote = self.text[sign.end():sign.end() + 1]
            if quote not in ('"', "'") or not quote:
                self.fail(_TOKEN if quote else 'unclosed token', sign.end() if quote else start)
            end = self.text.find(quote, sign.end() + 1)
            if end < 0:
                self.fail('unclosed token', start)
            if '<' in self.text[sign.end():end]:
                self.fail(_TOKEN, self.text.index('<', sign.end()))
            if match[0] in found:
                self.fail('duplicate attribute', behind)
            found[match[0]] = self.plain(sign.end() + 1, end).replace('\n', ' ').replace('\t', ' ') if '&' not in self.text[sign.end():end] \
                else self.plain(sign.end() + 1, end)
            at = end + 1

    def start_tag(self):
        start, match = self.at, _NAME.match(self.text, self.at + 1)
        if match is None:
            self.fail('unclosed token' if start + 1 >= len(self.text) else _TOKEN, start if start + 1 >= len(self.text) else start + 1)
        written, at = self.read_attributes(match.end(), start)
        empty = self.text[at] == '/'
        if empty and self.text[at + 1:at + 2] != '>':
            self.fail(_TOKEN if at + 1 < len(self.text) else 'unclosed token', at + 1 if at + 1 < len(self.text) else start)
        spaces = {name[6:] if ':' in name else '': uri for name, uri in written.items() if name == 'xmlns' or name.startswith('xmlns:')}
        self.spaces.append(spaces)
        for prefix, uri in spaces.items():
            self.tell('start_ns', prefix, uri)
        self.open.append((match[0], self.begin(match[0], written, spaces, start)))
        self.at = at + 1 + empty
        if empty:
            self.close_tag()

    def begin(self, name, written, spaces, start):
        """An element begins; what its end is told with."""
        attributes = {self.qualified(each, start, True): value for each, value in written.items() if each != 'xmlns' and not each.startswith('xmlns:')}
        tag = self.qualified(name, start)
        self.tell('start', tag, attributes)
        return tag

    def close_tag(self):
        self.tell('end', self.open.pop()[1])
        for prefix in reversed(self.spaces.pop()):
            self.tell('end_ns', prefix)
        self.done = not self.open

    def end_tag(self):
        match = _NAME.match(self.text, self.at + 2)
        if match is None:
            self.fail('unclosed token' if self.at + 2 >= len(self.text) else _TOKEN, self.at if self.at + 2 >= len(self.text) else self.at + 2)
        end = _SPACE.match(self.text, match.end()).end()
        if self.text[end:end + 1] != '>':
            self.fail(_TOKEN if end < len(self.text) else 'unclosed token', end if end < len(self.text) else self.at)
        if not self.open:
            self.fail(_TOKEN if not self.done else 'junk after document element', self.at + 1 if not self.done else self.at)
        if self.open[-1][0] != match[0]:
            self.fail('mismatched tag', self.at + 2)
        self.at = end + 1
        self.close_tag()

    # ---- what is no element

    def until(self, mark, behind, words='unclosed token'):
        end = self.text.find(mark, self.at + behind)
        if end < 0:
            self.fail(words, self.at if words != 'unclosed CDATA section' else len(self.text))
        inside = self.text[self.at + behind:end]
        self.at = end + len(mark)
        return inside

    def declaration(self):
        if self.text.startswith('<!--', self.at):
            start = self.at
            inside = self.until('--', 4)
            if self.text[self.at:self.at + 1] != '>':
                self.fail(_TOKEN if self.at < len(self.text) else 'unclosed token', self.at if self.at < len(self.text) else start)
            self.at += 1
            self.tell('comment', inside)
        elif self.text.startswith('<![CDATA[', self.at) and self.open:
            self.cdata(self.until(']]>', 9, 'unclosed CDATA section'))
        elif self.text.startswith('<!DOCTYPE', self.at) and not self.open and not self.done:
            self.doctype()
        else:
            self.fail(_TOKEN, self.at + 2)

    def cdata(self, text):
        self.tell('data', text)

    def declared(self, words):
        """What the XML declaration says."""

    def doctype_told(self, name, public, system, subset):
        """What the document type is."""

    def doctype(self):
        match = re.compile(r'<!DOCTYPE\s+[^\[>]*(\[.*?\]\s*)?>', re.S).match(self.text, self.at)
        if match is None:
            self.fail('unclosed token', self.at)
        for name, _, value in re.findall(r'<!ENTITY\s+([\w.\-]+)\s+(["\'])(.*?)\2\s*>', match[1] or '', re.S):
            self.entities[name] = value
        quoted = r'\s+(?:"([^"]*)"|\'([^\']*)\')'
        head = re.compile(rf'<!DOCTYPE\s+([^\s\[>]+)(?:\s+(PUBLIC)(?:{quoted}))?(?:(?:\s+SYSTEM)?(?:{quoted}))?').match(match[0])
        public, system = head and (head[3] or head[4]), head and (head[5] or head[6])
        subset = match[1] and match[1].rstrip()[1:-1]
        self.doctype_told(head and head[1], public, system, subset)
        self.at = match.end()

    def instruction(self):
        start = self.at
        match = _NAME.match(self.text, start + 2)
        if match is None:
            self.fail(_TOKEN, start + 2)
        inside = self.until('?>', 2)
        if match[0].lower() == 'xml':
            if start > 0:
                self.fail('XML or text declaration not at start of entity', start)
            self.declared({name: value for name, _, value in re.findall(r'(\w+)\s*=\s*(["\'])(.*?)\2', inside)})
            return
        self.tell('pi', match[0], inside[len(match[0]):].lstrip(' \t\n') or None)

    # ---- all of it

    def outside(self, end):
        """What stands before or behind the root: only space may."""
        stretch = self.text[self.at:end]
        if stretch.strip(' \t\r\n'):
            place = self.at + len(stretch) - len(stretch.lstrip(' \t\r\n'))
            name = _NAME.match(self.text, place)
            if self.done or name is None:
                self.fail('junk after document element' if self.done else _TOKEN, place)
            closed = self.text[name.end():name.end() + 1] != '<'
            self.fail('syntax error' if closed else _TOKEN, place if closed else name.end())

    def run(self):
        while self.at < len(self.text):
            end = self.text.find('<', self.at)
            end = len(self.text) if end < 0 else end
            if not self.open:
                self.outside(end)
            elif end > self.at:
                closed = self.text.find(']]>', self.at, end)
                if closed >= 0:
                    self.fail(_TOKEN, closed + 2)
                self.tell('data', self.plain(self.at, end))
            self.at = end
            if end < len(self.text):
                self.markup()
        if not self.done:
            self.fail('no element found', len(self.text))

    def markup(self):
        sign = self.text[self.at + 1:self.at + 2]
        if sign == '!':
            self.declaration()
        elif sign == '?':
            self.instruction()
        elif sign == '/':
            self.end_tag()
        elif self.done:
            self.fail('junk after document element', self.at)
        else:
            self.start_tag()


def decoded(data):
    if data[:2] in (b'\xff\xfe', b'\xfe\xff'):
        return data.decode('utf-16')
    told = re.match(rb'(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["\']([\w.\-]+)["\']', data)
    return data.decode(told[1].decode() if told else 'utf-8', 'replace').removeprefix('\ufeff')


def read(data, target, entities):
    Reader(decoded(data), target, entities).run()
