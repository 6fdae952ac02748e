"""textwrap: paragraphs wrapped, filled, shortened, indented."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_whitespace = '\t\n\x0b\x0c\r '


def _is_letter(char):
    return (char.isalnum() or char == '_') and not char.isdecimal()


def _is_word(char):
    return char.isalnum() or char == '_'


def _dash_after(text, at):
    """The end of a dash of two or more hyphens at `at` that stands between words, or 0."""
    if at == 0 or not (_is_word(text[at - 1]) or text[at - 1] in '!"\'&.,?') or text[at:at + 2] != '--':
        return 0
    end = at
    while end < len(text) and text[end] == '-':
        end += 1
    return end if end < len(text) and _is_word(text[end]) else 0


def _hyphen_breaks(text, at):
    """Whether a word may be broken after the hyphen at `at`: letters stand around it, two before."""
    before = text[max(0, at - 3):at]
    if not (len(before) >= 2 and _is_letter(before[-1]) and
            (_is_letter(before[-2]) or (len(before) == 3 and before[-2] == '-' and _is_letter(before[-3])))):
        return False
    after = text[at + 1:at + 4]
    if not after or not _is_letter(after[0]):
        return False
    return len(after) > 1 and (_is_letter(after[1]) or (after[1] == '-' and len(after) > 2 and _is_letter(after[2])))


def _chunks(text, hyphens):
    """Text in pieces that are not broken: words, parts of hyphenated words, dashes, white space."""
    at, size = 0, len(text)
    while at < size:
        end = at + 1
        if text[at] in _whitespace:
            while end < size and text[end] in _whitespace:
                end += 1
        elif hyphens and (dash := _dash_after(text, at)):
            end = dash
        else:
            while end < size and text[end] not in _whitespace:
                if hyphens and text[end] == '-':
                    if _hyphen_breaks(text, end):
                        end += 1
                        break
                    if _dash_after(text, end):
                        break
                end += 1
        yield text[at:end]
        at = end


class TextWrapper:
    unicode_whitespace_trans = dict.fromkeys(map(ord, _whitespace), ord(' '))

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                 max_lines=None, placeholder=' [...]'):
        self.width, self.max_lines, self.placeholder = width, max_lines, placeholder
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.tabsize = expand_tabs, tabsize
        self.replace_whitespace, self.drop_whitespace = replace_whitespace, drop_whitespace
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.fix_sentence_endings = fix_sentence_endings

    def _split(self, text):
        return list(_chunks(text, self.break_on_hyphens))

    def _ends_sentence(self, chunk):
        core = chunk.rstrip('"\'')
        if len(chunk) - len(core) > 1 or len(core) < 2 or core[-1] not in '.!?':
            return False
        return 'a' <= core[-2] <= 'z'

    def _fix_endings(self, chunks):
        for at in range(len(chunks) - 1):
            if chunks[at + 1] == ' ' and self._ends_sentence(chunks[at]):
                chunks[at + 1] = '  '

    def _long_word(self, chunks, line, length, width):
        """The next chunk is longer than a line: as much of it as fits, or all of it."""
        room = 1 if width < 1 else width - length
        if self.break_long_words and room > 0:
            end = room
            chunk = chunks[-1]
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind('-', 0, room)
                if hyphen > 0 and any(char != '-' for char in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _cut(self, lines, line, length, indent, width):
        """The last line that may be: it ends in the placeholder."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + ''.join(line))
                return
            length -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        chunks.reverse()
        while chunks:
            line, length = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                del chunks[-1]
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line.pop())
            if not line:
                continue
            fits = self.max_lines is None or len(lines) + 1 < self.max_lines
            last = not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
            if fits or (last and length <= width):
                lines.append(indent + ''.join(line))
            else:
                self._cut(lines, line, length, indent, width)
                break
        return lines

    def wrap(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self.unicode_whitespace_trans)
        chunks = self._split(text)
        if self.fix_sentence_endings:
            self._fix_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    try:
        lines = text.split('\n')
    except (AttributeError, TypeError):
        raise TypeError(f'expected str object, not {type(text).__qualname__!r}') from None
    full = [line for line in lines if line and not line.isspace()]
    low, high = min(full, default=''), max(full, default='')
    margin = 0
    for margin, char in enumerate(low):
        if char != high[margin] or char not in ' \t':
            break
    return '\n'.join(line[margin:] if not line.isspace() else '' for line in lines)


def indent(text, prefix, predicate=None):
    out = []
    for line in text.splitlines(True):
        if predicate(line) if predicate is not None else not line.isspace():
            out.append(prefix)
        out.append(line)
    return ''.join(out)
