"""ipaddress: addresses and networks of IP versions 4 and 6 as values."""
from functools import total_ordering

IPV4LENGTH, IPV6LENGTH = 32, 128


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


# ---- texts and numbers


def _octet(text):
    if not text:
        raise ValueError('Empty octet not permitted')
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f'Only decimal digits permitted in {text!r}')
    if len(text) > 3:
        raise ValueError(f'At most 3 characters permitted in {text!r}')
    if text != '0' and text[0] == '0':
        raise ValueError(f'Leading zeros are not permitted in {text!r}')
    if int(text) > 255:
        raise ValueError(f'Octet {int(text)} (> 255) not permitted')
    return int(text)


def _number_of_v4(text):
    if not text:
        raise AddressValueError('Address cannot be empty')
    octets = text.split('.')
    if len(octets) != 4:
        raise AddressValueError(f'Expected 4 octets in {text!r}')
    number = 0
    for octet in octets:
        try:
            number = number << 8 | _octet(octet)
        except ValueError as error:
            raise AddressValueError(f'{error} in {text!r}') from None
    return number


def _text_of_v4(number):
    return '.'.join(str(number >> shift & 255) for shift in (24, 16, 8, 0))


def _group(text):
    if not all(c in '0123456789abcdefABCDEF' for c in text):
        raise ValueError(f'Only hex digits permitted in {text!r}')
    if len(text) > 4:
        raise ValueError(f'At most 4 characters permitted in {text!r}')
    return int(text, 16)


def _groups_of_v6(text):
    """The eight groups as texts, '0' for those that :: stands for."""
    groups = text.split(':')
    if len(groups) < 3:
        raise AddressValueError(f'At least 3 parts expected in {text!r}')
    if '.' in groups[-1]:
        try:
            last = _number_of_v4(groups.pop())
        except AddressValueError as error:
            raise AddressValueError(f'{error} in {text!r}') from None
        groups += [f'{last >> 16:x}', f'{last & 0xffff:x}']
    if len(groups) > 9:
        raise AddressValueError(f'At most 9 colons permitted in {text!r}' if len(groups) > 10 else f'At most 8 colons permitted in {text!r}')
    gaps = [i for i in range(1, len(groups) - 1) if not groups[i]]
    if len(gaps) > 1:
        raise AddressValueError(f"At most one '::' permitted in {text!r}")
    if not gaps:
        if len(groups) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not groups[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not groups[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        return groups
    before, behind = groups[:gaps[0]], groups[gaps[0] + 1:]
    if not before[0]:
        del before[0]
        if before:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
    if not behind[-1]:
        del behind[-1]
        if behind:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    left_out = 8 - len(before) - len(behind)
    if left_out < 1:
        raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
    return [*before, *['0'] * left_out, *behind]


def _number_of_v6(text):
    if not text:
        raise AddressValueError('Address cannot be empty')
    number = 0
    for group in _groups_of_v6(text):
        try:
            number = number << 16 | _group(group)
        except ValueError as error:
            raise AddressValueError(f'{error} in {text!r}') from None
    return number


def _text_of_v6(number):
    groups = [f'{number >> shift & 0xffff:x}' for shift in range(112, -1, -16)]
    best, length, start = None, 1, None
    for i, group in enumerate([*groups, '']):
        if group == '0':
            start = i if start is None else start
            continue
        if start is not None and i - start > length:
            best, length = start, i - start
        start = None
    if best is None:
        return ':'.join(groups)
    return ':'.join(groups[:best]) + '::' + ':'.join(groups[best + length:])


# ---- what addresses and networks of either version share


class _BaseV4:
    version, max_prefixlen, _name = 4, IPV4LENGTH, 'IPv4'
    __slots__ = ()
    _parsed, _shown = staticmethod(_number_of_v4), staticmethod(_text_of_v4)


class _BaseV6:
    version, max_prefixlen, _name = 6, IPV6LENGTH, 'IPv6'
    __slots__ = ()
    _parsed, _shown = staticmethod(_number_of_v6), staticmethod(_text_of_v6)


def _checked_number(kind, number):
    if number < 0:
        raise AddressValueError(f'{number} (< 0) is not permitted as an IPv{kind.version} address')
    if number >= 1 << kind.max_prefixlen:
        raise AddressValueError(f'{number} (>= 2**{kind.max_prefixlen}) is not permitted as an IPv{kind.version} address')
    return number


def _number_of(kind, value):
    if isinstance(value, int):
        return _checked_number(kind, value)
    if isinstance(value, bytes):
        if len(value) != kind.max_prefixlen // 8:
            raise AddressValueError(f'{value!r} (len {len(value)} != {kind.max_prefixlen // 8}) is not permitted as an IPv{kind.version} address')
        return int.from_bytes(value)
    text = str(value)
    if '/' in text:
        raise AddressValueError(f"Unexpected '/' in {text!r}")
    return kind._parsed(text)


def _is_in(address, texts):
    return any(address in _network_of(text) for text in texts[address.version])


_networks = {}


def _network_of(text):
    if text not in _networks:
        _networks[text] = ip_network(text)
    return _networks[text]


_PRIVATE = {
    4: ['0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.0.170/31', '192.0.2.0/24',
        '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '240.0.0.0/4', '255.255.255.255/32'],
    6: ['::1/128', '::/128', '::ffff:0:0/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', 'fc00::/7',
        'fe80::/10'],
}
_NOT_PRIVATE = {4: ['192.0.0.9/32', '192.0.0.10/32'], 6: ['2001:1::1/128', '2001:1::2/128', '2001:3::/32', '2001:4:112::/48', '2001:20::/28', '2001:30::/28']}
_SHARED = {4: ['100.64.0.0/10'], 6: []}
_MULTICAST = {4: ['224.0.0.0/4'], 6: ['ff00::/8']}
_LINK_LOCAL = {4: ['169.254.0.0/16'], 6: ['fe80::/10']}
_LOOPBACK = {4: ['127.0.0.0/8'], 6: ['::1/128']}
_RESERVED = {4: ['240.0.0.0/4'], 6: ['::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4', '4000::/3', '6000::/3', '8000::/3', 'a000::/3', 'c000::/3',
                                     'e000::/4', 'f000::/5', 'f800::/6', 'fe00::/9']}


@total_ordering
class _BaseAddress:
    __slots__ = ('_ip', '__weakref__')

    def __init__(self, address):
        self._ip = _number_of(self, address)

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        if not isinstance(other, _BaseAddress) or hasattr(other, 'network') != hasattr(self, 'network'):
            return NotImplemented
        return self.version == other.version and self._ip == other._ip

    def __lt__(self, other):
        if not isinstance(other, _BaseAddress):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._ip < other._ip

    def __hash__(self):
        return hash(hex(self._ip))

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    def __str__(self):
        return self._shown(self._ip)

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __format__(self, spec):
        if not spec or spec[-1] == 's':
            return format(str(self), spec)
        kind = spec[-1]
        if kind not in 'bnxX' or spec[:-1] not in ('', '#', '_', '#_'):
            return super().__format__(spec)
        width, base = (self.max_prefixlen, 'b') if kind == 'b' or kind == 'n' and self.version == 4 else (self.max_prefixlen // 4, 'X' if kind == 'X' else 'x')
        digits = f'{self._ip:0{width}{base}}'
        if '_' in spec:
            digits = '_'.join(digits[i:i + 4] for i in range(0, width, 4))
        return (f'0{base}' if '#' in spec else '') + digits

    def __reduce__(self):
        return type(self), (str(self),)

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8)

    @property
    def compressed(self):
        return str(self)

    @property
    def exploded(self):
        return str(self)

    @property
    def reverse_pointer(self):
        if self.version == 4:
            return '.'.join(str(self).split('.')[::-1]) + '.in-addr.arpa'
        return '.'.join(f'{self._ip:032x}'[::-1]) + '.ip6.arpa'

    # What holds an IPv4 address is what that is.
    is_multicast = property(lambda self: _is_in(self._meant, _MULTICAST))
    is_link_local = property(lambda self: _is_in(self._meant, _LINK_LOCAL))
    is_loopback = property(lambda self: _is_in(self._meant, _LOOPBACK))
    is_reserved = property(lambda self: _is_in(self._meant, _RESERVED))
    is_unspecified = property(lambda self: self._meant._ip == 0)
    is_private = property(lambda self: _is_in(self._meant, _PRIVATE) and not _is_in(self._meant, _NOT_PRIVATE))
    is_global = property(lambda self: not self.is_private and not _is_in(self._meant, _SHARED))
    _meant = property(lambda self: self)


class IPv4Address(_BaseV4, _BaseAddress):
    __slots__ = ()

    @property
    def ipv6_mapped(self):
        return IPv6Address(f'::ffff:{self}')


class IPv6Address(_BaseV6, _BaseAddress):
    __slots__ = ('_scope',)

    def __init__(self, address):
        self._scope = None
        if not isinstance(address, (int, bytes)) and '%' in str(address):
            whole = address
            address, _, self._scope = str(address).partition('%')
            if not self._scope or '%' in self._scope:
                raise AddressValueError(f'Invalid IPv6 address: "{whole!r}"')
        _BaseAddress.__init__(self, address)

    def __str__(self):
        mapped = self.ipv4_mapped
        text = _text_of_v6(self._ip) if mapped is None else f'::ffff:{mapped}'
        return text if self._scope is None else f'{text}%{self._scope}'

    def __eq__(self, other):
        same = _BaseAddress.__eq__(self, other)
        return same if same is NotImplemented or not same else self._scope == getattr(other, '_scope', None)

    def __hash__(self):
        return hash((self._ip, self._scope))

    scope_id = property(lambda self: self._scope)
    is_site_local = property(lambda self: _is_in(self, {6: ['fec0::/10']}))
    _meant = property(lambda self: self.ipv4_mapped or self)

    @property
    def exploded(self):
        groups = [f'{self._ip:032x}'[i:i + 4] for i in range(0, 32, 4)]
        mapped = self.ipv4_mapped
        return ':'.join(groups if mapped is None else [*groups[:6], str(mapped)])

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)


# ---- networks


def _prefix_of(kind, mask):
    """The length of a prefix that is given as a number, a netmask or a hostmask."""
    text = str(mask)
    width = kind.max_prefixlen
    if text.isascii() and text.isdigit():
        if int(text) > width:
            raise NetmaskValueError(f'{text!r} is not a valid netmask')
        return int(text)
    if kind.version == 6:
        raise NetmaskValueError(f'{text!r} is not a valid netmask')
    try:
        number = _number_of_v4(text)
    except AddressValueError:
        raise NetmaskValueError(f'{text!r} is not a valid netmask') from None
    for whole in (number, number ^ (1 << width) - 1):
        ones = whole.bit_count()
        if whole == (1 << width) - (1 << width - ones):
            return ones
    raise NetmaskValueError(f'{text!r} is not a valid netmask')


def _split(kind, address):
    """(address, what tells the length of the prefix) of all that a network may be made of."""
    if isinstance(address, tuple):
        return address[0], address[1] if len(address) > 1 else kind.max_prefixlen
    if isinstance(address, (int, bytes)):
        return address, kind.max_prefixlen
    parts = str(address).split('/')
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {str(address)!r}")
    return parts[0], parts[1] if len(parts) > 1 else kind.max_prefixlen


@total_ordering
class _BaseNetwork:
    def __init__(self, address, strict=True):
        address, mask = _split(self, address)
        self.network_address = self._address(address)
        self._prefixlen = _prefix_of(self, mask)
        number = int(self.network_address)
        if number & int(self.hostmask):
            if strict:
                raise ValueError(f'{self} has host bits set')
            self.network_address = self._address(number & int(self.netmask))

    prefixlen = property(lambda self: self._prefixlen)
    num_addresses = property(lambda self: 1 << self.max_prefixlen - self._prefixlen)

    @property
    def netmask(self):
        return self._address((1 << self.max_prefixlen) - (1 << self.max_prefixlen - self._prefixlen))

    @property
    def hostmask(self):
        return self._address((1 << self.max_prefixlen - self._prefixlen) - 1)

    @property
    def broadcast_address(self):
        return self._address(int(self.network_address) | int(self.hostmask))

    with_prefixlen = property(lambda self: f'{self.network_address}/{self._prefixlen}')
    with_netmask = property(lambda self: f'{self.network_address}/{self.netmask}')
    with_hostmask = property(lambda self: f'{self.network_address}/{self.hostmask}')
    compressed = property(lambda self: str(self))
    exploded = property(lambda self: f'{self.network_address.exploded}/{self._prefixlen}')

    def __str__(self):
        return self.with_prefixlen

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __reduce__(self):
        return type(self), (str(self),)

    def _span(self):
        return int(self.network_address), int(self.broadcast_address)

    def __iter__(self):
        first, last = self._span()
        for number in range(first, last + 1):
            yield self._address(number)

    def __getitem__(self, n):
        first, last = self._span()
        number = first + n if n >= 0 else last + n + 1
        if not first <= number <= last:
            raise IndexError('address out of range')
        return self._address(number)

    def hosts(self):
        first, last = self._span()
        if self._prefixlen == self.max_prefixlen:
            return [self._address(first)]
        if self._prefixlen == self.max_prefixlen - 1:
            return [self._address(first), self._address(last)]
        return map(self._address, range(first + 1, last + (self.version == 6)))

    def __contains__(self, other):
        if self.version != other.version or isinstance(other, _BaseNetwork):
            return False
        first, last = self._span()
        return first <= int(other) <= last

    def __eq__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        return self.version == other.version and self._span() == other._span()

    def __lt__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        self._check_version(other)
        return (self.network_address, self._prefixlen) < (other.network_address, other._prefixlen)

    def __hash__(self):
        return hash(self._span())

    def _check_version(self, other):
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')

    def overlaps(self, other):
        return (other.network_address in self or other.broadcast_address in self
                or self.network_address in other or self.broadcast_address in other)

    def _holds(self, other):
        other._check_version(self)
        first, last = self._span()
        return first <= int(other.network_address) and int(other.broadcast_address) <= last

    def subnet_of(self, other):
        return other._holds(self)

    def supernet_of(self, other):
        return self._holds(other)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        prefix = self._prefixlen + prefixlen_diff
        if prefix > self.max_prefixlen:
            raise ValueError(f'prefix length diff {prefix} is invalid for netblock {self}')
        first, last = self._span()
        for number in range(first, last + 1, 1 << self.max_prefixlen - prefix):
            yield type(self)((number, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError('new prefix must be shorter')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = self._prefixlen - new_prefix
        prefix = self._prefixlen - prefixlen_diff
        if prefix < 0:
            raise ValueError(f'current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}')
        return type(self)((int(self.network_address), prefix), strict=False)

    def address_exclude(self, other):
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f'{other} is not a network object')
        if not other.subnet_of(self):
            raise ValueError(f'{other} not contained in {self}')
        if other == self:
            return
        rest = self
        while rest != other:
            one, two = rest.subnets()
            rest, outside = (one, two) if other.subnet_of(one) else (two, one)
            yield outside

    def compare_networks(self, other):
        self._check_version(other)
        return (self > other) - (self < other)

    is_multicast = property(lambda self: self.network_address.is_multicast and self.broadcast_address.is_multicast)
    is_link_local = property(lambda self: self.network_address.is_link_local and self.broadcast_address.is_link_local)
    is_loopback = property(lambda self: self.network_address.is_loopback and self.broadcast_address.is_loopback)
    is_reserved = property(lambda self: self.network_address.is_reserved and self.broadcast_address.is_reserved)
    is_unspecified = property(lambda self: self.network_address.is_unspecified and self.broadcast_address.is_unspecified)
    is_private = property(lambda self: any(self.subnet_of(_network_of(text)) for text in _PRIVATE[self.version])
                          and not any(self.subnet_of(_network_of(text)) for text in _NOT_PRIVATE[self.version]))

    @property
    def is_global(self):
        return not self.is_private and not (self.version == 4 and self.subnet_of(_network_of('100.64.0.0/10')))


class IPv4Network(_BaseV4, _BaseNetwork):
    _address = IPv4Address


class IPv6Network(_BaseV6, _BaseNetwork):
    _address = IPv6Address
    is_site_local = property(lambda self: self.network_address.is_site_local and self.broadcast_address.is_site_local)


# ---- an address with its network


class _Interface:
    def __init__(self, address):
        number, mask = _split(self, address)
        self._plain.__init__(self, number)
        self.network = self._within((int(self), mask), strict=False)
        self.netmask, self.hostmask, self._prefixlen = self.network.netmask, self.network.hostmask, self.network.prefixlen

    ip = property(lambda self: self._plain(self._ip))
    with_prefixlen = property(lambda self: f'{self.ip}/{self._prefixlen}')
    with_netmask = property(lambda self: f'{self.ip}/{self.netmask}')
    with_hostmask = property(lambda self: f'{self.ip}/{self.hostmask}')

    def __str__(self):
        return self.with_prefixlen

    def __eq__(self, other):
        same = self._plain.__eq__(self, other)
        return same if same is NotImplemented or not same else self.network == other.network

    def __lt__(self, other):
        less = self._plain.__lt__(self, other)
        if less is NotImplemented or not isinstance(other, _Interface):
            return less
        return (self.network, self.ip) < (other.network, other.ip)

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))


class IPv4Interface(_Interface, IPv4Address):
    _plain, _within = IPv4Address, IPv4Network


class IPv6Interface(_Interface, IPv6Address):
    _plain, _within = IPv6Address, IPv6Network


# ---- functions


def _either(kinds, value, what, *more):
    for kind in kinds:
        try:
            return kind(value, *more)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{value!r} does not appear to be an IPv4 or IPv6 {what}')


def ip_address(address):
    return _either((IPv4Address, IPv6Address), address, 'address')


def ip_network(address, strict=True):
    return _either((IPv4Network, IPv6Network), address, 'network', strict)


def ip_interface(address):
    return _either((IPv4Interface, IPv6Interface), address, 'interface')


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv4')


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv6')


def get_mixed_type_key(obj):
    if isinstance(obj, _BaseNetwork):
        return obj.version, obj.network_address, obj.netmask
    if isinstance(obj, _BaseAddress):
        return obj.version, obj
    return NotImplemented


def summarize_address_range(first, last):
    if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise TypeError(f'{first} and {last} are not of the same version')
    if first > last:
        raise ValueError('last IP address must be greater than first')
    kind = IPv4Network if first.version == 4 else IPv6Network
    at, end, width = int(first), int(last), first.max_prefixlen
    while at <= end:
        aligned = (at & -at).bit_length() - 1 if at else width
        bits = min(aligned, (end - at + 1).bit_length() - 1)
        yield kind((at, width - bits))
        at += 1 << bits


def collapse_addresses(addresses):
    networks = []
    for each in addresses:
        if isinstance(each, _BaseAddress):
            each = (IPv4Network if each.version == 4 else IPv6Network)((int(each), each.max_prefixlen))
        if networks and networks[-1].version != each.version:
            raise TypeError(f'{each} and {networks[-1]} are not of the same version')
        networks.append(each)
    spans = []
    for network in sorted(set(networks)):
        first, last = network._span()
        if spans and first <= spans[-1][1] + 1:
            spans[-1][1] = max(last, spans[-1][1])
        else:
            spans.append([first, last])
    for first, last in spans:
        kind = networks[0]._address
        yield from summarize_address_range(kind(first), kind(last))
