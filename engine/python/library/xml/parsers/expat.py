"""xml.parsers.expat: a parser that calls handlers. What it is given is read when its end is known."""
from xml.etree._reader import Reader, decoded
from xml.etree.ElementTree import ParseError

EXPAT_VERSION, version_info, native_encoding = 'expat_2.7.1', (2, 7, 1), 'UTF-8'
XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = range(3)


class ExpatError(Exception):
    pass


error = ExpatError


def told_as_expat(function):
    """What the function reads fails as expat's parsers do."""
    try:
        return function()
    except ParseError as failure:
        made = ExpatError(str(failure))
        made.code, (made.lineno, made.offset) = failure.code, failure.position
    raise made


class _Reader(Reader):
    def tell(self, name, *args):
        self.target._told(self, name, args)

    def begin(self, name, written, spaces, start):
        if self.target._separator is None:
            tag, attributes = name, dict(written)
        else:
            tag, attributes = self.joined(name, start), {self.joined(each, start, True): value for each, value in written.items()
                                                         if each != 'xmlns' and not each.startswith('xmlns:')}
        if self.target.ordered_attributes:
            attributes = [each for pair in attributes.items() for each in pair]
        self.tell('StartElementHandler', tag, attributes)
        return tag

    def joined(self, name, at, attribute=False):
        uri, brace, rest = self.qualified(name, at, attribute).rpartition('}')
        return uri[1:] + self.target._separator + rest if brace else rest

    def cdata(self, text):
        self.tell('StartCdataSectionHandler')
        self.tell('data', text)
        self.tell('EndCdataSectionHandler')

    def declared(self, words):
        self.tell('XmlDeclHandler', words.get('version'), words.get('encoding'), {'yes': 1, 'no': 0}.get(words.get('standalone'), -1))

    def doctype_told(self, name, public, system, subset):
        self.tell('StartDoctypeDeclHandler', name, system, public, int(subset is not None))
        self.tell('EndDoctypeDeclHandler')


class XMLParserType:
    _HANDLERS = {'data': 'CharacterDataHandler', 'end': 'EndElementHandler', 'comment': 'CommentHandler', 'pi': 'ProcessingInstructionHandler',
                 'start_ns': 'StartNamespaceDeclHandler', 'end_ns': 'EndNamespaceDeclHandler'}
    StartElementHandler = EndElementHandler = CharacterDataHandler = CommentHandler = ProcessingInstructionHandler = None
    StartNamespaceDeclHandler = EndNamespaceDeclHandler = StartCdataSectionHandler = EndCdataSectionHandler = XmlDeclHandler = None
    StartDoctypeDeclHandler = EndDoctypeDeclHandler = DefaultHandler = DefaultHandlerExpand = None
    buffer_text, buffer_size, ordered_attributes, specified_attributes, namespace_prefixes = False, 8192, False, False, False
    CurrentLineNumber, CurrentColumnNumber, CurrentByteIndex = 1, 0, 0

    def __init__(self, separator):
        self._separator, self._data, self._buffered = separator, b'', ''

    def _told(self, reader, name, args):
        name = self._HANDLERS.get(name, name)
        at = reader.at
        self.CurrentLineNumber = reader.text.count('\n', 0, at) + 1
        self.CurrentColumnNumber = at - (reader.text.rfind('\n', 0, at) + 1)
        self.CurrentByteIndex = len(reader.text[:at].encode())
        if name == 'CharacterDataHandler':
            self._buffered += args[0]
            if self.buffer_text:
                return
            pieces, self._buffered = [line for line in self._buffered.splitlines(True)], ''
            for piece in pieces:
                for each in (piece[:-1], '\n') if piece.endswith('\n') else (piece,):
                    if each and self.CharacterDataHandler is not None:
                        self.CharacterDataHandler(each)
            return
        self._flush()
        if name in ('StartNamespaceDeclHandler', 'EndNamespaceDeclHandler'):
            if self._separator is None:
                return
            args = tuple([each or None for each in args])
        if name == 'ProcessingInstructionHandler':
            args = args[0], args[1] or ''
        handler = getattr(self, name)
        if handler is not None:
            handler(*args)

    def _flush(self):
        text, self._buffered = self._buffered, ''
        if text and self.CharacterDataHandler is not None:
            self.CharacterDataHandler(text)

    def Parse(self, data, isfinal=False, /):
        self._data += data.encode() if isinstance(data, str) else bytes(data)
        if isfinal:
            told_as_expat(_Reader(decoded(self._data), self, {}).run)
            self._flush()
        return 1

    def ParseFile(self, file, /):
        return self.Parse(file.read(), True)

    def SetBase(self, base, /):
        self._base = base

    def GetBase(self):
        return getattr(self, '_base', None)


XMLParserType.__name__ = XMLParserType.__qualname__ = 'xmlparser'


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    return XMLParserType(namespace_separator)


def ErrorString(code, /):
    from xml.etree._reader import _CODES
    return {number: words for words, number in _CODES.items()}.get(code)
