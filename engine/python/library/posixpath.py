"""posixpath, which is os.path: paths as text, and a few questions about what they name."""
# os imports these from here.
curdir, pardir, extsep, sep, pathsep, defpath, altsep, devnull = '.', '..', '.', '/', ':', '/bin:/usr/bin', None, '/dev/null'

import os
import stat
import _files
from genericpath import commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile, islink, lexists, samefile, sameopenfile, samestat

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'splitroot', 'split', 'splitext', 'basename', 'dirname', 'commonprefix', 'getsize',
           'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir', 'isfile', 'ismount', 'expanduser', 'expandvars',
           'normpath', 'abspath', 'samefile', 'sameopenfile', 'samestat', 'curdir', 'pardir', 'sep', 'pathsep', 'defpath', 'altsep',
           'extsep', 'devnull', 'realpath', 'supports_unicode_filenames', 'relpath', 'commonpath', 'isjunction', 'isdevdrive',
           'isreserved', 'ALLOW_MISSING']

supports_unicode_filenames = False


class _AllowMissing:
    def __repr__(self):
        return 'os.path.ALLOW_MISSING'


ALLOW_MISSING = _AllowMissing()


def _like(path, text):
    """`text` as the kind of string that `path` is."""
    return text.encode() if isinstance(path, bytes) else text


def _check_kinds(function, *paths):
    wrong = next((path for path in paths if not isinstance(path, (str, bytes))), None)
    if wrong is not None:
        raise TypeError(f'{function}() argument must be str, bytes, or os.PathLike object, not {type(wrong).__name__!r}') from None
    if any(isinstance(path, str) for path in paths) and any(isinstance(path, bytes) for path in paths):
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    return os.fspath(s)


def isabs(s):
    s = os.fspath(s)
    return s.startswith(_like(s, '/'))


def join(a, /, *p):
    path = a = os.fspath(a)
    slash = _like(a, '/')
    try:
        for part in map(os.fspath, p):
            if part.startswith(slash) or not path:
                path = part
            else:
                path += part if path.endswith(slash) else slash + part
    except (TypeError, AttributeError):
        _check_kinds('join', a, *p)
        raise
    return path


def split(p):
    p = os.fspath(p)
    slash = _like(p, '/')
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    if head.strip(slash):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    p = os.fspath(p)
    slash, dot = _like(p, '/'), _like(p, '.')
    start = p.rfind(slash) + 1
    at = p.rfind(dot)
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p, /):
    p = os.fspath(p)
    return p[:0], p


def splitroot(p, /):
    p = os.fspath(p)
    slash = _like(p, '/')
    if not p.startswith(slash):
        return p[:0], p[:0], p
    count = 2 if p.startswith(slash * 2) and not p.startswith(slash * 3) else 1
    return p[:0], p[:count], p[count:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def isjunction(path):
    os.fspath(path)
    return False


isdevdrive = isreserved = isjunction


def ismount(path):
    try:
        return _files.get(_files.checked(path, 'lstat'), False) is _files.root
    except (OSError, ValueError):
        return False


def expanduser(path):
    path = os.fspath(path)
    slash, home = _like(path, '/'), _like(path, '~')
    if path != home and not path.startswith(home + slash):
        return path
    return (_like(path, os.environ.get('HOME', '/')).rstrip(slash) + path[1:]) or slash


def expandvars(path):
    path = os.fspath(path)
    text = os.fsdecode(path)
    out, at = [], 0
    while (found := text.find('$', at)) >= 0:
        out.append(text[at:found])
        start = found + 1
        if text.startswith('{', start):
            end = text.find('}', start)
            name, at = (None, start) if end < 0 else (text[start + 1:end], end + 1)
        else:
            end = start
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == '_'):
                end += 1
            name, at = text[start:end] or None, end
        out.append(os.environ.get(name, text[found:at]) if name else text[found:at])
    text = ''.join(out) + text[at:]
    return os.fsencode(text) if isinstance(path, bytes) else text


def normpath(path, /):
    path = os.fspath(path)
    text = os.fsdecode(path)
    _, top, rest = splitroot(text)
    parts = []
    for part in rest.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or (not top and not parts) or (parts and parts[-1] == '..'):
            parts.append(part)
        elif parts:
            parts.pop()
    text = top + '/'.join(parts) or '.'
    return os.fsencode(text) if isinstance(path, bytes) else text


def abspath(path):
    path = os.fspath(path)
    if not isabs(path):
        path = join(_like(path, os.getcwd()), path)
    return normpath(path)


def realpath(filename, /, *, strict=False):
    filename = os.fspath(filename)
    text = os.fsdecode(filename)
    ignored = FileNotFoundError if strict is ALLOW_MISSING else () if strict else OSError
    path = '/' if text.startswith('/') else os.getcwd()
    rest = text.split('/')[::-1]  # names to follow; a tuple: what a link stands for is found
    seen = {}
    while rest:
        name = rest.pop()
        if isinstance(name, tuple):
            seen[name[0]] = path
            continue
        if name in ('', '.', '..'):
            path = dirname(path) if name == '..' else path
            continue
        place = join(path, name)
        path = place
        try:
            if not stat.S_ISLNK(os.lstat(place).st_mode):
                continue
            if place in seen:
                path = seen[place] or place
                if seen[place] is None and strict:
                    os.stat(place)  # a loop, as this says
                continue
            target = os.readlink(place)
        except ignored:
            continue
        seen[place] = None
        rest.append((place,))
        path = '/' if target.startswith('/') else dirname(place)
        rest += target.split('/')[::-1]
    return os.fsencode(path) if isinstance(filename, bytes) else path


def relpath(path, start=None):
    path = os.fspath(path)
    if not path:
        raise ValueError('no path specified')
    start = _like(path, '.') if start is None else os.fspath(start)
    _check_kinds('relpath', path, start)
    slash = _like(path, '/')
    theirs = [part for part in abspath(start).split(slash) if part]
    ours = [part for part in abspath(path).split(slash) if part]
    same = len(commonprefix([theirs, ours]))
    parts = [_like(path, '..')] * (len(theirs) - same) + ours[same:]
    return join(*parts) if parts else _like(path, '.')


def commonpath(paths):
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    _check_kinds('commonpath', *paths)
    slash, dot = _like(paths[0], '/'), _like(paths[0], '.')
    absolute = [path.startswith(slash) for path in paths]
    if any(absolute) != all(absolute):
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    return (slash if absolute[0] else slash[:0]) + slash.join(commonprefix(split_paths))
