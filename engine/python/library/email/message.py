"""Messages: headers in their order, and a payload that is a text or a list of messages."""
import base64
import binascii
import re

from email import utils

__all__ = ['Message', 'EmailMessage']


def _quoted(name, value=None):
    if value is None or len(value) == 0:
        return name
    if isinstance(value, tuple):
        return f'{name}*={utils.encode_rfc2231(value[2], value[0], value[1])}'
    if not value.isascii():
        return f"{name}*={utils.encode_rfc2231(value, 'utf-8', '')}"
    return f'{name}="{utils.quote(value)}"'


def _params_in_quotes(text):
    """The parts between semicolons, outside of quotes, as (name, value)."""
    pairs = []
    for part in re.findall(r'(?<=;)((?:[^;"]|"(?:[^"\\]|\\.)*"|")*)', f';{text}'):
        name, equals, value = part.partition('=')
        pairs.append((name.strip().lower() if equals else name.strip(), value.strip()))
    return utils.decode_params(pairs)


def _unquoted(value):
    return (*value[:2], utils.unquote(value[2])) if isinstance(value, tuple) else utils.unquote(value)


def parse_params(text):
    """The same, each value a text."""
    return [(name, utils.collapse_rfc2231_value(_unquoted(value))) for name, value in _params_in_quotes(text)]


class Message:
    """Basic message object."""

    def __init__(self, policy=None):
        if policy is None:
            from email.policy import compat32 as policy
        self.policy, self._headers, self._payload = policy, [], None
        self._unixfrom = self._charset = self.preamble = self.epilogue = None
        self.defects, self._default_type = [], 'text/plain'

    def __str__(self):
        return self.as_string()

    def __bytes__(self):
        return self.as_bytes()

    # ---- as text

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """Return the entire formatted message as a string."""
        policy = policy or self.policy
        text = self._written(policy if maxheaderlen is None else policy.clone(max_line_length=maxheaderlen), unixfrom, False)
        return text if policy.linesep == '\n' else text.replace('\r\n', '\n').replace('\n', policy.linesep)

    def as_bytes(self, unixfrom=False, policy=None):
        """Return the entire formatted message as a bytes object."""
        policy = policy or self.policy
        charset = 'utf-8' if getattr(policy, 'utf8', False) else 'ascii'
        data = self._written(policy, unixfrom, True).encode(charset, 'surrogateescape')
        return data.replace(b'\n', b'\r\n') if policy.linesep == '\r\n' else data

    def _written(self, policy, unixfrom, eight_bits):
        headers, body = list(self._headers), self._payload
        if self.is_multipart() and self.get_content_maintype() == 'multipart':
            body = self._joined(policy, eight_bits)
            headers = list(self._headers)
        elif self.is_multipart():
            body = ''.join([part._written(policy, False, eight_bits) for part in body])
        elif isinstance(body, str) and utils.has_surrogates(body) and (not eight_bits or policy.cte_type == '7bit'):
            headers, body = self._in_seven_bits(body)
        out = []
        if unixfrom:
            import time
            out.append((self._unixfrom or 'From nobody ' + time.ctime(time.time())) + '\n')
        out += [policy.written(name, value, eight_bits) for name, value in headers]
        return ''.join(out) + '\n' + (body or '')

    def _in_seven_bits(self, body):
        charset = self.get_param('charset')
        if charset is None:
            return self._headers, body
        from email.charset import Charset
        charset = Charset(charset)
        data = body.encode('ascii', 'surrogateescape')
        made = Message()
        made._payload = data.decode(charset.output_charset, 'replace')
        made.set_charset(charset)
        encoding = made['content-transfer-encoding']
        return [(name, encoding if name.lower() == 'content-transfer-encoding' else value) for name, value in self._headers], made._payload

    def _joined(self, policy, eight_bits):
        parts = [part._written(policy, False, eight_bits) for part in self._payload]
        boundary = self.get_boundary()
        if boundary is None:
            import random
            import sys
            boundary = f"{'=' * 15}{random.randrange(sys.maxsize):019d}=="
            self.set_boundary(boundary)
        before = f'{self.preamble}\n' if self.preamble is not None else ''
        inside = f'\n--{boundary}\n'.join(parts)
        return f"{before}--{boundary}\n{inside}\n--{boundary}--\n{self.epilogue or ''}"

    # ---- the payload

    def is_multipart(self):
        """Return True if the message consists of multiple parts."""
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    def attach(self, payload):
        """Add the given payload to the current payload."""
        if self._payload is None:
            self._payload = [payload]
        elif not isinstance(self._payload, list):
            raise TypeError('Attach is not valid on a message with a non-multipart payload')
        else:
            self._payload.append(payload)

    def get_payload(self, i=None, decode=False):
        """Return a reference to the payload."""
        payload = self._payload
        if self.is_multipart():
            return None if decode else payload if i is None else payload[i]
        if i is not None and not isinstance(payload, list):
            raise TypeError(f'Expected list, got {type(payload)}')
        if not decode:
            if isinstance(payload, str) and utils.has_surrogates(payload):
                try:
                    return payload.encode('ascii', 'surrogateescape').decode(self.get_content_charset('ascii'), 'replace')
                except LookupError:
                    return payload.encode('ascii', 'surrogateescape').decode('ascii', 'replace')
                except UnicodeEncodeError:
                    pass
            return payload
        if isinstance(payload, bytes) or payload is None:
            return payload
        encoding = str(self.get('content-transfer-encoding', '')).lower()
        try:
            data = payload.encode('ascii', 'surrogateescape')
        except UnicodeEncodeError:
            data = payload.encode('raw-unicode-escape')
        if encoding == 'quoted-printable':
            return binascii.a2b_qp(data)
        if encoding == 'base64':
            data = b''.join(data.split())
            return base64.b64decode(data + b'=' * (-len(data) % 4))
        return data

    def set_payload(self, payload, charset=None):
        """Set the payload to the given value."""
        if isinstance(payload, str) and charset is not None:
            from email.charset import Charset
            charset = charset if isinstance(charset, Charset) else Charset(charset)
            payload = payload.encode(charset.output_charset, 'surrogateescape')
        self._payload = payload.decode('ascii', 'surrogateescape') if isinstance(payload, bytes) else payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Set the charset of the payload to a given character set."""
        if charset is None:
            self.del_param('charset')
            self._charset = None
            return
        from email.charset import Charset
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset, name = charset, charset.get_output_charset()
        if 'MIME-Version' not in self:
            self.add_header('MIME-Version', '1.0')
        if 'Content-Type' not in self:
            self.add_header('Content-Type', 'text/plain', charset=name)
        else:
            self.set_param('charset', name)
        if charset != name:
            self._payload = charset.body_encode(self._payload)
        if 'Content-Transfer-Encoding' in self:
            return
        encoding = charset.get_body_encoding()
        if callable(encoding):
            encoding(self)
            return
        payload = self._payload
        if payload:
            try:
                payload = payload.encode('ascii', 'surrogateescape')
            except UnicodeError:
                payload = payload.encode(charset.output_charset)
        self._payload = charset.body_encode(payload)
        self.add_header('Content-Transfer-Encoding', encoding)

    def get_charset(self):
        return self._charset

    # ---- headers, whose names are the same in capitals

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        self._headers.append(self.policy.store(self, name, val))

    def __delitem__(self, name):
        self._headers = [pair for pair in self._headers if pair[0].lower() != name.lower()]

    def __contains__(self, name):
        return name.lower() in [each.lower() for each, _ in self._headers]

    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        """Return a list of all the message's header field names."""
        return [name for name, _ in self._headers]

    def values(self):
        """Return a list of all the message's header values."""
        return [self.policy.fetch(name, value) for name, value in self._headers]

    def items(self):
        """Get all the message's header fields and values."""
        return [(name, self.policy.fetch(name, value)) for name, value in self._headers]

    def get(self, name, failobj=None):
        """Get a header value."""
        for each, value in self._headers:
            if each.lower() == name.lower():
                return self.policy.fetch(each, value)
        return failobj

    def get_all(self, name, failobj=None):
        """Return a list of all the values for the named field."""
        found = [self.policy.fetch(each, value) for each, value in self._headers if each.lower() == name.lower()]
        return found or failobj

    def raw_items(self):
        return iter(list(self._headers))

    def set_raw(self, name, value):
        self._headers.append((name, value))

    def add_header(self, _name, _value, **_params):
        """Extended header setting, with parameters."""
        parts = [_value] if _value is not None else []
        for name, value in _params.items():
            parts.append(_quoted(name.replace('_', '-'), value))
        self[_name] = '; '.join(parts)

    def replace_header(self, _name, _value):
        """Replace a header, at its place."""
        for i, (name, _) in enumerate(self._headers):
            if name.lower() == _name.lower():
                self._headers.pop(i)
                made = self.policy.store(Message(), name, _value)
                self._headers.insert(i, made)
                return
        raise KeyError(_name.lower())

    # ---- Content-Type and its parameters

    def get_content_type(self):
        """Return the message's content type."""
        value = self.get('content-type')
        if value is None:
            return self._default_type
        kind = str(value).partition(';')[0].strip().lower()
        return kind if kind.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().partition('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().partition('/')[2]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def get_params(self, failobj=None, header='content-type', unquote=True):
        value = self.get(header)
        if value is None:
            return failobj
        if not self.policy.has_plain_headers:
            return parse_params(value)
        pairs = _params_in_quotes(value)
        return [(name, _unquoted(value)) for name, value in pairs] if unquote else pairs

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        for name, value in self.get_params((), header, unquote):
            if name.lower() == param.lower():
                return value
        return failobj

    def _set_params(self, header, pairs, replace):
        first, *rest = pairs
        text = '; '.join([first[0]] + [_quoted(name, value) for name, value in rest])
        if replace and header in self:
            self.replace_header(header, text)
        else:
            del self[header]
            self[header] = text

    def set_param(self, param, value, header='Content-Type', requote=True, charset=None, language='', replace=False):
        """Set a parameter in the Content-Type header."""
        if charset and not isinstance(value, tuple):
            value = charset, language, value
        pairs = self.get_params(None, header) or [('text/plain', '')]
        known = [i for i, (name, _) in enumerate(pairs) if name.lower() == param.lower() and i]
        before = list(pairs)
        if known:
            pairs[known[0]] = (pairs[known[0]][0], value)
        else:
            pairs.append((param, value))
        if pairs != before or header not in self:
            self._set_params(header, pairs, replace)

    def del_param(self, param, header='content-type', requote=True):
        pairs = self.get_params(None, header)
        if pairs is not None:
            kept = [pairs[0]] + [pair for pair in pairs[1:] if pair[0].lower() != param.lower()]
            if kept != pairs:
                self._set_params(header, kept, False)

    def set_type(self, type, header='Content-Type', requote=True):
        """Set the main type and subtype for the Content-Type header."""
        if type.count('/') != 1:
            raise ValueError
        if header.lower() == 'content-type':
            del self['mime-version']
            self['MIME-Version'] = '1.0'
        if header not in self:
            self[header] = type
            return
        pairs = self.get_params([], header)
        self._set_params(header, [(type, '')] + pairs[1:], False)

    def get_filename(self, failobj=None):
        """Return the filename associated with the payload if present."""
        found = self.get_param('filename', None, 'content-disposition')
        if found is None:
            found = self.get_param('name')
        return failobj if found is None else utils.collapse_rfc2231_value(found).strip()

    def get_boundary(self, failobj=None):
        found = self.get_param('boundary', None)
        return failobj if found is None else utils.collapse_rfc2231_value(found).rstrip()

    def set_boundary(self, boundary):
        """Set the boundary parameter in Content-Type to 'boundary'."""
        pairs = self.get_params(None)
        if pairs is None:
            from email.errors import HeaderParseError
            raise HeaderParseError('No Content-Type header found')
        pairs = [pair for pair in pairs if pair[0].lower() != 'boundary'] + [('boundary', boundary)]
        self._set_params('Content-Type', pairs, True)

    def get_content_charset(self, failobj=None):
        """Return the charset parameter of the Content-Type header."""
        found = self.get_param('charset')
        if isinstance(found, tuple):
            try:
                found = utils.collapse_rfc2231_value((found[0] or 'us-ascii', *found[1:]), 'strict')
            except (LookupError, UnicodeError):
                found = found[2]
        return failobj if found is None or not found.isascii() else found.lower()

    def get_charsets(self, failobj=None):
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        """Return the message's content-disposition if it exists, or None."""
        value = self.get('content-disposition')
        return None if value is None else str(value).partition(';')[0].strip().lower()

    def walk(self):
        """Walk over the message tree, yielding each subpart."""
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()


class MIMEPart(Message):
    def __init__(self, policy=None):
        if policy is None:
            from email.policy import default as policy
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        return super().as_string(unixfrom, maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True))

    def is_attachment(self):
        return self.get_content_disposition() == 'attachment'

    def _candidates(self, part, wanted):
        if part.is_attachment():
            return
        main, sub = part.get_content_maintype(), part.get_content_subtype()
        if main == 'text' and sub in wanted:
            yield wanted.index(sub), part
        if main != 'multipart' or not part.is_multipart():
            return
        if sub != 'related':
            for each in part.iter_parts():
                yield from self._candidates(each, wanted)
            return
        if 'related' in wanted:
            yield wanted.index('related'), part
        if part._payload:
            yield from self._candidates(part._payload[0], wanted)

    def get_body(self, preferencelist=('related', 'html', 'plain')):
        """Return best candidate mime part for display as 'body' of message."""
        found = sorted(self._candidates(self, list(preferencelist)), key=lambda pair: pair[0])
        return found[0][1] if found else None

    def iter_attachments(self):
        """Return an iterator over the non-main parts of a multipart."""
        if self.get_content_maintype() != 'multipart' or self.get_content_subtype() == 'alternative':
            return
        parts = list(self._payload)
        if self.get_content_subtype() == 'related':
            yield from parts[1:]
            return
        seen = []
        for part in parts:
            kind = part.get_content_maintype(), part.get_content_subtype()
            body = kind in (('text', 'plain'), ('text', 'html'), ('multipart', 'related'), ('multipart', 'alternative'))
            if body and not part.is_attachment() and kind[1] not in seen:
                seen.append(kind[1])
                continue
            yield part

    def iter_parts(self):
        """Return an iterator over all immediate subparts of a multipart."""
        if self.is_multipart():
            yield from self._payload

    def get_content(self, *args, **kw):
        """The content: text, bytes or a message."""
        main = self.get_content_maintype()
        if main == 'multipart':
            raise KeyError(self.get_content_type())
        if main == 'text':
            data = self.get_payload(decode=True)
            return data.decode(self.get_param('charset', 'ASCII'), kw.get('errors', 'replace'))
        if main == 'message':
            return self.get_payload(0) if self.is_multipart() else self.get_payload(decode=True)
        return self.get_payload(decode=True)

    def set_content(self, content, *args, **kw):
        if isinstance(content, str):
            self._set_text(content, *args, **kw)
        elif isinstance(content, (bytes, bytearray, memoryview)):
            if len(args) + ('maintype' in kw) + ('subtype' in kw) < 2:
                raise TypeError("set_bytes_content() missing 2 required positional arguments: 'maintype' and 'subtype'")
            self._set_bytes(bytes(content), *args, **kw)
        elif isinstance(content, Message):
            self._prepare('message', kw.pop('subtype', 'rfc822'))
            self._payload = [content]
            self._finish(**kw)
        else:
            raise KeyError(f'{type(content).__module__}.{type(content).__qualname__}')

    def _prepare(self, main, sub, **params):
        self._headers = [pair for pair in self._headers if not pair[0].lower().startswith('content-')]
        self._payload = None
        self.add_header('Content-Type', f'{main}/{sub}', **params)

    def _finish(self, disposition=None, filename=None, cid=None, params=None, headers=None, **others):
        if others:
            raise TypeError(f'unexpected keyword argument {next(iter(others))!r}')
        if disposition is None and filename is not None:
            disposition = 'attachment'
        if disposition is not None:
            self.add_header('Content-Disposition', disposition, **({'filename': filename} if filename is not None else {}))
        if cid is not None:
            self['Content-ID'] = cid
        for name, value in (params or {}).items():
            self.set_param(name, value, replace=True)
        for header in headers or ():
            name, _, value = header.partition(':') if isinstance(header, str) else (header.name, '', header)
            self[name] = value.lstrip()

    def _set_text(self, string, subtype='plain', charset='utf-8', cte=None, **kw):
        from email.charset import ALIASES
        charset = ALIASES.get(charset, charset)
        lines = string.encode(charset, 'surrogateescape').splitlines()
        text = '\n'.join([line.decode(charset, 'surrogateescape') for line in lines]) + ('\n' if lines else '')
        widest = max([len(line) for line in lines], default=0)
        width = self.policy.max_line_length or 78
        if cte is None:
            cte = ('7bit' if text.isascii() else '8bit') if widest <= width else None
        if cte is None:
            data = b'\n'.join(lines[:10]) + b'\n'
            cte = 'base64' if len(self._quotable(data)) > len(base64.b64encode(data)) + 1 else 'quoted-printable'
        if cte == 'base64':
            text = base64.encodebytes(text.encode(charset)).decode()
        elif cte == 'quoted-printable':
            text = self._quotable(text.encode(charset))
        elif cte == '8bit':
            text = text.encode(charset, 'surrogateescape').decode('ascii', 'surrogateescape')
        self._prepare('text', subtype, charset=charset)
        self._payload = text
        self['Content-Transfer-Encoding'] = cte
        self._finish(**kw)

    def _quotable(self, data):
        lines = []
        for line in data.decode('latin-1').split('\n'):
            pieces, used = [''], 0
            for i, c in enumerate(line):
                last = i == len(line) - 1
                shown = f'={ord(c):02X}' if not ' ' <= c <= '~' or c == '=' or (c in ' \t' and last) else c
                if used + len(shown) > (self.policy.max_line_length or 78) - (0 if last else 1):
                    pieces[-1] += '='
                    pieces.append('')
                    used = 0
                pieces[-1] += shown
                used += len(shown)
            lines.append('\n'.join(pieces))
        return '\n'.join(lines)

    def _set_bytes(self, data, maintype, subtype, cte='base64', **kw):
        self._prepare(maintype, subtype)
        self._payload = base64.encodebytes(data).decode() if cte == 'base64' else data.decode('ascii', 'surrogateescape')
        self['Content-Transfer-Encoding'] = cte
        self._finish(**kw)

    def _make_multipart(self, subtype, disallowed, boundary):
        if self.get_content_maintype() == 'multipart':
            existing = self.get_content_subtype()
            if existing in disallowed + (subtype,):
                raise ValueError(f'Cannot convert {existing} to {subtype}')
        kept = [pair for pair in self._headers if not pair[0].lower().startswith('content-')]
        moved = [pair for pair in self._headers if pair[0].lower().startswith('content-')]
        if moved:
            part = type(self)(policy=self.policy)
            part._headers, part._payload = moved, self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = kept
        self['Content-Type'] = 'multipart/' + subtype
        if boundary is not None:
            self.set_param('boundary', boundary)

    def make_related(self, boundary=None):
        self._make_multipart('related', ('alternative', 'mixed'), boundary)

    def make_alternative(self, boundary=None):
        self._make_multipart('alternative', ('mixed',), boundary)

    def make_mixed(self, boundary=None):
        self._make_multipart('mixed', (), boundary)

    def _add(self, subtype, args, kw, disposition=None):
        if self.get_content_type() != 'multipart/' + subtype:
            getattr(self, 'make_' + subtype)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if disposition and 'content-disposition' not in part:
            part['Content-Disposition'] = disposition
        self.attach(part)

    def add_related(self, *args, **kw):
        self._add('related', args, kw, 'inline')

    def add_alternative(self, *args, **kw):
        self._add('alternative', args, kw)

    def add_attachment(self, *args, **kw):
        self._add('mixed', args, kw, 'attachment')

    def clear(self):
        self._headers, self._payload = [], None

    def clear_content(self):
        self._headers = [pair for pair in self._headers if not pair[0].lower().startswith('content-')]
        self._payload = None


class EmailMessage(MIMEPart):
    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if 'MIME-Version' not in self:
            self['MIME-Version'] = '1.0'
