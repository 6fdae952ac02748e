"""html.parser: a page taken apart into tags, texts and comments, whatever is wrong with it."""
import re
from . import unescape

__all__ = ['HTMLParser']

_SPACE = r'[\t\n\r\f ]'
_TAG = re.compile(rf'([a-zA-Z][^\t\n\r\f />]*)(?:{_SPACE}|/(?!>))*')
_VALUE = rf'''{_SPACE}*={_SPACE}*('[^']*'|"[^"]*"|(?!['"])[^>\t\n\r\f ]*)'''
_ATTRIBUTE = re.compile(rf'''((?<=['"\t\n\r\f /])[^\t\n\r\f />][^\t\n\r\f /=>]*)({_VALUE})?(?:{_SPACE}|/(?!>))*''')
_WHOLE_TAG = re.compile(rf'''[a-zA-Z][^\t\n\r\f />]*(?:(?:{_SPACE}|/)+(?:[^\t\n\r\f />][^\t\n\r\f /=>]*(?:{_VALUE})?(?:{_SPACE}|/)*)*)?>?''')
_REFERENCE = re.compile(r'&(?:#([0-9]+|[xX][0-9a-fA-F]+)(?=[^0-9a-fA-F])|([a-zA-Z][-.a-zA-Z0-9]*)(?=[^a-zA-Z0-9]))')
_LAST_REFERENCE = re.compile(r'&(?:#([0-9]+|[xX][0-9a-fA-F]+)|([a-zA-Z][-.a-zA-Z0-9]*))\z')
_REFERENCE_BEGUN = re.compile(r'&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+)?|[a-zA-Z][-.a-zA-Z0-9]*)')
_IN_ATTRIBUTE = re.compile(r'&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*)[;=]?')


def _reference_in_attribute(match):
    text = match.group()
    if not text.startswith('&#'):
        from .entities import html5
        if text.endswith('=') or text[1:] not in html5:
            return text
    return unescape(text)


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = ('script', 'style', 'xmp', 'iframe', 'noembed', 'noframes')
    RCDATA_CONTENT_ELEMENTS = ('textarea', 'title')

    def __init__(self, *, convert_charrefs=True, scripting=False):
        super().__init__()
        self.convert_charrefs, self.scripting = convert_charrefs, scripting
        self.reset()

    def reset(self):
        self.rawdata, self.lasttag, self.lineno, self.offset = '', '???', 1, 0
        self.cdata_elem, self._in_text_only, self._escapable, self._cdata = None, None, True, True
        self.__starttag_text = None

    def feed(self, data):
        self.rawdata += data
        self.goahead(0)

    def close(self):
        self.goahead(1)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self.__starttag_text

    def updatepos(self, i, j):
        lines = self.rawdata.count('\n', i, j)
        if lines:
            self.lineno += lines
            self.offset = j - self.rawdata.rindex('\n', i, j) - 1
        else:
            self.offset += max(0, j - i)
        return max(i, j)

    def set_cdata_mode(self, elem, *, escapable=False):
        """What follows is text up to the element's end tag."""
        self.cdata_elem, self._escapable = elem.lower(), escapable
        if self.cdata_elem == 'plaintext':
            self._in_text_only = re.compile(r'\z')
        else:
            reference = '&|' if escapable and not self.convert_charrefs else ''
            self._in_text_only = re.compile(rf'{reference}</{re.escape(self.cdata_elem)}(?=[\t\n\r\f />])', re.IGNORECASE | re.ASCII)

    def clear_cdata_mode(self):
        self.cdata_elem, self._in_text_only, self._escapable = None, None, True

    def _set_support_cdata(self, flag=True):
        self._cdata = flag

    # ---- the way through the page

    def _text_end(self, at):
        """Where the text ends that begins at `at`; -1: not here yet."""
        text = self.rawdata
        if self._in_text_only is not None:
            found = self._in_text_only.search(text, at)
            return found.start() if found else -1
        if not self.convert_charrefs:
            found = re.compile('[&<]').search(text, at)
            return found.start() if found else len(text)
        end = text.find('<', at)
        if end >= 0:
            return end
        reference = text.rfind('&', max(at, len(text) - 34))    # no name of a character is longer
        return len(text) if reference < 0 or re.compile(r'[\t\n\r\f ;]').search(text, reference) else -1

    def _give_text(self, at, end):
        if at < end:
            text = self.rawdata[at:end]
            self.handle_data(unescape(text) if self.convert_charrefs and self._escapable else text)

    def goahead(self, end):
        at, size = 0, len(self.rawdata)
        while at < size:
            stop = self._text_end(at)
            if stop < 0:
                break
            self._give_text(at, stop)
            at = self.updatepos(at, stop)
            if at == size:
                break
            after = self._markup(at, end) if self.rawdata[at] == '<' else self._reference(at, end)
            if after < 0:
                break
            at = self.updatepos(at, after)
        if end and at < size:
            self._give_text(at, size)
            at = self.updatepos(at, size)
        self.rawdata = self.rawdata[at:]

    def _markup(self, at, end):
        """What begins with <: where it ends, -1: not here yet."""
        text = self.rawdata
        second = text[at + 1:at + 2]
        if second.isascii() and second.isalpha():
            after = self.parse_starttag(at)
        elif second == '/':
            after = self.parse_endtag(at)
        elif second == '?':
            after = self.parse_pi(at)
        elif second == '!':
            after = self.parse_html_declaration(at)
        elif second or end:
            self.handle_data('<')
            return at + 1
        else:
            return -1
        if after >= 0 or not end:
            return after
        self._unfinished(at, second)
        return len(text)

    def _unfinished(self, at, second):
        """Markup that the page ends in."""
        text = self.rawdata[at + 2:]
        if second == '/':
            if not text:
                self.handle_data('</')
            elif not (text[0].isascii() and text[0].isalpha()):
                self.handle_comment(text)
        elif second == '?':
            self.handle_pi(text)
        elif second == '!':
            if text.startswith('--'):
                text = text[2:]
                for suffix in '--!', '--', '-':
                    if text.endswith(suffix):
                        text = text[:-len(suffix)]
                        break
                self.handle_comment(text)
            elif text.startswith('[CDATA[') and self._cdata:
                self.unknown_decl(text[1:])
            elif text[:7].lower() == 'doctype':
                self.handle_decl(text)
            else:
                self.handle_comment(text)

    def _reference(self, at, end):
        text = self.rawdata
        found = _REFERENCE.match(text, at) or (end and _LAST_REFERENCE.match(text, at))
        if found:
            number, name = found.groups()
            if number is not None:
                self.handle_charref(number)
            else:
                self.handle_entityref(name)
            return found.end() + text.startswith(';', found.end())
        begun = _REFERENCE_BEGUN.match(text, at)
        if begun and begun.end() == len(text):
            return -1
        if begun and text.startswith('&#', at):
            if ';' not in text[at:]:
                return -1
            self.handle_data('&#')
            return at + 2
        if at + 1 < len(text):
            self.handle_data('&')
            return at + 1
        return -1

    # ---- each kind of markup at i: where it ends, or -1

    def parse_html_declaration(self, i):
        text = self.rawdata
        if text.startswith('<!--', i):
            return self.parse_comment(i)
        if text.startswith('<![CDATA[', i) and self._cdata:
            end = text.find(']]>', i + 9)
            if end < 0:
                return -1
            self.unknown_decl(text[i + 3:end])
            return end + 3
        if text[i:i + 9].lower() == '<!doctype':
            end = text.find('>', i + 9)
            if end < 0:
                return -1
            self.handle_decl(text[i + 2:end])
            return end + 1
        return self.parse_bogus_comment(i)

    def parse_bogus_comment(self, i, report=1):
        end = self.rawdata.find('>', i + 2)
        if end < 0:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:end])
        return end + 1

    def parse_comment(self, i, report=True):
        end = re.compile('--!?>').search(self.rawdata, i + 4) or re.compile('-?>').match(self.rawdata, i + 4)
        if end is None:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:end.start()])
        return end.end()

    def parse_pi(self, i):
        end = self.rawdata.find('>', i + 2)
        if end < 0:
            return -1
        self.handle_pi(self.rawdata[i + 2:end])
        return end + 1

    def check_for_whole_start_tag(self, i):
        found = _WHOLE_TAG.match(self.rawdata, i + 1)
        return found.end() if self.rawdata[found.end() - 1] == '>' else -1

    def parse_starttag(self, i):
        self.__starttag_text = None
        end = self.check_for_whole_start_tag(i)
        if end < 0:
            return end
        self.__starttag_text = self.rawdata[i:end]
        name = _TAG.match(self.rawdata, i + 1)
        tag = self.lasttag = name.group(1).lower()
        at, attributes = name.end(), []
        while at < end and (found := _ATTRIBUTE.match(self.rawdata, at)):
            key, given, value = found.groups()
            if not given:
                value = None
            elif value[:1] in ('"', "'") and value[:1] == value[-1:]:
                value = value[1:-1]
            attributes.append((key.lower(), value and _IN_ATTRIBUTE.sub(_reference_in_attribute, value)))
            at = found.end()
        closing = self.rawdata[at:end].strip()
        if closing not in ('>', '/>'):
            self.handle_data(self.rawdata[i:end])
        elif closing == '/>':
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            self._begin_text_only(tag)
        return end

    def _begin_text_only(self, tag):
        if tag in self.CDATA_CONTENT_ELEMENTS or tag == 'plaintext' or (tag == 'noscript' and self.scripting):
            self.set_cdata_mode(tag)
        elif tag in self.RCDATA_CONTENT_ELEMENTS:
            self.set_cdata_mode(tag, escapable=True)

    def parse_endtag(self, i):
        text = self.rawdata
        if text.find('>', i + 2) < 0:
            return -1
        first = text[i + 2]
        if not (first.isascii() and first.isalpha()):
            return i + 3 if first == '>' else self.parse_bogus_comment(i)
        end = self.check_for_whole_start_tag(i + 1)
        if end < 0:
            return -1
        self.handle_endtag(_TAG.match(text, i + 2).group(1).lower())
        self.clear_cdata_mode()
        return end

    # ---- for subclasses

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
