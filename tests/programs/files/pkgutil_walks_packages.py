import importlib
import os
import pkgutil
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    for name, text in {'solo.py': 'x = 1', 'pack/__init__.py': 'y = 2', 'pack/inner.py': 'z = [1]', 'pack/sub/__init__.py': '',
                       'pack/sub/deep.py': 'def found(): return "deep"', 'pack/data.txt': 'text', 'broken/__init__.py': '1 / 0', 'broken/x.py': '',
                       'nothing/a.txt': '', 'not-a-name.py': ''}.items():
        place = os.path.join(folder, name)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, 'w') as file:
            file.write(text)
    sys.path.insert(0, folder)
    importlib.invalidate_caches()
    for info in pkgutil.iter_modules([folder]):
        print(info.name, info.ispkg, type(info.module_finder).__name__)
    print([info.name for info in pkgutil.iter_modules([folder], 'some.')])
    print([info.name for info in pkgutil.walk_packages([folder], onerror=lambda name: print('error in', name))])
    print(pkgutil.get_data('pack', 'data.txt'))
    print(pkgutil.resolve_name('pack.sub.deep:found')(), pkgutil.resolve_name('pack.inner.z.append')(2), pkgutil.resolve_name('pack:inner.z'))
    for name in ('pack:', 'pack.nope', 'nope:x', '1x', 'pack: x', 'pack:inner.nope'):
        try:
            print(pkgutil.resolve_name(name).__name__)
        except (ValueError, ImportError, AttributeError) as error:
            print(type(error).__name__, error)
    try:
        list(pkgutil.iter_modules('text'))
    except ValueError as error:
        print(error)
    with tempfile.TemporaryDirectory() as other:
        os.makedirs(os.path.join(other, 'pack'))
        with open(os.path.join(other, 'pack', '__init__.py'), 'w') as file:
            file.write('')
        sys.path.append(other)
        path = pkgutil.extend_path([os.path.join(folder, 'pack')], 'pack')
        print([os.path.relpath(each, folder) if each.startswith(folder) else os.path.relpath(each, other) for each in path])
    print(pkgutil.extend_path('text', 'pack'), type(pkgutil.get_importer(folder)).__name__)
