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


def glob0(dirname, pattern):
    return list(_names(dirname, pattern, False, True))


glob1 = glob0


def escape(pathname):
    if isinstance(pathname, bytes):
        return escape(pathname.decode('latin-1')).encode('latin-1')
    return ''.join(f'[{char}]' if char in '*?[' else char for char in pathname)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The regular expression that says the same of whole paths."""
    any_part = '[^/]+' if include_hidden else r'[^./][^/]*'
    parts = pat.split('/')
    out = []
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if part == '*':
            out.append(any_part + ('' if last else '/'))
        elif recursive and part == '**':
            if not last:
                out.append(f'(?:{any_part}/)*' if include_hidden else f'(?:{any_part}/)*')
            else:
                out.append(r'.*' if include_hidden else f'(?:{any_part}(?:/{any_part})*)?')
        else:
            if part and not include_hidden and part[0] in '*?':
                out.append(r'(?!\.)')
            out.append(fnmatch.translate(part)[4:-3].replace('.*', '[^/]*').replace('.', '[^/]') if has_magic(part) else
                       fnmatch.translate(part)[4:-3])
            if not last:
                out.append('/')
    return rf'(?s:{"".join(out)})\z'
