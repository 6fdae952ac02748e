"""glob: the paths that fit a pattern."""
import os
import fnmatch

__all__ = ['escape', 'glob', 'iglob', 'translate']


def has_magic(s):
    return any(char in s for char in ('*?[' if isinstance(s, str) else (b'*', b'?', b'[')))


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    root = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    found = _paths(root, pathname, recursive, include_hidden)
    if recursive and pathname[:2] in ('**', b'**'):
        return (path for path in found if path)
    return found


def _join(root, path):
    return os.path.join(root, path) if root else path


def _paths(root, pathname, recursive, hidden):
    folder, last = os.path.split(pathname)
    if not has_magic(pathname):
        there = os.path.isdir(_join(root, folder)) if not last else os.path.lexists(_join(root, pathname))
        if there:
            yield pathname
        return
    folders = [folder]
    if folder and folder != pathname and has_magic(folder):
        folders = _paths(root, folder, recursive, hidden)
    for folder in folders:
        for name in _names(_join(root, folder), last, recursive, hidden):
            yield os.path.join(folder, name)


def _list(folder, only_folders=False):
    try:
        with os.scandir(folder or ('.' if isinstance(folder, str) else b'.')) as entries:
            return [entry.name for entry in entries if not only_folders or entry.is_dir()]
    except OSError:
        return []


def _names(folder, pattern, recursive, hidden):
    if recursive and pattern in ('**', b'**'):
        yield pattern[:0]
        yield from _below(folder, hidden)
    elif has_magic(pattern):
        names = _list(folder)
        if not hidden and pattern[:1] not in ('.', b'.'):
            names = [name for name in names if name[:1] not in ('.', b'.')]
        yield from fnmatch.filter(names, pattern)
    elif not pattern:
        if os.path.isdir(folder):
            yield pattern
    elif os.path.lexists(_join(folder, pattern)):
        yield pattern


def _below(folder, hidden):
    for name in _list(folder):
        if not hidden and name[:1] in ('.', b'.'):
            continue
        yield name
        path = _join(folder, name)
        if os.path.isdir(path):
            for below in _below(path, hidden):
                yield _join(name, below)


def _deprecated(name):
    import warnings
    warnings.warn(f'glob.{name} is deprecated and will be removed in Python 3.15. Use glob.glob and pass a directory to its root_dir '
                  'argument instead.', DeprecationWarning, stacklevel=3)


def glob0(dirname, pattern):
    _deprecated('glob0')
    return list(_names(dirname, pattern, False, True))


def glob1(dirname, pattern):
    _deprecated('glob1')
    return list(_names(dirname, pattern, False, False))


def escape(pathname):
    if isinstance(pathname, bytes):
        return escape(pathname.decode('latin-1')).encode('latin-1')
    return ''.join(f'[{char}]' if char in '*?[' else char for char in pathname)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The regular expression that says the same of whole paths."""
    import re
    seps = '/' if not seps else ''.join(seps)
    inner = re.escape(seps)
    sep = inner if len(seps) == 1 else f'[{inner}]'
    char = f'[^{inner}]'
    name = char + '+' if include_hidden else f'[^{inner}.]{char}*'
    folders = f'(?:.+{sep})?' if include_hidden else f'(?:{name}{sep})*'
    parts = re.split(sep, pat)
    out = []
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if part == '*':
            out.append(name + sep * (not last))
        elif recursive and part == '**':
            if last:
                out.append('.*' if include_hidden else f'{folders}(?:{name})?')
            elif parts[at + 1] != '**':
                out.append(folders)
        else:
            if part and not include_hidden and part[0] in '*?':
                out.append(r'(?!\.)')
            out += (f'{char}*' if token == '*' else char if token == '?' else fnmatch._token_text(token) for token in fnmatch._tokens(part))
            if not last:
                out.append(sep)
    return rf'(?s:{"".join(out)})\z'
