"""zipfile: archives of files, stored or deflated, without encryption and below 4 GB."""
import binascii
import io
import os
import posixpath
import shutil
import struct
import time
import zlib

__all__ = ['BadZipFile', 'BadZipfile', 'error', 'ZIP_STORED', 'ZIP_DEFLATED', 'ZIP_BZIP2', 'ZIP_LZMA', 'is_zipfile', 'ZipInfo', 'Path', 'ZipFile', 'LargeZipFile']

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
ZIP64_LIMIT, ZIP_FILECOUNT_LIMIT, ZIP_MAX_COMMENT = (1 << 31) - 1, (1 << 16) - 1, (1 << 16) - 1
_METHODS = {0: 'stored', 8: 'deflate'}
_LOCAL, _CENTRAL, _END = struct.Struct('<4s5H3L2H'), struct.Struct('<4s6H3L5H2L'), struct.Struct('<4s4H2LH')


class BadZipFile(Exception):
    pass


class LargeZipFile(Exception):
    pass


error = BadZipfile = BadZipFile


class ZipInfo:
    """What an archive says of one of its files."""

    def __init__(self, filename='NoName', date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        self.filename = filename.partition('\0')[0].replace(os.sep, '/')
        if date_time[0] < 1980:
            raise ValueError('ZIP does not support timestamps before 1980')
        self.date_time, self.compress_type, self.compress_level = tuple(date_time), ZIP_STORED, None
        self.comment = self.extra = b''
        self.create_system, self.create_version, self.extract_version = 3, 20, 20
        self.flag_bits = self.internal_attr = self.external_attr = self.volume = self.reserved = 0
        self.CRC = self.compress_size = self.file_size = self.header_offset = 0

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        filename = os.fspath(filename)
        told = os.stat(filename)
        when = time.localtime(told.st_mtime)[:6]
        if not strict_timestamps:
            when = min(max(when, (1980, 1, 1, 0, 0, 0)), (2107, 12, 31, 23, 59, 59))
        directory = os.path.isdir(filename)
        name = os.path.normpath(os.path.splitdrive(filename if arcname is None else arcname)[1]).lstrip('/')
        made = cls(name + '/' if directory else name, when)
        made.external_attr = (told.st_mode & 0xffff) << 16
        if directory:
            made.external_attr |= 0x10
        else:
            made.file_size = told.st_size
        return made

    def is_dir(self):
        return self.filename.endswith('/')

    def _for_archive(self, archive):
        self.compress_type, self.compress_level = archive.compression, archive.compresslevel
        self.external_attr = 0o40775 << 16 | 0x10 if self.is_dir() else 0o600 << 16
        return self

    def _name(self):
        try:
            return self.filename.encode('ascii'), self.flag_bits
        except UnicodeEncodeError:
            return self.filename.encode(), self.flag_bits | 0x800

    def _stamp(self):
        year, month, day, hour, minute, second = self.date_time
        return hour << 11 | minute << 5 | second // 2, year - 1980 << 9 | month << 5 | day

    def FileHeader(self, zip64=None):
        name, flags = self._name()
        return _LOCAL.pack(b'PK\3\4', self.extract_version, flags, self.compress_type, *self._stamp(), self.CRC, self.compress_size,
                           self.file_size, len(name), len(self.extra)) + name + self.extra

    def _central(self):
        name, flags = self._name()
        return _CENTRAL.pack(b'PK\1\2', self.create_version | self.create_system << 8, self.extract_version, flags, self.compress_type,
                             *self._stamp(), self.CRC, self.compress_size, self.file_size, len(name), len(self.extra), len(self.comment), 0,
                             self.internal_attr, self.external_attr, self.header_offset) + name + self.extra + self.comment

    def __repr__(self):
        parts = [f'<{type(self).__name__} filename={self.filename!r}']
        if self.compress_type:
            parts.append(f' compress_type={_METHODS.get(self.compress_type, self.compress_type)}')
        mode, low = self.external_attr >> 16, self.external_attr & 0xffff
        if mode:
            import stat
            parts.append(f' filemode={stat.filemode(mode)!r}')
        if low:
            parts.append(f' external_attr={low:#x}')
        if not self.is_dir() or self.file_size:
            parts.append(f' file_size={self.file_size!r}')
        if (not self.is_dir() or self.compress_size) and (self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            parts.append(f' compress_size={self.compress_size!r}')
        return ''.join(parts) + '>'


def _check_method(method):
    if method in (ZIP_BZIP2, ZIP_LZMA):
        raise RuntimeError(f"Compression requires the (missing) {'bz2' if method == ZIP_BZIP2 else 'lzma'} module")
    if method not in _METHODS:
        raise NotImplementedError('That compression method is not supported')


def _end_of(data):
    """The place of the record at an archive's end, or -1."""
    place = data.rfind(b'PK\5\6')
    return place if place >= 0 and len(data) - place >= _END.size else -1


def is_zipfile(filename):
    try:
        if hasattr(filename, 'read'):
            here = filename.tell()
            filename.seek(0)
            data = filename.read()
            filename.seek(here)
        else:
            with open(filename, 'rb') as file:
                data = file.read()
    except OSError:
        return False
    return _end_of(data) >= 0


class ZipExtFile(io.BytesIO):
    """A file of an archive that is read."""

    def __init__(self, info, data):
        io.BytesIO.__init__(self, data)
        self.name, self.mode, self.newlines = info.filename, 'rb', None
        self._method = info.compress_type

    def __repr__(self):
        if self.closed:
            return '<zipfile.ZipExtFile [closed]>'
        method = f' compress_type={_METHODS.get(self._method, self._method)}' if self._method else ''
        return f'<zipfile.ZipExtFile name={self.name!r}{method}>'

    def writable(self):
        return False

    def read(self, n=-1):
        if self.closed:
            raise ValueError('read from closed file.')
        return io.BytesIO.read(self, n)

    def peek(self, n=1):
        return bytes(self.getbuffer()[self.tell():])


class _ZipWriteFile(io.BytesIO):
    """A file of an archive that is written: it is put there when it is closed."""
    mode = 'wb'
    name = property(lambda self: self._info.filename)

    def __init__(self, archive, info):
        io.BytesIO.__init__(self)
        self._archive, self._info = archive, info

    def readable(self):
        return False

    def close(self):
        if not self.closed:
            self._archive._writing = False
            self._archive._put(self._info, self.getvalue())
        io.BytesIO.close(self)


class Path:
    """A place within an archive, as pathlib's paths are in a file system."""

    def __init__(self, root, at=''):
        self.root, self.at = root if isinstance(root, ZipFile) else ZipFile(root), at

    def _names(self):
        names = dict.fromkeys(self.root.namelist())
        for name in list(names):  # folders that no entry names
            while name := posixpath.dirname(name.rstrip('/')):
                names.setdefault(name + '/')
        return names

    def __eq__(self, other):
        return (self.root, self.at) == (other.root, other.at) if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((self.root, self.at))

    def __repr__(self):
        return f'{type(self).__name__}({self.root.filename!r}, {self.at!r})'

    def __str__(self):
        return posixpath.join(self.root.filename, self.at)

    def open(self, mode='r', *args, pwd=None, **kwargs):
        if self.is_dir():
            raise IsADirectoryError(self)
        if not self.exists() and mode[0] == 'r':
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, mode[0], pwd=pwd)
        if 'b' not in mode:
            return io.TextIOWrapper(stream, *args, **kwargs)
        if args or kwargs:
            raise ValueError('encoding args invalid for binary operation')
        return stream

    def _pure(self):
        from pathlib import PurePosixPath
        return PurePosixPath(self.at or self.root.filename or '')

    name = property(lambda self: self._pure().name)
    suffix = property(lambda self: self._pure().suffix)
    suffixes = property(lambda self: self._pure().suffixes)
    stem = property(lambda self: self._pure().stem)

    @property
    def filename(self):
        from pathlib import Path as FilePath
        return FilePath(self.root.filename).joinpath(self.at)

    def read_text(self, *args, **kwargs):
        with self.open('r', *args, **kwargs) as stream:
            return stream.read()

    def read_bytes(self):
        with self.open('rb') as stream:
            return stream.read()

    def is_dir(self):
        return not self.at or self.at.endswith('/')

    def is_file(self):
        return self.exists() and not self.is_dir()

    def exists(self):
        return self.at in self._names()

    def iterdir(self):
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        for name in self._names():
            parent = posixpath.dirname(name.rstrip('/'))
            if (parent and parent + '/') == self.at:
                yield type(self)(self.root, name)

    def match(self, path_pattern):
        from pathlib import PurePosixPath
        return PurePosixPath(self.at).match(path_pattern)

    def is_symlink(self):
        info = self.root.NameToInfo.get(self.at)
        return info is not None and info.external_attr >> 28 == 0o12

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f'Unacceptable pattern: {pattern!r}')
        from pathlib import PurePosixPath
        full = posixpath.join(self.at, pattern)
        for name in self._names():
            if PurePosixPath(name).full_match(full):
                yield type(self)(self.root, name)

    def rglob(self, pattern):
        return self.glob(f'**/{pattern}')

    def joinpath(self, *other):
        at = posixpath.join(self.at, *other)
        names = self._names()
        return type(self)(self.root, at + '/' if at not in names and at + '/' in names else at)

    __truediv__ = joinpath

    @property
    def parent(self):
        if not self.at:
            return self.filename.parent
        parent = posixpath.dirname(self.at.rstrip('/'))
        return type(self)(self.root, parent and parent + '/')


class ZipFile:
    fp = None

    def __init__(self, file, mode='r', compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True, metadata_encoding=None):
        if mode not in ('r', 'w', 'x', 'a'):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _check_method(compression)
        self.mode, self.compression, self.compresslevel = mode, compression, compresslevel
        self.debug, self.pwd, self._comment = 0, None, b''
        self.filelist, self.NameToInfo = [], {}
        self._strict, self._writing, self._changed = strict_timestamps, False, False
        self._own = not hasattr(file, 'read') and not hasattr(file, 'write')
        if self._own:
            file = os.fspath(file)
            self.filename = file
            self.fp = open(file, {'r': 'rb', 'w': 'w+b', 'x': 'x+b', 'a': 'r+b' if os.path.exists(file) else 'w+b'}[mode])
        else:
            self.fp, self.filename = file, getattr(file, 'name', None)
        try:
            self._begin()
        except BaseException:
            if self._own:
                self.fp.close()
            self.fp = None
            raise

    def _begin(self):
        self._start = 0
        if self.mode in 'wx':
            self._start, self._changed = self.fp.tell() if self.fp.seekable() else 0, True
        elif self.mode == 'r' or self._whole():
            try:
                self._read_directory()
            except BadZipFile:
                if self.mode == 'r':
                    raise
                self._start, self._changed = len(self._whole()), True
        else:
            self._changed = True

    def _whole(self):
        self.fp.seek(0)
        return self.fp.read()

    def _read_directory(self):
        data = self._whole()
        place = _end_of(data)
        if place < 0:
            raise BadZipFile('File is not a zip file')
        *_, count, size, start, length = _END.unpack_from(data, place)
        self._comment = data[place + _END.size:place + _END.size + length]
        self._shift = place - size - start  # what stands before the archive
        if self._shift < 0:
            raise BadZipFile('Bad offset for central directory')
        self._start = at = start + self._shift
        while at < start + self._shift + size:
            if at + _CENTRAL.size > len(data):
                raise BadZipFile('Truncated central directory')
            at = self._read_entry(data, at)

    def _read_entry(self, data, at):
        (mark, created, needed, flags, method, clock, day, crc, packed, size, names, extras, comments, volume, internal, external,
         offset) = _CENTRAL.unpack_from(data, at)
        if mark != b'PK\1\2':
            raise BadZipFile('Bad magic number for central directory')
        at += _CENTRAL.size
        name = data[at:at + names].decode('utf-8' if flags & 0x800 else 'cp437')
        info = ZipInfo(name, ((day >> 9) + 1980, day >> 5 & 15, day & 31, clock >> 11, clock >> 5 & 63, (clock & 31) * 2))
        info.extra = data[at + names:at + names + extras]
        info.comment = data[at + names + extras:at + names + extras + comments]
        info.create_version, info.create_system, info.extract_version = created & 255, created >> 8, needed
        info.flag_bits, info.compress_type, info.CRC, info.compress_size, info.file_size = flags, method, crc, packed, size
        info.volume, info.internal_attr, info.external_attr, info.header_offset = volume, internal, external, offset + self._shift
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info
        return at + names + extras + comments

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __del__(self):
        self.close()

    def __repr__(self):
        parts = [f'<{type(self).__module__}.{type(self).__qualname__}']
        if self.fp is None:
            parts.append(' [closed]')
        else:
            parts.append(f' filename={self.filename!r}' if self.filename is not None else f' file={self.fp!r}')
            parts.append(f' mode={self.mode!r}')
        return ''.join(parts) + '>'

    @property
    def comment(self):
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError(f'comment: expected bytes, got {type(comment)}')
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings
            warnings.warn(f'Archive comment is too long; truncating to {ZIP_MAX_COMMENT} bytes', stacklevel=2)
        self._comment, self._changed = comment[:ZIP_MAX_COMMENT], True

    def namelist(self):
        return [info.filename for info in self.filelist]

    def infolist(self):
        return self.filelist

    def printdir(self, file=None):
        print('%-46s %19s %12s' % ('File Name', 'Modified    ', 'Size'), file=file)
        for info in self.filelist:
            print('%-46s %s %12d' % (info.filename, '%d-%02d-%02d %02d:%02d:%02d' % info.date_time, info.file_size), file=file)

    def getinfo(self, name):
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError(f'There is no item named {name!r} in the archive')
        return info

    def setpassword(self, pwd):
        if pwd and not isinstance(pwd, bytes):
            raise TypeError(f'pwd: expected bytes, got {type(pwd).__name__}')
        self.pwd = pwd or None

    # ---- reading

    def _data_of(self, info):
        if self.fp is None:
            raise ValueError('Attempt to use ZIP archive that was already closed')
        self.fp.seek(info.header_offset)
        head = self.fp.read(_LOCAL.size)
        if len(head) != _LOCAL.size:
            raise BadZipFile('Truncated file header')
        if head[:4] != b'PK\3\4':
            raise BadZipFile('Bad magic number for file header')
        names, extras = _LOCAL.unpack(head)[-2:]
        self.fp.seek(info.header_offset + _LOCAL.size + names + extras)
        data = self.fp.read(info.compress_size)
        if info.flag_bits & 1:
            raise RuntimeError(f'File {info.filename!r} is encrypted, password required for extraction')
        _check_method(info.compress_type)
        if info.compress_type == ZIP_DEFLATED:
            data = zlib.decompress(data, -15)
        if binascii.crc32(data) != info.CRC:
            raise BadZipFile(f'Bad CRC-32 for file {info.filename!r}')
        return data

    def open(self, name, mode='r', pwd=None, *, force_zip64=False):
        if mode not in ('r', 'w'):
            raise ValueError("open() requires mode \"r\" or \"w\"")
        if self.fp is None:
            raise ValueError('Attempt to use ZIP archive that was already closed')
        if mode == 'w':
            info = name if isinstance(name, ZipInfo) else ZipInfo(name)._for_archive(self)
            self._check_writing(info, False)
            self._writing = True
            return _ZipWriteFile(self, info)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. "
                             'Close the writing handle before trying to read.')
        info = name if isinstance(name, ZipInfo) else self.getinfo(name)
        return ZipExtFile(info, self._data_of(info))

    def read(self, name, pwd=None):
        with self.open(name, 'r', pwd) as file:
            return file.read()

    def testzip(self):
        for info in self.filelist:
            try:
                self._data_of(info)
            except BadZipFile:
                return info.filename
        return None

    def extract(self, member, path=None, pwd=None):
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        parts = [part for part in info.filename.split('/') if part not in ('', '.', '..')]
        target = os.path.normpath(os.path.join(os.getcwd() if path is None else os.fspath(path), *parts))
        if info.is_dir():
            os.makedirs(target, exist_ok=True)
            return target
        os.makedirs(os.path.dirname(target) or '.', exist_ok=True)
        with self.open(info, pwd=pwd) as source, open(target, 'wb') as file:
            shutil.copyfileobj(source, file)
        return target

    def extractall(self, path=None, members=None, pwd=None):
        for member in self.namelist() if members is None else members:
            self.extract(member, path, pwd)

    # ---- writing

    def _check_writing(self, info, whole=True):
        if self.fp is None:
            raise ValueError('Attempt to write to ZIP archive that was already closed')
        if info.filename in self.NameToInfo:
            import warnings
            warnings.warn(f'Duplicate name: {info.filename!r}', stacklevel=4)
        if self.mode not in ('w', 'x', 'a'):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists." if whole else
                             "Can't write to the ZIP file while there is another write handle open on it. "
                             'Close the first handle before opening another.')
        if not info.external_attr:
            info.external_attr = 0o600 << 16
        _check_method(info.compress_type)

    def _put(self, info, data):
        info.file_size, info.CRC, packed = len(data), binascii.crc32(data), data
        if info.compress_type == ZIP_DEFLATED:
            deflater = zlib.compressobj(-1 if info.compress_level is None else info.compress_level, zlib.DEFLATED, -15)
            packed = deflater.compress(data) + deflater.flush()
        info.compress_size, info.header_offset = len(packed), self._start
        self.fp.seek(self._start)
        self.fp.write(info.FileHeader() + packed)
        self._start, self._changed = self.fp.tell(), True
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict)
        if not info.is_dir():
            info.compress_type = self.compression if compress_type is None else compress_type
            info.compress_level = self.compresslevel if compresslevel is None else compresslevel
        self._check_writing(info)
        data = b''
        if not info.is_dir():
            with open(filename, 'rb') as file:
                data = file.read()
        self._put(info, data)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        data = data.encode() if isinstance(data, str) else data
        info = zinfo_or_arcname
        if not isinstance(info, ZipInfo):
            info = ZipInfo(info, time.localtime(time.time())[:6])._for_archive(self)
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info.compress_level = compresslevel
        self._check_writing(info)
        self._put(info, bytes(data))

    def mkdir(self, zinfo_or_directory_name, mode=511):
        info = zinfo_or_directory_name
        if not isinstance(info, ZipInfo):
            info = ZipInfo(info.rstrip('/') + '/')
            info.external_attr = (0o40000 | mode) << 16 | 0x10
        self._check_writing(info)
        self._put(info, b'')

    def close(self):
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. "
                             'Close the writing handle before closing the zip.')
        file, self.fp = self.fp, None
        try:
            if self.mode != 'r' and self._changed:
                directory = b''.join(info._central() for info in self.filelist)
                file.seek(self._start)
                file.write(directory + _END.pack(b'PK\5\6', 0, 0, len(self.filelist), len(self.filelist), len(directory), self._start,
                                                 len(self._comment)) + self._comment)
                if self.mode == 'a':
                    file.truncate()
                file.flush()
        finally:
            if self._own:
                file.close()
