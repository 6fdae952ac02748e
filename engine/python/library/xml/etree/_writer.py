"""How ElementTree writes a tree."""
from xml.etree.ElementTree import HTML_EMPTY, Comment, ProcessingInstruction, QName, _prefixes


def _wrong(value):
    raise TypeError(f'cannot serialize {value!r} (type {type(value).__name__})')


class _Names:
    """What each tag and name of an attribute is written as, and the prefixes that were given out."""

    def __init__(self, default_namespace):
        self.default, self.given, self.written = default_namespace, {}, {}
        if default_namespace:
            self.given[default_namespace] = ''

    def of(self, name):
        name = name.text if isinstance(name, QName) else name
        if not isinstance(name, str):
            _wrong(name)
        if name not in self.written:
            self.written[name] = self._made(name)
        return self.written[name]

    def _made(self, name):
        if name[:1] != '{':
            if self.default:
                raise ValueError('cannot use non-qualified names with default_namespace option')
            return name
        uri, _, tag = name[1:].rpartition('}')
        prefix = self.given.get(uri)
        if prefix is None:
            prefix = _prefixes.get(uri) or f'ns{len(self.given)}'
            if prefix != 'xml':
                self.given[uri] = prefix
        return f'{prefix}:{tag}' if prefix else tag

    def collect(self, root):
        for element in root.iter():
            if isinstance(element.tag, (str, QName)):
                self.of(element.tag)
            elif element.tag is not None and element.tag is not Comment and element.tag is not ProcessingInstruction:
                _wrong(element.tag)
            for key, value in element.items():
                self.of(key)
                if isinstance(value, QName):
                    self.of(value)
            if isinstance(element.text, QName):
                self.of(element.text)


def _escaped(text):
    try:
        return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    except (TypeError, AttributeError):
        _wrong(text)


def _quoted(text, html=False):
    if html:
        try:
            return text.replace('&', '&amp;').replace('>', '&gt;').replace('"', '&quot;')
        except (TypeError, AttributeError):
            _wrong(text)
    return _escaped(text).replace('"', '&quot;').replace('\r', '&#13;').replace('\n', '&#10;').replace('\t', '&#09;')


def _attributes(element, names, spaces, html):
    parts = [f' xmlns{":" + prefix if prefix else ""}="{_quoted(uri, html)}"' for uri, prefix in spaces]
    for key, value in element.items():
        parts.append(f' {names.of(key)}="{names.of(value) if isinstance(value, QName) else _quoted(value, html)}"')
    return ''.join(parts)


def _put(out, element, names, spaces, short, html):
    tag, text = element.tag, element.text
    if tag is Comment:
        out.append(f'<!--{text}-->' if not html else f'<!--{_escaped(text)}-->')
    elif tag is ProcessingInstruction:
        out.append(f'<?{text}?>' if not html else f'<?{_escaped(text)}?>')
    elif tag is None:
        if text:
            out.append(_escaped(text))
        for child in element:
            _put(out, child, names, (), short, html)
    else:
        _put_tag(out, element, names.of(tag), names, spaces, short, html)
    if element.tail:
        out.append(_escaped(element.tail))


def _put_tag(out, element, tag, names, spaces, short, html):
    text = names.of(element.text) if isinstance(element.text, QName) else element.text
    out.append(f'<{tag}{_attributes(element, names, spaces, html)}')
    if not html and short and not text and not len(element):
        out.append(' />')
        return
    out.append('>')
    if text:
        out.append(text if html and tag.lower() in ('script', 'style') else _escaped(text))
    for child in element:
        _put(out, child, names, (), short, html)
    if not html or tag.lower() not in HTML_EMPTY:
        out.append(f'</{tag}>')


def document(root, encoding, declaration, default_namespace, method, short):
    method = method or 'xml'
    if method not in ('xml', 'html', 'text'):
        raise ValueError(f'unknown method {method!r}') if method != 'c14n' else NotImplementedError('Loopscope has no canonical XML yet')
    out = []
    plain = encoding.lower() in ('utf-8', 'us-ascii', 'unicode')
    if method == 'xml' and (declaration or declaration is None and not plain):
        out.append(f"<?xml version='1.0' encoding='{'utf-8' if encoding.lower() == 'unicode' else encoding}'?>\n")
    if method == 'text':
        out.extend(root.itertext())
        return ''.join(out) + (root.tail or '')
    names = _Names(default_namespace)
    names.collect(root)
    spaces = sorted(names.given.items(), key=lambda pair: pair[1])
    _put(out, root, names, spaces, short, method == 'html')
    return ''.join(out)
