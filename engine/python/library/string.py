"""Character classes as strings, capwords and Template."""

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """Pairs (text, name): name None for plain text, False for a delimiter that nothing follows."""
        text = self.template
        at = 0
        while (found := text.find(self.delimiter, at)) >= 0:
            if found > at:
                yield text[at:found], None
            rest = found + len(self.delimiter)
            if text.startswith(self.delimiter, rest):
                yield self.delimiter, None
                at = rest + len(self.delimiter)
                continue
            braced = text.startswith("{", rest)
            end = start = rest + braced
            while end < len(text) and text[end].isascii() and text[start : end + 1].isidentifier():
                end += 1
            if end == start or (braced and not text.startswith("}", end)):
                yield text[found:rest], False
                at = rest
                continue
            at = end + braced
            yield text[found:at], text[start:end]
        yield text[at:], None

    def _fill(self, mapping, safe):
        out = []
        position = 0
        for text, name in self._parts():
            if name is None:
                out.append(text)
            elif name is False:
                if not safe:
                    before = self.template[:position]
                    column = position - (before.rfind("\n") + 1) + 1
                    raise ValueError(
                        f"Invalid placeholder in string: line {before.count(chr(10)) + 1}, col {column}"
                    )
                out.append(text)
            elif safe:
                out.append(str(mapping[name]) if name in mapping else text)
            else:
                out.append(str(mapping[name]))
            position += len(text)
        return "".join(out)

    def substitute(self, mapping={}, /, **kws):
        return self._fill({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._fill({**mapping, **kws}, True)
