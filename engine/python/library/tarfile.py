"""tarfile: archives of files as they are (ustar, GNU, pax), and those compressed by gzip."""
import copy
import io
import os
import stat
import struct
import sys
import time
from builtins import open as _open_file

__all__ = ['TarFile', 'TarInfo', 'is_tarfile', 'TarError', 'ReadError', 'CompressionError', 'StreamError', 'ExtractError', 'HeaderError',
           'ENCODING', 'USTAR_FORMAT', 'GNU_FORMAT', 'PAX_FORMAT', 'DEFAULT_FORMAT', 'open', 'fully_trusted_filter', 'data_filter',
           'tar_filter', 'FilterError', 'AbsoluteLinkError', 'OutsideDestinationError', 'SpecialFileError', 'AbsolutePathError',
           'LinkOutsideDestinationError', 'LinkFallbackError']

NUL, BLOCKSIZE, RECORDSIZE = b'\0', 512, 10240
GNU_MAGIC, POSIX_MAGIC = b'ustar  \0', b'ustar\x0000'
LENGTH_NAME, LENGTH_LINK, LENGTH_PREFIX = 100, 100, 155
REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE, CONTTYPE = b'0', b'\0', b'1', b'2', b'3', b'4', b'5', b'6', b'7'
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE, XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b'L', b'K', b'S', b'x', b'g', b'X'
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = range(3)
DEFAULT_FORMAT, ENCODING = PAX_FORMAT, 'utf-8'
REGULAR_TYPES = REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE
GNU_TYPES = GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE
SUPPORTED_TYPES = (REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, CHRTYPE, BLKTYPE, *GNU_TYPES)
PAX_FIELDS = 'path', 'linkpath', 'size', 'mtime', 'uid', 'gid', 'uname', 'gname'
PAX_NUMBER_FIELDS = {'atime': float, 'ctime': float, 'mtime': float, 'uid': int, 'gid': int, 'size': int}


class TarError(Exception):
    pass


class ExtractError(TarError):
    pass


class ReadError(TarError):
    pass


class CompressionError(TarError):
    pass


class StreamError(TarError):
    pass


class HeaderError(TarError):
    pass


class EmptyHeaderError(HeaderError):
    pass


class TruncatedHeaderError(HeaderError):
    pass


class EOFHeaderError(HeaderError):
    pass


class InvalidHeaderError(HeaderError):
    pass


class SubsequentHeaderError(HeaderError):
    pass


# ---- what may be extracted

class FilterError(TarError):
    _words = '{name!r}'

    def __init__(self, tarinfo, path=None):
        self.tarinfo, self._path = tarinfo, path
        super().__init__(self._words.format(name=tarinfo.name, path=path))


class AbsolutePathError(FilterError):
    _words = 'member {name!r} has an absolute path'


class OutsideDestinationError(FilterError):
    _words = '{name!r} would be extracted to {path!r}, which is outside the destination'


class SpecialFileError(FilterError):
    _words = '{name!r} is a special file'


class AbsoluteLinkError(FilterError):
    _words = '{name!r} is a link to an absolute path'


class LinkOutsideDestinationError(FilterError):
    _words = '{name!r} would link to {path!r}, which is outside the destination'


class LinkFallbackError(FilterError):
    _words = 'link {name!r} would be extracted as a copy of {path!r}, which was rejected'


def _inside(folder, *parts):
    """The path of the parts, and whether it is in the folder."""
    path = os.path.realpath(os.path.join(folder, *parts))
    return path, os.path.commonpath([path, folder]) == folder


def _mode_of_data(member, mode):
    if member.isreg() or member.islnk():
        return (mode if mode & 0o100 else mode & ~0o111) | 0o600
    if not (member.isdir() or member.issym()):
        raise SpecialFileError(member)
    return None


def _filtered(member, folder, of_data):
    folder, changed, name = os.path.realpath(folder), {}, member.name
    if name.startswith('/'):
        name = changed['name'] = name.lstrip('/')
    path, inside = _inside(folder, name)
    if not inside:
        raise OutsideDestinationError(member, path)
    if member.mode is not None:
        mode = member.mode & 0o755
        mode = _mode_of_data(member, mode) if of_data else mode
        if mode != member.mode:
            changed['mode'] = mode
    if of_data:
        changed.update({each: None for each in ('uid', 'gid', 'uname', 'gname') if getattr(member, each) is not None})
        if member.islnk() or member.issym():
            if os.path.isabs(member.linkname):
                raise AbsoluteLinkError(member)
            if os.path.normpath(member.linkname) != member.linkname:
                changed['linkname'] = os.path.normpath(member.linkname)
            path, inside = _inside(folder, os.path.dirname(name) if member.issym() else '', member.linkname)
            if not inside:
                raise LinkOutsideDestinationError(member, path)
    return member.replace(**changed, deep=False) if changed else member


def fully_trusted_filter(member, dest_path):
    return member


def tar_filter(member, dest_path):
    return _filtered(member, dest_path, False)


def data_filter(member, dest_path):
    return _filtered(member, dest_path, True)


_FILTERS = {'fully_trusted': fully_trusted_filter, 'tar': tar_filter, 'data': data_filter}


# ---- fields of a head

def stn(s, length, encoding, errors):
    if s is None:
        raise ValueError('metadata cannot contain None')
    return s.encode(encoding, errors)[:length].ljust(length, NUL)


def nts(s, encoding, errors):
    return s.partition(NUL)[0].decode(encoding, errors)


def nti(s):
    """A number: octal digits, or bytes where the first is 128 or, of a negative one, 255."""
    if s[0] in (0x80, 0xff):
        number = int.from_bytes(s[1:], 'big')
        return number if s[0] == 0x80 else number - 256 ** (len(s) - 1)
    try:
        return int(nts(s, 'ascii', 'strict').strip() or '0', 8)
    except ValueError:
        raise InvalidHeaderError('invalid header')


def itn(n, digits=8, format=DEFAULT_FORMAT):
    n = int(n)
    if 0 <= n < 8 ** (digits - 1):
        return b'%0*o\0' % (digits - 1, n)
    if format == GNU_FORMAT and -256 ** (digits - 1) <= n < 256 ** (digits - 1):
        return bytes([0x80 if n >= 0 else 0xff]) + (n % 256 ** (digits - 1)).to_bytes(digits - 1, 'big')
    raise ValueError('overflow in number field')


def calc_chksums(buf):
    """The sums of a head's bytes, its own sum counted as blanks: as they should be, and as some write them, with signs."""
    counted = buf[:148] + buf[156:]
    total = 256 + sum(counted)
    return total, total - 256 * sum([byte > 127 for byte in counted])


def _padded(data):
    return data + NUL * (-len(data) % BLOCKSIZE)


_KEEP = object()


class TarInfo:
    """What an archive tells of one of its members."""
    _tarfile = _link_target = None

    def __init__(self, name=''):
        self.name, self.mode, self.type = name, 0o644, REGTYPE
        self.uid = self.gid = self.size = self.mtime = self.chksum = self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.linkname = self.uname = self.gname = ''
        self.sparse, self.pax_headers = None, {}

    path = property(lambda self: self.name, lambda self, value: setattr(self, 'name', value))
    linkpath = property(lambda self: self.linkname, lambda self, value: setattr(self, 'linkname', value))

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r} at {id(self):#x}>'

    def replace(self, *, name=_KEEP, mtime=_KEEP, mode=_KEEP, linkname=_KEEP, uid=_KEEP, gid=_KEEP, uname=_KEEP, gname=_KEEP, deep=True):
        """A copy with these changed."""
        made = (copy.deepcopy if deep else copy.copy)(self)
        for key, value in dict(name=name, mtime=mtime, mode=mode, linkname=linkname, uid=uid, gid=gid, uname=uname, gname=gname).items():
            if value is not _KEEP:
                setattr(made, key, value)
        return made

    def isreg(self):
        return self.type in REGULAR_TYPES

    isfile = isreg

    def isdir(self):
        return self.type == DIRTYPE

    def issym(self):
        return self.type == SYMTYPE

    def islnk(self):
        return self.type == LNKTYPE

    def ischr(self):
        return self.type == CHRTYPE

    def isblk(self):
        return self.type == BLKTYPE

    def isfifo(self):
        return self.type == FIFOTYPE

    def issparse(self):
        return self.sparse is not None

    def isdev(self):
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)

    # ---- written

    def get_info(self):
        info = {each: getattr(self, each) for each in (
            'name', 'mode', 'uid', 'gid', 'size', 'mtime', 'chksum', 'type', 'linkname', 'uname', 'gname', 'devmajor', 'devminor')}
        if self.mode is not None:
            info['mode'] &= 0o7777
        if self.isdir() and not self.name.endswith('/'):
            info['name'] += '/'
        return info

    def tobuf(self, format=DEFAULT_FORMAT, encoding=ENCODING, errors='surrogateescape'):
        info = self.get_info()
        for name, value in info.items():
            if value is None:
                raise ValueError(f'{name} may not be None')
        if format not in (USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT):
            raise ValueError('invalid format')
        return (self._ustar, self._gnu, self._pax)[format](info, encoding, errors)

    def _ustar(self, info, encoding, errors):
        if len(info['linkname'].encode(encoding, errors)) > LENGTH_LINK:
            raise ValueError('linkname is too long')
        if len(info['name'].encode(encoding, errors)) > LENGTH_NAME:
            info['prefix'], info['name'] = self._split(info['name'], encoding, errors)
        return self._head(info, USTAR_FORMAT, encoding, errors)

    def _split(self, name, encoding, errors):
        parts = name.split('/')
        for i in range(1, len(parts)):
            prefix, rest = '/'.join(parts[:i]), '/'.join(parts[i:])
            if len(prefix.encode(encoding, errors)) <= LENGTH_PREFIX and len(rest.encode(encoding, errors)) <= LENGTH_NAME:
                return prefix, rest
        raise ValueError('name is too long')

    def _gnu(self, info, encoding, errors):
        info['magic'], before = GNU_MAGIC, b''
        for field, kind, length in (('linkname', GNUTYPE_LONGLINK, LENGTH_LINK), ('name', GNUTYPE_LONGNAME, LENGTH_NAME)):
            data = info[field].encode(encoding, errors)
            if len(data) > length:
                long = {'name': '././@LongLink', 'type': kind, 'size': len(data) + 1, 'magic': GNU_MAGIC}
                before += self._head(long, USTAR_FORMAT, encoding, errors) + _padded(data + NUL)
        return before + self._head(info, GNU_FORMAT, encoding, errors)

    def _pax(self, info, encoding, errors):
        further = dict(self.pax_headers)
        for name, key, length in (('name', 'path', LENGTH_NAME), ('linkname', 'linkpath', LENGTH_LINK), ('uname', 'uname', 32), ('gname', 'gname', 32)):
            if not info[name].isascii() or len(info[name]) > length:
                further.setdefault(key, info[name])
        for name, digits in (('uid', 8), ('gid', 8), ('size', 12), ('mtime', 12)):
            value, whole = info[name], round(info[name])
            fits = 0 <= whole < 8 ** (digits - 1)
            if not fits or isinstance(value, float):
                info[name] = whole if fits else 0
                further.setdefault(name, str(value))
        before = self._pax_records(further, XHDTYPE, encoding) if further else b''
        return before + self._head(info, USTAR_FORMAT, 'ascii', 'replace')

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        return cls._pax_records(pax_headers, XGLTYPE, 'utf-8')

    @classmethod
    def _pax_records(cls, headers, kind, encoding):
        try:
            for value in headers.values():
                value.encode()
            records, errors = b'', 'strict'
        except UnicodeEncodeError:
            records, errors = b'21 hdrcharset=BINARY\n', 'surrogateescape'
        for key, value in headers.items():
            rest = b' ' + key.encode() + b'=' + value.encode('utf-8' if errors == 'strict' else encoding, errors) + b'\n'
            size = len(rest)
            while size != len(rest) + len(str(size)):  # it counts its own digits
                size = len(rest) + len(str(size))
            records += str(size).encode() + rest
        info = {'name': '././@PaxHeader', 'type': kind, 'size': len(records), 'magic': POSIX_MAGIC}
        return cls._head(info, USTAR_FORMAT, 'ascii', 'replace') + _padded(records)

    @staticmethod
    def _head(info, format, encoding, errors):
        def text(name, length):
            return stn(info.get(name, ''), length, encoding, errors)

        def number(name, digits=8):
            return itn(info.get(name, 0), digits, format)
        device = info['type'] in (CHRTYPE, BLKTYPE)
        head = b''.join([
            text('name', 100), itn(info.get('mode', 0) & 0o7777, 8, format), number('uid'), number('gid'), number('size', 12), number('mtime', 12),
            b' ' * 8, info['type'], text('linkname', 100), info.get('magic', POSIX_MAGIC), text('uname', 32), text('gname', 32),
            number('devmajor') if device else NUL * 8, number('devminor') if device else NUL * 8, text('prefix', 155)])
        head = _padded(head)
        return head[:148] + b'%06o\0 ' % calc_chksums(head)[0] + head[156:]

    # ---- read

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        if not buf:
            raise EmptyHeaderError('empty header')
        if len(buf) != BLOCKSIZE:
            raise TruncatedHeaderError('truncated header')
        if buf.count(NUL) == BLOCKSIZE:
            raise EOFHeaderError('end of file header')
        made, total = cls(), nti(buf[148:156])
        if total not in calc_chksums(buf):
            raise InvalidHeaderError('bad checksum')
        made.chksum, made.type = total, buf[156:157]
        for name, start, end in (('name', 0, 100), ('linkname', 157, 257), ('uname', 265, 297), ('gname', 297, 329)):
            setattr(made, name, nts(buf[start:end], encoding, errors))
        for name, start, end in (('mode', 100, 108), ('uid', 108, 116), ('gid', 116, 124), ('size', 124, 136), ('mtime', 136, 148),
                                 ('devmajor', 329, 337), ('devminor', 337, 345)):
            setattr(made, name, nti(buf[start:end]))
        prefix = nts(buf[345:500], encoding, errors)
        if made.type == AREGTYPE and made.name.endswith('/'):
            made.type = DIRTYPE
        if made.isdir():
            made.name = made.name.rstrip('/')
        if prefix and made.type not in GNU_TYPES:
            made.name = f'{prefix}/{made.name}'
        return made

    @classmethod
    def fromtarfile(cls, tarfile):
        made = cls.frombuf(tarfile.fileobj.read(BLOCKSIZE), tarfile.encoding, tarfile.errors)
        made.offset = tarfile.fileobj.tell() - BLOCKSIZE
        if made.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            return made._follow_long(tarfile)
        if made.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
            return made._follow_pax(tarfile)
        return made._place(tarfile)

    def _place(self, tarfile):
        self.offset_data = tarfile.offset = tarfile.fileobj.tell()
        if self.isreg() or self.type not in SUPPORTED_TYPES:
            tarfile.offset += -(-self.size // BLOCKSIZE) * BLOCKSIZE
        self._apply(tarfile.pax_headers)
        return self

    def _payload(self, tarfile):
        return tarfile.fileobj.read(-(-self.size // BLOCKSIZE) * BLOCKSIZE)

    def _next(self, tarfile):
        try:
            following = self.fromtarfile(tarfile)
        except HeaderError as error:
            raise SubsequentHeaderError(str(error)) from None
        following.offset = self.offset
        return following

    def _follow_long(self, tarfile):
        text = nts(self._payload(tarfile), tarfile.encoding, tarfile.errors)
        following = self._next(tarfile)
        if self.type == GNUTYPE_LONGNAME:
            following.name = text.removesuffix('/') if following.isdir() else text
        else:
            following.linkname = text
        return following

    def _follow_pax(self, tarfile):
        data, at, headers = self._payload(tarfile)[:self.size], 0, {}
        while at < len(data) and data[at]:
            digits, blank, _ = data[at:at + 21].partition(b' ')
            if not blank or not digits.isdigit() or int(digits) < 5 or at + int(digits) > len(data):
                raise InvalidHeaderError('invalid header')
            key, equals, value = data[at + len(digits) + 1:at + int(digits) - 1].partition(b'=')
            if not key or not equals or data[at + int(digits) - 1] != 10:
                raise InvalidHeaderError('invalid header')
            headers[key.decode('utf-8', 'surrogateescape')] = value.decode('utf-8', tarfile.errors)
            at += int(digits)
        if self.type == XGLTYPE:
            tarfile.pax_headers.update(headers)
            headers = {}
        following = self._next(tarfile)
        following._apply({**tarfile.pax_headers, **headers})
        if 'size' in headers and (following.isreg() or following.type not in SUPPORTED_TYPES):
            tarfile.offset = following.offset_data + -(-following.size // BLOCKSIZE) * BLOCKSIZE
        return following

    def _apply(self, headers):
        for key, value in headers.items():
            if key in PAX_FIELDS:
                if key in PAX_NUMBER_FIELDS:
                    try:
                        value = PAX_NUMBER_FIELDS[key](value)
                    except ValueError:
                        value = 0
                setattr(self, key, value.rstrip('/') if key == 'path' else value)
        self.pax_headers = dict(headers)


class _Part(io.RawIOBase):
    """A member's bytes in the archive's file."""

    def __init__(self, file, start, size, name):
        self._file, self._start, self._size, self._at, self.name = file, start, size, 0, name

    mode = 'rb'

    def readable(self):
        return True

    def seekable(self):
        return self._file.seekable()

    def tell(self):
        return self._at

    def seek(self, position, whence=0):
        base = (0, self._at, self._size)[whence]
        self._at = min(max(base + position, 0), self._size)
        return self._at

    def readinto(self, buffer):
        size = min(len(buffer), self._size - self._at)
        self._file.seek(self._start + self._at)
        data = self._file.read(size)
        if len(data) != size:
            raise ReadError('unexpected end of data')
        buffer[:size] = data
        self._at += size
        return size


class ExFileObject(io.BufferedReader):
    def __init__(self, tarfile, tarinfo):
        super().__init__(_Part(tarfile.fileobj, tarinfo.offset_data, tarinfo.size, tarinfo.name))


class _Stream:
    """A file that only goes forward."""

    def __init__(self, file, reads):
        self._file, self._at, self._reads = file, 0, reads

    def tell(self):
        return self._at

    def seekable(self):
        return False

    def seek(self, position, whence=0):
        if position < self._at:
            raise StreamError('seeking backwards is not allowed')
        self.read(position - self._at)
        return self._at

    def read(self, size):
        parts = []
        while size > 0 and (part := self._file.read(size)):
            parts.append(part)
            size -= len(part)
        data = b''.join(parts)
        self._at += len(data)
        return data

    def write(self, data):
        self._file.write(data)
        self._at += len(data)

    def close(self):
        close = getattr(self._file, '_close_both', None)
        if close:
            close()


def _copy(source, target, size, error=OSError):
    while size > 0:
        data = source.read(min(size, 65536))
        if not data:
            raise error('unexpected end of data')
        target.write(data)
        size -= len(data)


class TarFile:
    debug, dereference, ignore_zeros, errorlevel, format, encoding, errors = 0, False, False, 1, DEFAULT_FORMAT, ENCODING, None
    tarinfo, fileobject, extraction_filter = TarInfo, ExFileObject, None
    OPEN_METH = {'tar': 'taropen', 'gz': 'gzopen', 'bz2': 'bz2open', 'xz': 'xzopen', 'zst': 'zstopen'}

    def __init__(self, name=None, mode='r', fileobj=None, format=None, tarinfo=None, dereference=None, ignore_zeros=None, encoding=None,
                 errors='surrogateescape', pax_headers=None, debug=None, errorlevel=None, copybufsize=None, stream=False):
        if mode not in ('r', 'a', 'w', 'x'):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self._extfileobj = bool(fileobj)
        if not fileobj:
            if mode == 'a' and not os.path.exists(name):
                mode = 'w'
            fileobj = _open_file(name, {'r': 'rb', 'a': 'r+b', 'w': 'wb', 'x': 'xb'}[mode])
        elif name is None and isinstance(getattr(fileobj, 'name', None), (str, bytes)):
            name = fileobj.name
        self.name, self.mode, self.fileobj = os.path.abspath(name) if name else None, mode, fileobj
        for key, value in dict(format=format, tarinfo=tarinfo, dereference=dereference, ignore_zeros=ignore_zeros, encoding=encoding,
                               debug=debug, errorlevel=errorlevel).items():
            if value is not None:
                setattr(self, key, value)
        self.errors, self.stream = errors, stream
        self.pax_headers = pax_headers if pax_headers is not None and self.format == PAX_FORMAT else {}
        self.closed, self.members, self._loaded, self.inodes, self.firstmember = False, [], False, {}, None
        self.offset = fileobj.tell()
        try:
            self._begin()
        except BaseException:
            if not self._extfileobj:
                fileobj.close()
            self.closed = True
            raise

    def _begin(self):
        if self.mode == 'r':
            self.firstmember = self.next()
            return
        while self.mode == 'a':
            self.fileobj.seek(self.offset)
            try:
                self.members.append(self.tarinfo.fromtarfile(self))
            except EOFHeaderError:
                self.fileobj.seek(self.offset)
                break
            except HeaderError as error:
                raise ReadError(str(error)) from None
        self._loaded = True
        if self.pax_headers:
            self._put(self.tarinfo.create_pax_global_header(dict(self.pax_headers)))

    def _put(self, data):
        self.fileobj.write(data)
        self.offset += len(data)

    # ---- opening

    @classmethod
    def open(cls, name=None, mode='r', fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """The archive of that name, or in that file, compressed or not as the mode says."""
        if not name and not fileobj:
            raise ValueError('nothing to open')
        if mode in ('r', 'r:*'):
            return cls._open_any(name, fileobj, kwargs)
        if ':' in mode:
            how, _, kind = mode.partition(':')
            if (kind or 'tar') not in cls.OPEN_METH:
                raise CompressionError(f'unknown compression type {kind!r}')
            return getattr(cls, cls.OPEN_METH[kind or 'tar'])(name, how or 'r', fileobj, **kwargs)
        if '|' in mode:
            how, _, kind = mode.partition('|')
            return cls._open_stream(name, how or 'r', kind or 'tar', fileobj, kwargs)
        if mode in ('a', 'w', 'x'):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError('undiscernible mode')

    @classmethod
    def _open_any(cls, name, fileobj, kwargs):
        complaints, start = [], fileobj.tell() if fileobj is not None else 0
        for kind in sorted(cls.OPEN_METH, key=lambda kind: kind == 'tar'):
            try:
                return getattr(cls, cls.OPEN_METH[kind])(name, 'r', fileobj, **kwargs)
            except (ReadError, CompressionError) as error:
                complaints.append(f'- method {kind}: {error!r}')
                if fileobj is not None:
                    fileobj.seek(start)
        raise ReadError('file could not be opened successfully:\n' + '\n'.join(complaints))

    @classmethod
    def _open_stream(cls, name, how, kind, fileobj, kwargs):
        if how not in ('r', 'w'):
            raise ValueError("mode must be 'r' or 'w'")
        if 'compresslevel' in kwargs and kind not in ('gz', 'bz2'):
            raise ValueError('compresslevel is only valid for w|gz and w|bz2 modes')
        level, own = kwargs.pop('compresslevel', 9), None
        if fileobj is None:
            own = fileobj = _open_file(name, how + 'b')
        if kind == '*':
            start = fileobj.read(512)
            fileobj = _Again(start, fileobj)
            kind = 'gz' if start[:2] == b'\x1f\x8b' else 'tar'
        file = fileobj
        if kind == 'gz':
            from gzip import GzipFile
            file = GzipFile(name if how == 'w' else None, how + 'b', level, fileobj)
        elif kind != 'tar':
            raise CompressionError(f'{kind} module is not available' if kind in cls.OPEN_METH else f'unknown compression type {kind!r}')
        stream = _Stream(file, how == 'r')
        try:
            made = cls(name, how, stream, **kwargs)
        except BaseException:
            if own:
                own.close()
            raise
        made._extfileobj = False

        def close():
            if file is not fileobj:
                file.close()
            if own:
                own.close()
        stream.close = close
        return made

    @classmethod
    def taropen(cls, name, mode='r', fileobj=None, **kwargs):
        if mode not in ('r', 'a', 'w', 'x'):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def gzopen(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        from gzip import GzipFile
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        file = GzipFile(name, mode + 'b', compresslevel, fileobj)
        try:
            made = cls.taropen(name, mode, file, **kwargs)
        except OSError as error:
            file.close()
            if mode == 'r':
                raise ReadError('not a gzip file') from error
            raise
        except BaseException:
            file.close()
            raise
        made._extfileobj = False
        return made

    @classmethod
    def _no_module(cls, module, modes="'r', 'w' or 'x'"):
        def method(cls, name, mode='r', fileobj=None, **kwargs):
            if mode not in ('r', 'w', 'x'):
                raise ValueError(f'mode must be {modes}')
            raise CompressionError(f'{module} module is not available')
        return classmethod(method)

    def close(self):
        """Closes the archive; of one that was written, the end is."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode != 'r':
                self._put(NUL * BLOCKSIZE * 2)
                self._put(NUL * (-self.offset % RECORDSIZE))
        finally:
            if not self._extfileobj:
                self.fileobj.close()

    def _check(self, modes=None):
        if self.closed:
            raise OSError(f'{type(self).__name__} is closed')
        if modes is not None and self.mode not in modes:
            raise OSError(f'bad operation for mode {self.mode!r}')

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self.close()
            return
        if not self._extfileobj:
            self.fileobj.close()
        self.closed = True

    # ---- members

    def next(self):
        """The next member, or None."""
        self._check('ra')
        if self.firstmember is not None:
            first, self.firstmember = self.firstmember, None
            return first
        if self.offset != self.fileobj.tell():
            if self.offset == 0:
                return None
            self.fileobj.seek(self.offset - 1)
            if not self.fileobj.read(1):
                raise ReadError('unexpected end of data')
        found = self._read_next()
        if found is None:
            self._loaded = True
        elif not self.stream:
            self.members.append(found)
        return found

    def _read_next(self):
        while True:
            try:
                return self.tarinfo.fromtarfile(self)
            except SubsequentHeaderError as error:
                raise ReadError(str(error)) from None
            except (EOFHeaderError, InvalidHeaderError) as error:
                if self.ignore_zeros:
                    self._dbg(2, f'0x{self.offset:X}: {error}')
                    self.offset += BLOCKSIZE
                    continue
                if self.offset == 0 and isinstance(error, InvalidHeaderError):
                    raise ReadError(str(error)) from None
            except EmptyHeaderError:
                if self.offset == 0:
                    raise ReadError('empty file') from None
            except TruncatedHeaderError as error:
                if self.offset == 0:
                    raise ReadError(str(error)) from None
            except EOFError:
                raise
            except Exception as error:
                import zlib
                if isinstance(error, zlib.error):
                    raise ReadError(f'zlib error: {error}') from None
                raise
            return None

    def _load(self):
        while not self.stream and self.next() is not None:
            pass
        self._loaded = True

    def __iter__(self):
        if self._loaded:
            yield from self.members
            return
        index = 0
        if self.firstmember is not None:
            index += 1
            yield self.next()
        while True:
            if index < len(self.members):
                member = self.members[index]
            elif self._loaded:
                return
            else:
                member = self.next()
                if not member:
                    return
            index += 1
            yield member

    def getmembers(self):
        self._check()
        if not self._loaded:
            self._load()
        return self.members

    def getnames(self):
        return [member.name for member in self.getmembers()]

    def _find(self, name, before=None):
        members = self.getmembers()
        if before is not None:
            members = [member for member in members if member.offset < before.offset]
        for member in reversed(members):
            if member.name == name or before is not None and os.path.normpath(member.name) == name:
                return member
        return None

    def getmember(self, name):
        found = self._find(name.rstrip('/'))
        if found is None:
            raise KeyError(f'filename {name!r} not found')
        return found

    def _find_link_target(self, member):
        name = member.linkname
        if member.issym():
            name = '/'.join(filter(None, (os.path.dirname(member.name), name)))
        wanted = os.path.normpath(name)
        found = self._find(wanted, member) if member.islnk() else next(
            (each for each in reversed(self.getmembers()) if os.path.normpath(each.name) == wanted), None)
        if found is None:
            raise KeyError(f'linkname {name!r} not found')
        return found

    def list(self, verbose=True, *, members=None):
        """Prints what there is."""
        self._check()
        kinds = {REGTYPE: stat.S_IFREG, SYMTYPE: stat.S_IFLNK, FIFOTYPE: stat.S_IFIFO, CHRTYPE: stat.S_IFCHR, DIRTYPE: stat.S_IFDIR, BLKTYPE: stat.S_IFBLK}
        for member in self if members is None else members:
            words = []
            if verbose:
                size = f'{member.devmajor},{member.devminor}' if member.ischr() or member.isblk() else member.size
                words = ['??????????' if member.mode is None else stat.filemode(kinds.get(member.type, 0) | member.mode),
                         f'{member.uname or member.uid}/{member.gname or member.gid}', f'{size:>10}',
                         '????-??-?? ??:??:??' if member.mtime is None else time.strftime('%Y-%m-%d %H:%M:%S', time.localtime(member.mtime))]
            words.append(member.name + ('/' if member.isdir() else ''))
            if verbose and (member.issym() or member.islnk()):
                words.append(f'{"->" if member.issym() else "link to"} {member.linkname}')
            print(*words, end=' \n')

    # ---- adding

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """What an archive would tell of a file."""
        self._check('awx')
        if fileobj is not None:
            name = fileobj.name
        made = self.tarinfo()
        made.name = str(name if arcname is None else arcname).lstrip('/')
        found = os.fstat(fileobj.fileno()) if fileobj is not None else (os.stat if self.dereference else os.lstat)(name)
        kinds = ((stat.S_ISREG, REGTYPE), (stat.S_ISDIR, DIRTYPE), (stat.S_ISFIFO, FIFOTYPE), (stat.S_ISLNK, SYMTYPE), (stat.S_ISCHR, CHRTYPE),
                 (stat.S_ISBLK, BLKTYPE))
        kind = next((kind for test, kind in kinds if test(found.st_mode)), None)
        if kind is None:
            return None
        inode = found.st_ino, found.st_dev
        if kind == REGTYPE:
            if not self.dereference and found.st_nlink > 1 and self.inodes.get(inode, made.name) != made.name:
                kind, made.linkname = LNKTYPE, self.inodes[inode]
            else:
                self.inodes[inode], made.size = made.name, found.st_size
        elif kind == SYMTYPE:
            made.linkname = os.readlink(name)
        made.type, made.mode, made.uid, made.gid, made.mtime = kind, found.st_mode, found.st_uid, found.st_gid, found.st_mtime
        made.uname, made.gname = self._names(found)
        return made

    def _names(self, found):
        try:
            import grp
            import pwd
        except ImportError:
            return '', ''
        names = []
        for look_up, number in ((pwd.getpwuid, found.st_uid), (grp.getgrgid, found.st_gid)):
            try:
                names.append(look_up(number)[0])
            except KeyError:
                names.append('')
        return names

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Adds a file, or a folder with all that is in it."""
        self._check('awx')
        arcname = name if arcname is None else arcname
        if self.name is not None and os.path.abspath(name) == self.name:
            return self._dbg(2, f'tarfile: Skipped {name!r}')
        self._dbg(1, name)
        member = self.gettarinfo(name, arcname)
        if member is None:
            return self._dbg(1, f'tarfile: Unsupported type {name!r}')
        if filter is not None:
            member = filter(member)
            if member is None:
                return self._dbg(2, f'tarfile: Excluded {name!r}')
        if member.isreg():
            with _open_file(name, 'rb') as file:
                self.addfile(member, file)
            return
        self.addfile(member)
        for each in sorted(os.listdir(name)) if member.isdir() and recursive else ():
            self.add(os.path.join(name, each), os.path.join(arcname, each), recursive, filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        """Adds a member with the bytes of a file."""
        self._check('awx')
        if fileobj is None and tarinfo.isreg() and tarinfo.size != 0:
            raise ValueError('fileobj not provided for non zero-size regular file')
        tarinfo = copy.copy(tarinfo)
        self._put(tarinfo.tobuf(self.format, self.encoding, self.errors))
        if fileobj is not None:
            _copy(fileobj, self.fileobj, tarinfo.size)
            self.offset += tarinfo.size
            self._put(NUL * (-tarinfo.size % BLOCKSIZE))
        self.members.append(tarinfo)

    # ---- extracting

    def _filter(self, filter):
        if filter is None:
            filter = self.extraction_filter
            if isinstance(filter, str):
                raise TypeError('String names are not supported for TarFile.extraction_filter. Use a function such as tarfile.data_filter '
                                'directly.')
            return filter or data_filter
        if callable(filter):
            return filter
        if filter not in _FILTERS:
            raise ValueError(f'filter {filter!r} not found')
        return _FILTERS[filter]

    def extractall(self, path='.', members=None, *, numeric_owner=False, filter=None):
        """Extracts all members, or these."""
        allowed, folders = self._filter(filter), []
        for member in self if members is None else members:
            member, whole = self._allowed(member, allowed, path)
            if member is None:
                continue
            if member.isdir():
                folders.append(whole)
            self._extract(member, path, not member.isdir(), numeric_owner, allowed)
        for whole in sorted(folders, key=lambda each: each.name, reverse=True):
            try:
                member = allowed(whole, path)
                target = member and os.path.join(path, member.name)
                if member is not None and os.path.isdir(target):
                    self._set_attributes(member, target, numeric_owner)
            except ExtractError as error:
                self._not_fatal(error)
            except (FilterError, OSError) as error:
                self._dbg(2, f'tarfile: Not fixing up directory {whole.name!r} ({error!r})')

    def extract(self, member, path='', set_attrs=True, *, numeric_owner=False, filter=None):
        allowed = self._filter(filter)
        member, _ = self._allowed(member, allowed, path)
        if member is not None:
            self._extract(member, path, set_attrs, numeric_owner, allowed)

    def _allowed(self, member, allowed, path):
        """The member as it may be extracted, and as it is."""
        whole, filtered = self.getmember(member) if isinstance(member, str) else member, None
        try:
            filtered = allowed(whole, path)
        except (OSError, FilterError) as error:
            self._fatal(error)
        except ExtractError as error:
            self._not_fatal(error)
        if filtered is None:
            self._dbg(2, f'tarfile: Excluded {whole.name!r}')
        elif filtered.islnk():
            filtered = copy.copy(filtered)
            filtered._link_target = os.path.join(path, filtered.linkname)
        return filtered, whole

    def _fatal(self, error):
        if self.errorlevel > 0:
            raise error
        self._dbg(1, f'tarfile: {getattr(error, "strerror", None) or error}')

    def _not_fatal(self, error):
        if self.errorlevel > 1:
            raise error
        self._dbg(1, f'tarfile: {error}')

    def _extract(self, member, path, set_attrs, numeric_owner, allowed):
        self._check('r')
        try:
            self._extract_to(member, os.path.join(path, member.name), path, set_attrs, numeric_owner, allowed)
        except OSError as error:
            self._fatal(error)
        except ExtractError as error:
            self._not_fatal(error)

    def _extract_to(self, member, target, path, set_attrs, numeric_owner, allowed):
        target = target.rstrip('/')
        if os.path.dirname(target):
            os.makedirs(os.path.dirname(target), exist_ok=True)
        self._dbg(1, f'{member.name} -> {member.linkname}' if member.islnk() or member.issym() else member.name)
        if member.isdir():
            self.makedir(member, target)
        elif member.isfifo():
            self.makefifo(member, target)
        elif member.ischr() or member.isblk():
            raise ExtractError('special devices not supported by system')
        elif member.issym() or member.islnk():
            self._link(member, target, path, allowed)
        else:
            self.makefile(member, target)
        if set_attrs:
            self._set_attributes(member, target, numeric_owner)

    def makedir(self, tarinfo, targetpath):
        try:
            os.mkdir(targetpath, *(() if tarinfo.mode is None else (0o700,)))
        except FileExistsError:
            if not os.path.isdir(targetpath):
                raise

    def makefile(self, tarinfo, targetpath):
        self.fileobj.seek(tarinfo.offset_data)
        with _open_file(targetpath, 'wb') as target:
            _copy(self.fileobj, target, tarinfo.size, ReadError)

    def makefifo(self, tarinfo, targetpath):
        if not hasattr(os, 'mkfifo'):
            raise ExtractError('fifo not supported by system')
        os.mkfifo(targetpath)

    def _link(self, member, target, path, allowed):
        exists = member.issym() or os.path.exists(member._link_target)
        if exists and os.path.lexists(target):
            os.unlink(target)
        if member.issym():
            os.symlink(member.linkname, target)
        elif exists:
            os.link(member._link_target, target)
        else:
            source = self._find_link_target(member)
            try:
                found = allowed(source, path)
            except (FilterError, OSError, ExtractError) as cause:
                raise LinkFallbackError(member, source.name) from cause
            if found is not None:
                self._extract_to(found, target, path, True, False, allowed)

    def _set_attributes(self, member, target, numeric_owner):
        self.chown(member, target, numeric_owner)
        if not member.issym():
            self.chmod(member, target)
            self.utime(member, target)

    def chown(self, tarinfo, targetpath, numeric_owner):
        """Nobody but the program's own user has files here."""

    def chmod(self, tarinfo, targetpath):
        if tarinfo.mode is not None:
            try:
                os.chmod(targetpath, tarinfo.mode & 0o7777)
            except OSError as error:
                raise ExtractError('could not change mode') from error

    def utime(self, tarinfo, targetpath):
        if tarinfo.mtime is not None:
            try:
                os.utime(targetpath, (tarinfo.mtime, tarinfo.mtime))
            except OSError as error:
                raise ExtractError('could not change modification time') from error

    def extractfile(self, member):
        """A file to read the member from, or None if it is neither a file nor a link."""
        self._check('r')
        found = self.getmember(member) if isinstance(member, str) else member
        if found.isreg() or found.type not in SUPPORTED_TYPES:
            return self.fileobject(self, found)
        if found.islnk() or found.issym():
            if isinstance(self.fileobj, _Stream):
                raise StreamError('cannot extract (sym)link as file object')
            return self.extractfile(self._find_link_target(found))
        return None

    def _dbg(self, level, msg):
        if level <= self.debug:
            print(msg, file=sys.stderr)


TarFile.bz2open, TarFile.xzopen = TarFile._no_module('bz2'), TarFile._no_module('lzma')
TarFile.zstopen = TarFile._no_module('compression.zstd')


class _Again:
    """A file whose beginning was read before."""

    def __init__(self, start, file):
        self._start, self._file = start, file

    def read(self, size=-1):
        if size < 0:
            data, self._start = self._start + self._file.read(), b''
            return data
        data, self._start = self._start[:size], self._start[size:]
        return data or self._file.read(size)


def is_tarfile(name):
    """Whether it is an archive that can be read."""
    try:
        if hasattr(name, 'read'):
            at = name.tell()
            TarFile.open(fileobj=name).close()
            name.seek(at)
        else:
            TarFile.open(name).close()
    except TarError:
        return False
    return True


open = TarFile.open
