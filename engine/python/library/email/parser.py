"""Messages from text."""
import re

__all__ = ['Parser', 'HeaderParser', 'BytesParser', 'BytesHeaderParser', 'FeedParser', 'BytesFeedParser']


class Parser:
    def __init__(self, _class=None, *, policy=None):
        from email.policy import compat32
        self.policy, self._class = policy or compat32, _class

    def parse(self, fp, headersonly=False):
        """Create a message structure from the data in a file."""
        return self.parsestr(fp.read(), headersonly)

    def parsestr(self, text, headersonly=False):
        """Create a message structure from a string."""
        return self._read(text.splitlines(True), headersonly)

    def _new(self):
        from email.message import EmailMessage, Message
        from email.policy import Compat32
        if self._class is not None:
            return self._class(policy=self.policy)
        return (self.policy.message_factory or (Message if isinstance(self.policy, Compat32) else EmailMessage))(policy=self.policy)

    def _read(self, lines, headersonly=False, default=None):
        message, at = self._new(), 0
        if default:
            message.set_default_type(default)
        while at < len(lines) and lines[at].strip('\r\n'):
            line = lines[at]
            at += 1
            if at == 1 and line.startswith('From '):
                message.set_unixfrom(line.rstrip('\r\n'))
                continue
            name, colon, value = line.partition(':')
            if not colon or re.search(r'[^\x21-\x7e]', name):
                at -= 1
                from email.errors import MissingHeaderBodySeparatorDefect
                message.defects.append(MissingHeaderBodySeparatorDefect())
                break
            while at < len(lines) and lines[at][0] in ' \t':
                value += lines[at]
                at += 1
            message._headers.append((name, value.lstrip(' \t\r\n').rstrip('\r\n')))
        else:
            at += 1
        self._body(message, lines[at:], headersonly)
        return message

    def _body(self, message, lines, headersonly):
        boundary = message.get_boundary() if message.get_content_maintype() == 'multipart' and not headersonly else None
        if boundary is None:
            if message.get_content_type() == 'message/rfc822' and not headersonly:
                message._payload = [self._read(lines)]
            else:
                message._payload = ''.join(lines)
            return
        parts, part, ended = [], None, None
        for i, line in enumerate(lines):
            mark = line.rstrip('\r\n \t')
            if mark in (f'--{boundary}', f'--{boundary}--'):
                if part is not None:
                    parts.append(part)
                elif i:
                    message.preamble = self._without_end(lines[:i])
                part = []
                if mark.endswith('--') and mark != f'--{boundary}':
                    ended = i
                    break
            elif part is not None:
                part.append(line)
        if ended is None:
            from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
            message.defects.append(StartBoundaryNotFoundDefect() if part is None else CloseBoundaryNotFoundDefect())
            if part is None:
                message._payload = ''.join(lines)
                return
            parts.append(part)
        else:
            message.epilogue = ''.join(lines[ended + 1:])
        digest = 'message/rfc822' if message.get_content_type() == 'multipart/digest' else None
        message._payload = []
        for each in parts:
            if each:
                each[-1] = each[-1].removesuffix('\n').removesuffix('\r')
            message._payload.append(self._read(each, default=digest))

    def _without_end(self, lines):
        return ''.join(lines).removesuffix('\n').removesuffix('\r')


class HeaderParser(Parser):
    def parsestr(self, text, headersonly=True):
        return super().parsestr(text, True)


class BytesParser:
    def __init__(self, *args, **kw):
        self.parser = Parser(*args, **kw)

    def parse(self, fp, headersonly=False):
        return self.parsebytes(fp.read(), headersonly)

    def parsebytes(self, text, headersonly=False):
        """Create a message structure from a byte string."""
        return self.parser.parsestr(text.decode('ascii', 'surrogateescape'), headersonly)


class BytesHeaderParser(BytesParser):
    def parsebytes(self, text, headersonly=True):
        return super().parsebytes(text, True)


class FeedParser:
    def __init__(self, _factory=None, *, policy=None):
        self._parser, self._text = Parser(_factory, policy=policy), []

    def feed(self, data):
        self._text.append(data)

    def close(self):
        return self._parser.parsestr(''.join(self._text))


class BytesFeedParser(FeedParser):
    def feed(self, data):
        super().feed(data.decode('ascii', 'surrogateescape'))
