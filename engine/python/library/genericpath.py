"""genericpath: the questions about what a path names that are the same on every system."""
import os
import stat
import _files

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdevdrive', 'isdir', 'isfile', 'isjunction',
           'islink', 'lexists', 'samefile', 'sameopenfile', 'samestat', 'ALLOW_MISSING']


def _kind(path, follow=True):
    try:
        return _files.get(_files.may(path) if follow else _files.checked(path, 'lstat'), follow).kind
    except (OSError, ValueError):
        return None


def exists(path):
    return _kind(path) is not None or (isinstance(path, int) and _files.is_open(path))


def lexists(path):
    return _kind(path, False) is not None


def isfile(path):
    return _kind(path) == _files.REGULAR


def isdir(s):
    return _kind(s) == _files.DIRECTORY


def islink(path):
    return _kind(path, False) == _files.LINK


def getsize(filename):
    return os.stat(filename).st_size


def getmtime(filename):
    return os.stat(filename).st_mtime


def getatime(filename):
    return os.stat(filename).st_atime


def getctime(filename):
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    return samestat(os.fstat(fp1), os.fstat(fp2))


def commonprefix(m, /):
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    low, high = min(m), max(m)
    for i, item in enumerate(low):
        if item != high[i]:
            return low[:i]
    return low
