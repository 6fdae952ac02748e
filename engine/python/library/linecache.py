"""linecache: lines of the program's files, and of those in memory."""
import _host

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

cache = {}  # name: (size, time of the last change, lines, full name); (lines maker,) of those that are made when asked for


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    if filename not in cache or len(cache[filename]) == 1:
        return updatecache(filename, module_globals)
    return cache[filename][2]


def updatecache(filename, module_globals=None):
    if filename in cache and len(cache[filename]) == 1:
        text = cache.pop(filename)[0]()
    else:
        cache.pop(filename, None)
        text = _host.sources().get(filename)
        text = None if text is None else text.decode('utf-8-sig', 'replace')
    if text is None:
        try:
            with open(filename, encoding='utf-8') as file:
                text = file.read()
        except (OSError, UnicodeDecodeError, ValueError):
            return []
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = len(text), None, lines, filename
    return lines


def clearcache():
    cache.clear()


def checkcache(filename=None):
    for name in [filename] if filename is not None else list(cache):
        if name in cache and len(cache[name]) > 1 and name in _host.sources():
            continue
        if name in cache and cache[name][1] is not None:
            cache.pop(name, None)


def lazycache(filename, module_globals):
    loader = (module_globals or {}).get('__loader__')
    get = getattr(loader, 'get_source', None)
    if filename in cache or get is None or filename.startswith('<') and filename.endswith('>'):
        return False
    cache[filename] = (lambda: get(module_globals.get('__name__')),)
    return True
