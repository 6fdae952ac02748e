"""filecmp: files and folders compared."""
import os
import stat
from itertools import filterfalse
from types import GenericAlias

__all__ = ['clear_cache', 'cmp', 'dircmp', 'cmpfiles', 'DEFAULT_IGNORES']

_cache = {}
DEFAULT_IGNORES = ['RCS', 'CVS', 'tags', '.git', '.hg', '.bzr', '_darcs', '__pycache__']


def clear_cache():
    _cache.clear()


def _signature(path):
    found = os.stat(path)
    return stat.S_IFMT(found.st_mode), found.st_size, found.st_mtime


def cmp(f1, f2, shallow=True):
    """Whether two files are the same; when shallow, those with the same kind, size and time are."""
    first, second = _signature(f1), _signature(f2)
    if first[0] != stat.S_IFREG or second[0] != stat.S_IFREG:
        return False
    if shallow and first == second:
        return True
    if first[1] != second[1]:
        return False
    key = f1, f2, first, second
    if key not in _cache:
        if len(_cache) > 100:
            clear_cache()
        with open(f1, 'rb') as one, open(f2, 'rb') as other:
            _cache[key] = one.read() == other.read()
    return _cache[key]


def _compared(path1, path2, shallow):
    """0: the same, 1: different, 2: cannot be said."""
    try:
        return 0 if cmp(path1, path2, shallow) else 1
    except (OSError, ValueError):
        return 2


def cmpfiles(a, b, common, shallow=True):
    """(the same, different, not to be compared) of files with these names in two folders."""
    found = [], [], []
    for name in common:
        found[_compared(os.path.join(a, name), os.path.join(b, name), shallow)].append(name)
    return found


class dircmp:
    """What two folders have in common, and what not. Looked at when it is first asked for."""

    def __init__(self, a, b, ignore=None, hide=None, *, shallow=True):
        self.left, self.right, self.shallow = a, b, shallow
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def _names(self, folder):
        hidden = [*self.hide, *self.ignore]
        return sorted(name for name in os.listdir(folder) if name not in hidden)

    def phase0(self):
        self.left_list, self.right_list = self._names(self.left), self._names(self.right)

    def phase1(self):
        left, right = dict.fromkeys(self.left_list), dict.fromkeys(self.right_list)
        self.common = list(filter(right.__contains__, left))
        self.left_only, self.right_only = list(filterfalse(right.__contains__, left)), list(filterfalse(left.__contains__, right))

    def phase2(self):
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            kinds = []
            for folder in self.left, self.right:
                try:
                    kinds.append(stat.S_IFMT(os.stat(os.path.join(folder, name)).st_mode))
                except (OSError, ValueError):
                    kinds.append(None)
            same = kinds[0] if kinds[0] == kinds[1] else None
            (self.common_dirs if same == stat.S_IFDIR else self.common_files if same == stat.S_IFREG else self.common_funny).append(name)

    def phase3(self):
        self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files, self.shallow)

    def phase4(self):
        self.subdirs = {name: self.__class__(os.path.join(self.left, name), os.path.join(self.right, name), self.ignore, self.hide,
                                             shallow=self.shallow) for name in self.common_dirs}

    def phase4_closure(self):
        self.phase4()
        for each in self.subdirs.values():
            each.phase4_closure()

    def report(self):
        print('diff', self.left, self.right)
        for title, names in ((f'Only in {self.left} :', self.left_only), (f'Only in {self.right} :', self.right_only),
                             ('Identical files :', self.same_files), ('Differing files :', self.diff_files),
                             ('Trouble with common files :', self.funny_files), ('Common subdirectories :', self.common_dirs),
                             ('Common funny cases :', self.common_funny)):
            if names:
                names.sort()
                print(title, names)

    def report_partial_closure(self):
        self.report()
        for each in self.subdirs.values():
            print()
            each.report()

    def report_full_closure(self):
        self.report()
        for each in self.subdirs.values():
            print()
            each.report_full_closure()

    methodmap = dict(subdirs=phase4, same_files=phase3, diff_files=phase3, funny_files=phase3, common_dirs=phase2, common_files=phase2,
                     common_funny=phase2, common=phase1, left_only=phase1, right_only=phase1, left_list=phase0, right_list=phase0)

    def __getattr__(self, attr):
        if attr not in self.methodmap:
            raise AttributeError(attr)
        self.methodmap[attr](self)
        return getattr(self, attr)

    __class_getitem__ = classmethod(GenericAlias)
