"""Policies: how headers are kept and written."""
from email.header import encode_words as _encode_words, fold as _fold
from email.utils import has_surrogates

__all__ = ['Compat32', 'compat32', 'Policy', 'EmailPolicy', 'default', 'strict', 'SMTP', 'HTTP']

_ONCE = {'subject', 'date', 'orig-date', 'from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'message-id', 'in-reply-to', 'references',
         'mime-version', 'content-type', 'content-disposition', 'content-transfer-encoding'}
_ADDRESSES = {'from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'resent-to', 'resent-from', 'resent-cc', 'resent-bcc'}


class Policy:
    max_line_length, linesep, cte_type, raise_on_defect, mangle_from_, message_factory = 78, '\n', '8bit', False, False, None
    verify_generated_headers, has_plain_headers = True, False

    def __init__(self, **kw):
        for name, value in kw.items():
            if not hasattr(type(self), name):
                raise TypeError(f'{name!r} is an invalid keyword argument for {type(self).__name__}')
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value):
        if hasattr(type(self), name):
            raise AttributeError(f'{type(self).__name__!r} object attribute {name!r} is read-only')
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([f'{name}={value!r}' for name, value in self.__dict__.items()])})"

    def clone(self, **kw):
        """Return a new instance with specified attributes changed."""
        return type(self)(**{**self.__dict__, **kw})

    def __add__(self, other):
        return self.clone(**other.__dict__)


class Compat32(Policy):
    mangle_from_ = has_plain_headers = True

    def store(self, message, name, value):
        return name, value

    def fetch(self, name, value):
        from email.header import Header
        return Header(value, 'unknown-8bit', header_name=name) if isinstance(value, str) and has_surrogates(value) else value

    def written(self, name, value, eight_bits=False):
        from email.header import Header
        if isinstance(value, str):
            raw = has_surrogates(value)
            if raw and eight_bits and self.cte_type != '7bit':
                return f'{name}: {value}\n'
            value = Header(value, 'unknown-8bit' if raw else None, header_name=name)
        return f'{name}: {value.encode(maxlinelen=self.max_line_length or 0)}\n'


class Header(str):
    """The value of a header, which knows its name and what it consists of."""
    name, defects = None, ()

    @property
    def addresses(self):
        from email.headerregistry import Address
        from email.utils import getaddresses
        return tuple([Address(display, addr_spec=spec) for display, spec in getaddresses([str(self)])])

    @property
    def groups(self):
        return self.addresses

    @property
    def datetime(self):
        from email.utils import parsedate_to_datetime
        return parsedate_to_datetime(str(self))

    @property
    def params(self):
        from email.message import parse_params
        return dict(parse_params(str(self))[1:])

    @property
    def content_type(self):
        return self.partition(';')[0].strip().lower()

    @property
    def content_disposition(self):
        return self.partition(';')[0].strip().lower()


class EmailPolicy(Policy):
    utf8, refold_source = False, 'long'

    def header(self, name, value):
        made = Header(value)
        made.name = name
        return made

    def store(self, message, name, value):
        import datetime
        if isinstance(value, datetime.datetime):
            from email.utils import format_datetime
            value = format_datetime(value)
        elif isinstance(value, (list, tuple)):
            value = ', '.join(map(str, value))
        value = str(value)
        if '\n' in value or '\r' in value:
            raise ValueError('Header values may not contain linefeed or carriage return characters')
        if name.lower() in _ONCE and name in message:
            raise ValueError(f'There may be at most 1 {name} headers in a message')
        return name, self.header(name, value)

    def fetch(self, name, value):
        if isinstance(value, Header):
            return value
        from email.header import decoded
        return self.header(name, decoded(''.join(value.splitlines())))

    def written(self, name, value, eight_bits=False):
        if not isinstance(value, Header):
            return f'{name}: {value}\n'
        text, listed = str(value), name.lower() in _ADDRESSES
        if not self.utf8 and not text.isascii():
            if listed:
                text = ', '.join([self._address(each) for each in value.addresses])
            else:
                text = _encode_words(text)
        return f'{name}: {_fold(name, text, self.max_line_length, listed)}\n'

    def _address(self, address):
        if address.display_name.isascii():
            return str(address)
        return f'{_encode_words(address.display_name, whole=True, biased=True)} <{address.addr_spec}>'


compat32 = Compat32()
default = EmailPolicy()
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep='\r\n')
SMTPUTF8 = SMTP.clone(utf8=True)
HTTP = default.clone(linesep='\r\n', max_line_length=None)
