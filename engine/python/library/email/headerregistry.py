"""Addresses of headers."""


class Address:
    def __init__(self, display_name='', username='', domain='', addr_spec=None):
        if '\r' in ''.join((display_name, username, domain, addr_spec or '')) or '\n' in ''.join((display_name, username, domain, addr_spec or '')):
            raise ValueError('invalid arguments; address parts cannot contain CR or LF')
        if addr_spec is not None:
            if username or domain:
                raise TypeError('addrspec specified when username and/or domain also specified')
            username, _, domain = addr_spec.rpartition('@') if '@' in addr_spec else (addr_spec, '', '')
        self._parts = display_name, username, domain

    display_name = property(lambda self: self._parts[0])
    username = property(lambda self: self._parts[1])
    domain = property(lambda self: self._parts[2])

    @property
    def addr_spec(self):
        return f'{self.username}@{self.domain}' if self.domain else self.username or '<>'

    def __repr__(self):
        return f'{type(self).__name__}(display_name={self.display_name!r}, username={self.username!r}, domain={self.domain!r})'

    def __str__(self):
        from email.utils import display
        return f'{display(self.display_name)} <{self.addr_spec}>' if self.display_name else self.addr_spec

    def __eq__(self, other):
        return self._parts == other._parts if isinstance(other, Address) else NotImplemented
