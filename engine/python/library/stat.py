"""stat: what the bits of st_mode mean."""

from _native import index as _index, like_c as _like_c

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)
S_IFDIR, S_IFCHR, S_IFBLK, S_IFREG, S_IFIFO, S_IFLNK, S_IFSOCK = 0o040000, 0o020000, 0o060000, 0o100000, 0o010000, 0o120000, 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0
S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_ENFMT = S_ISGID
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IREAD, S_IWRITE, S_IEXEC = S_IRUSR, S_IWUSR, S_IXUSR
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001


# Of other systems' flags and attributes.
globals().update((name, int(value)) for name, value in (pair.split('=') for pair in '''
FILE_ATTRIBUTE_READONLY=1 FILE_ATTRIBUTE_HIDDEN=2 FILE_ATTRIBUTE_SYSTEM=4 FILE_ATTRIBUTE_DIRECTORY=16 FILE_ATTRIBUTE_ARCHIVE=32
FILE_ATTRIBUTE_DEVICE=64 FILE_ATTRIBUTE_NORMAL=128 FILE_ATTRIBUTE_TEMPORARY=256 FILE_ATTRIBUTE_SPARSE_FILE=512
FILE_ATTRIBUTE_REPARSE_POINT=1024 FILE_ATTRIBUTE_COMPRESSED=2048 FILE_ATTRIBUTE_OFFLINE=4096 FILE_ATTRIBUTE_NOT_CONTENT_INDEXED=8192
FILE_ATTRIBUTE_ENCRYPTED=16384 FILE_ATTRIBUTE_INTEGRITY_STREAM=32768 FILE_ATTRIBUTE_VIRTUAL=65536 FILE_ATTRIBUTE_NO_SCRUB_DATA=131072
SF_ARCHIVED=65536 SF_IMMUTABLE=131072 SF_APPEND=262144 SF_NOUNLINK=1048576 SF_SNAPSHOT=2097152 UF_NODUMP=1 UF_IMMUTABLE=2 UF_APPEND=4
UF_OPAQUE=8 UF_NOUNLINK=16 UF_COMPRESSED=32 UF_HIDDEN=32768'''.split()))


def _mode(mode):
    mode = _index(mode)
    if mode < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    return mode


def S_IMODE(mode, /):
    return _mode(mode) & 0o7777


def S_IFMT(mode, /):
    return _mode(mode) & 0o170000


def _is(name, kind):
    def test(mode, /):
        return _mode(mode) & 0o170000 == kind
    test.__name__ = test.__qualname__ = name
    return test


S_ISDIR, S_ISCHR, S_ISBLK = _is('S_ISDIR', S_IFDIR), _is('S_ISCHR', S_IFCHR), _is('S_ISBLK', S_IFBLK)
S_ISREG, S_ISFIFO, S_ISLNK, S_ISSOCK = _is('S_ISREG', S_IFREG), _is('S_ISFIFO', S_IFIFO), _is('S_ISLNK', S_IFLNK), _is('S_ISSOCK', S_IFSOCK)
S_ISDOOR, S_ISPORT, S_ISWHT = _is('S_ISDOOR', None), _is('S_ISPORT', None), _is('S_ISWHT', None)  # there are none


def filemode(mode, /):
    mode = _mode(mode)
    kinds = {S_IFDIR: 'd', S_IFCHR: 'c', S_IFBLK: 'b', S_IFREG: '-', S_IFIFO: 'p', S_IFLNK: 'l', S_IFSOCK: 's'}
    text = kinds.get(mode & 0o170000, '?')
    for shift, special, letter in (6, S_ISUID, 's'), (3, S_ISGID, 's'), (0, S_ISVTX, 't'):
        bits = mode >> shift
        run = 'x' if bits & 1 else '-'
        if mode & special:
            run = letter if bits & 1 else letter.upper()
        text += ('r' if bits & 4 else '-') + ('w' if bits & 2 else '-') + run
    return text

UF_SETTABLE, UF_TRACKED, UF_DATAVAULT = 0x0000ffff, 0x00000040, 0x00000080
SF_SETTABLE, SF_RESTRICTED, SF_FIRMLINK, SF_DATALESS = -65536, 0x00080000, 0x00800000, 0x40000000

for _function in (S_IMODE, S_IFMT, S_ISDIR, S_ISCHR, S_ISBLK, S_ISREG, S_ISFIFO, S_ISLNK, S_ISSOCK, S_ISDOOR, S_ISPORT, S_ISWHT, filemode):
    _function.__module__ = '_stat'
    _like_c(_function)
del _function
