"""linecache: lines of the program's files, and of those in memory."""
import _host

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

cache = {}  # name: (size, time of the last change, lines, full name); (lines maker,) of those that are made when asked for


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    if len(cache.get(filename, ())) > 1:
        return cache[filename][2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def _place(filename):
    """What is found of the file by its own name, or by its last part in a folder of sys.path."""
    import os
    import sys
    try:
        return os.stat(filename), filename
    except (OSError, ValueError):
        pass
    folders = () if os.path.isabs(filename) else sys.path
    for folder in folders:
        try:
            return os.stat(name := os.path.join(folder, filename)), name
        except (OSError, ValueError, TypeError):
            pass
    return None, filename


def _is_made_up(filename):
    return not filename or filename.startswith('<') and filename.endswith('>')


def updatecache(filename, module_globals=None):
    known = cache.pop(filename, ())
    if _is_made_up(filename) and filename not in _host.sources():
        return []
    size, changed, text, name = None, None, _host.sources().get(filename), filename
    if text is not None:
        text = text.decode('utf-8-sig', 'replace')
    else:
        found, name = _place(filename)
        if found is not None:
            import tokenize
            size, changed = found.st_size, found.st_mtime
            try:
                with tokenize.open(name) as file:
                    text = file.read()
            except (OSError, UnicodeDecodeError, SyntaxError):
                return []
        elif len(known) == 1 or lazycache(filename, module_globals):
            try:
                text = (known if len(known) == 1 else cache.pop(filename))[0]()
            except (ImportError, OSError):
                pass
    if text is None:
        return []
    lines = text.splitlines(True) or ['\n']
    if not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = len(text) if size is None else size, changed, lines, name
    return lines


def clearcache():
    cache.clear()


def checkcache(filename=None):
    for name in [filename] if filename is not None else list(cache):
        if len(cache.get(name, ())) < 2 or cache[name][1] is None:
            continue
        import os
        size, changed, _, full = cache[name]
        try:
            found = os.stat(full)
        except (OSError, ValueError):
            found = None
        if found is None or (size, changed) != (found.st_size, found.st_mtime):
            cache.pop(name, None)


def lazycache(filename, module_globals):
    if filename in cache:
        return len(cache[filename]) == 1
    if _is_made_up(filename) or not module_globals or '__name__' not in module_globals:
        return False
    spec = module_globals.get('__spec__')
    name = getattr(spec, 'name', None) or module_globals['__name__']
    loader = getattr(spec, 'loader', None) or module_globals.get('__loader__')
    get = getattr(loader, 'get_source', None)
    if not name or get is None:
        return False
    cache[filename] = (lambda: get(name),)
    return True
