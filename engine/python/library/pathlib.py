"""pathlib: paths as objects. Pure ones are text alone; Path asks the run's own file system."""
import io
import os
import sys
import stat as _stat
import posixpath
import fnmatch
import functools

__all__ = ['UnsupportedOperation', 'PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath']


class UnsupportedOperation(NotImplementedError):
    pass


class _Windows:
    """The little of ntpath that pure Windows paths need."""
    sep, altsep = '\\', '/'

    @staticmethod
    def splitroot(path):
        text = path.replace('/', '\\')
        if text.startswith('\\\\'):
            at = text.find('\\', 8 if text[:8].upper() == '\\\\?\\UNC\\' else 2)
            end = -1 if at < 0 else text.find('\\', at + 1)
            if at < 0 or end < 0:
                return text, '', ''
            return text[:end], '\\', text[end + 1:]
        if text[1:2] == ':':
            root = '\\' if text[2:3] == '\\' else ''
            return text[:2], root, text[2 + len(root):]
        root = '\\' if text.startswith('\\') else ''
        return '', root, text[len(root):]

    @staticmethod
    def normcase(path):
        return path.replace('/', '\\').lower()


def _names_share(parts):
    """Whether a Windows drive, cut at its separators, is a server's share: then there is a root behind it."""
    return len(parts) == 4 and parts[2] not in ('?', '.') or len(parts) == 6


class PurePath:
    parser = posixpath
    _case = staticmethod(lambda text: text)

    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *pathsegments):
        texts = []
        for part in pathsegments:
            if isinstance(part, PurePath):
                texts.append(str(part).replace('\\', '/') if part.parser is not self.parser and self.parser is posixpath else str(part))
                continue
            text = part if isinstance(part, str) or not hasattr(part, '__fspath__') else os.fspath(part)
            if not isinstance(text, str):
                raise TypeError('argument should be a str or an os.PathLike object where __fspath__ returns a str, '
                                f'not {type(text).__name__!r}')
            texts.append(text)
        self._take(texts)

    def _take(self, texts):
        self.drive, self.root, self._tail = '', '', []
        sep = self.parser.sep
        for text in texts:
            if not text:
                continue
            if self.parser is posixpath:
                drive, root, rest = posixpath.splitroot(text)
            else:
                drive, root, rest = self.parser.splitroot(text)
            if not root and drive.startswith(sep) and _names_share(drive.split(sep)):
                root = sep
            if root:
                self.drive, self.root, self._tail = drive or self.drive, root, []
            elif drive:
                if drive.lower() != self.drive.lower():
                    self.root, self._tail = '', []
                self.drive = drive
            self._tail = self._tail + [part for part in rest.split(sep) if part and part != '.']

    def _make(self, drive, root, tail):
        if type(self).with_segments is not PurePath.with_segments:
            return self.with_segments(drive + root + self.parser.sep.join(tail))
        new = object.__new__(type(self))
        new.drive, new.root, new._tail = drive, root, list(tail)
        if type(self).__init__ is not PurePath.__init__:
            new.__dict__.update({key: value for key, value in self.__dict__.items() if key not in ('drive', 'root', '_tail', '_text')})
        return new

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def __reduce__(self):
        return type(self), (str(self),)

    def __str__(self):
        text = self.__dict__.get('_text')
        if text is None:
            text = self.drive + self.root + self.parser.sep.join(self._tail) or '.'
            if not self.drive and not self.root and self.parser is not posixpath and self.parser.splitroot(text)[0]:
                text = '.' + self.parser.sep + text  # a name that looks like a drive
            self._text = text
        return text

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(str(self))

    def __repr__(self):
        return f'{type(self).__name__}({self.as_posix()!r})'

    def as_posix(self):
        return str(self).replace(self.parser.sep, '/')

    # Comparing.
    def _same_kind(self, other):
        return isinstance(other, PurePath) and self.parser is other.parser

    def _key(self):
        return self._case(self.drive + self.root), *map(self._case, self._tail)

    def __eq__(self, other):
        return self._key() == other._key() if self._same_kind(other) else NotImplemented

    def __hash__(self):
        return hash(self._case(str(self)))

    def _order(self):
        return self._case(str(self)).split(self.parser.sep) if str(self) != '.' else []

    def __lt__(self, other):
        return self._order() < other._order() if self._same_kind(other) else NotImplemented

    def __le__(self, other):
        return self._order() <= other._order() if self._same_kind(other) else NotImplemented

    def __gt__(self, other):
        return self._order() > other._order() if self._same_kind(other) else NotImplemented

    def __ge__(self, other):
        return self._order() >= other._order() if self._same_kind(other) else NotImplemented

    # Joining.
    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    # Parts.
    @property
    def anchor(self):
        return self.drive + self.root

    @property
    def parts(self):
        return ((self.anchor,) if self.anchor else ()) + tuple(self._tail)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ''

    @property
    def suffix(self):
        return posixpath.splitext(self.name)[1]

    @property
    def suffixes(self):
        return ['.' + part for part in self.name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        return posixpath.splitext(self.name)[0]

    @property
    def parent(self):
        return self._make(self.drive, self.root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        if not name or self.parser.sep in name or (self.parser is not posixpath and '/' in name) or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        if not self._tail:
            raise ValueError(f'{self!r} has an empty name')
        return self._make(self.drive, self.root, [*self._tail[:-1], name])

    def with_stem(self, stem):
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f'{self!r} has a non-empty suffix')
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f'{self!r} has an empty name')
        if suffix and not suffix.startswith('.'):
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self.with_name(stem + suffix)

    def is_absolute(self):
        return bool(self.root) and (self.parser is posixpath or bool(self.drive))

    def is_reserved(self):
        import warnings
        warnings.warn('pathlib.PurePath.is_reserved() is deprecated and scheduled for removal in Python 3.15. '
                      'Use os.path.isreserved() to detect reserved paths on Windows.', DeprecationWarning, stacklevel=2)
        if self.parser is posixpath or not self.name or self.drive.startswith('\\'):
            return False
        base = self.name.partition('.')[0].rstrip(' ').upper()
        return self.name[-1] in '. ' or base in ('CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$') or \
            len(base) == 4 and base[:3] in ('COM', 'LPT') and base[3] in '123456789\xb9\xb2\xb3'

    def is_relative_to(self, other):
        other = other if isinstance(other, PurePath) else self.with_segments(other)
        return other == self or other in self.parents

    def relative_to(self, other, *, walk_up=False):
        other = other if isinstance(other, PurePath) else self.with_segments(other)
        for step, path in enumerate((other, *other.parents)):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')
            if path.name == '..':
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f'{str(self)!r} and {str(other)!r} have different anchors')
        return self._make('', '', ['..'] * step + self._tail[len(path._tail):])

    def as_uri(self):
        import warnings
        warnings.warn(
            'pathlib.PurePath.as_uri() is deprecated and scheduled for removal in Python 3.19. Use pathlib.Path.as_uri().',
            DeprecationWarning, stacklevel=2)
        return self._uri()

    def _uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        start = 'file:///' if self.drive[1:2] == ':' else 'file:' if self.drive else 'file://'
        return start + quote_from_bytes(os.fsencode(self.as_posix()), safe='/:' if self.drive else '/')

    # Patterns.
    def _matches(self, parts, patterns, at=0, pattern=0):
        """Whether parts[at:] fit patterns[pattern:], where ** is any number of parts."""
        while pattern < len(patterns):
            wanted = patterns[pattern]
            if wanted == '**':
                if pattern and pattern == len(patterns) - 1 and patterns[pattern - 1][-1] not in '/\\':
                    return at < len(parts)  # there is a separator before it
                return any(self._matches(parts, patterns, start, pattern + 1) for start in range(at, len(parts) + 1))
            if at >= len(parts) or not fnmatch.fnmatchcase(parts[at], wanted):
                return False
            at, pattern = at + 1, pattern + 1
        return at == len(parts)

    def _fold(self, case_sensitive):
        return self._case if case_sensitive is None else PurePath._case if case_sensitive else str.lower

    def full_match(self, pattern, *, case_sensitive=None):
        other = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)
        fold = self._fold(case_sensitive)
        return self._matches([*map(fold, self.parts)], [*map(fold, other.parts)])

    def match(self, path_pattern, *, case_sensitive=None):
        other = path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)
        if not other.parts:
            raise ValueError('empty pattern')
        fold = self._fold(case_sensitive)
        ours, theirs = [*map(fold, self.parts)], [*map(fold, other.parts)]
        if len(theirs) > len(ours) or (other.anchor and len(theirs) != len(ours)):
            return False
        return all(fnmatch.fnmatchcase(part, '*' if pattern == '**' else pattern) for part, pattern in zip(ours[-len(theirs):], theirs))


class _Parents:
    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        path = self._path
        return path._make(path.drive, path.root, path._tail[:len(path._tail) - index - 1])

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __contains__(self, path):
        return any(path == parent for parent in self)

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'


_Parents.__name__ = '_PathParents'


class PurePosixPath(PurePath):
    pass


class PureWindowsPath(PurePath):
    parser = _Windows
    _case = staticmethod(str.lower)


class _PathInfo:
    """What is known of a path, asked for once."""

    def __init__(self, path):
        self._path = str(path)

    def exists(self, *, follow_symlinks=True):
        return (os.path.exists if follow_symlinks else os.path.lexists)(self._path)

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(self._path) and (follow_symlinks or not self.is_symlink())

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(self._path) and (follow_symlinks or not self.is_symlink())

    def is_symlink(self):
        return os.path.islink(self._path)

    def __repr__(self):
        return '<PosixPath.info>'


class Path(PurePath):
    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @property
    def info(self):
        found = self.__dict__.get('_info')
        if found is None:
            found = self._info = _PathInfo(self)
        return found

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls('~').expanduser()

    @classmethod
    def from_uri(cls, uri):
        from urllib.parse import unquote_to_bytes
        if not uri.startswith('file:'):
            raise ValueError("URL is missing a 'file:' scheme")
        text = uri[5:]
        if text.startswith('//'):
            text = text[2:].removeprefix('localhost')
            if text[:1] not in ('', '/'):
                raise ValueError('file:// scheme is supported only on localhost')
        path = cls(os.fsdecode(unquote_to_bytes(text)))
        if not path.is_absolute():
            raise ValueError(f'URI is not absolute: {uri!r}')
        return path

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative paths can't be expressed as file URIs")
        return self._uri()

    def absolute(self):
        return self if self.is_absolute() else self._make('', '/', Path.cwd()._tail + self._tail)

    def resolve(self, strict=False):
        return self.with_segments(os.path.realpath(self, strict=strict))

    def expanduser(self):
        if self.root or not self._tail or not self._tail[0].startswith('~'):
            return self
        home = os.path.expanduser(self._tail[0])
        if home.startswith('~'):
            raise RuntimeError('Could not determine home directory.')
        return self.with_segments(home, *self._tail[1:])

    def readlink(self):
        return self.with_segments(os.readlink(str(self)))

    # Questions.
    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        return self.info.exists(follow_symlinks=follow_symlinks)

    def is_dir(self, *, follow_symlinks=True):
        return self.info.is_dir(follow_symlinks=follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self.info.is_file(follow_symlinks=follow_symlinks)

    def is_symlink(self):
        return os.path.islink(self)

    def is_mount(self):
        return os.path.ismount(self)

    def is_junction(self):
        return False

    def _is(self, test):
        try:
            return test(self.stat().st_mode)
        except (OSError, ValueError):
            return False

    def is_socket(self):
        return self._is(_stat.S_ISSOCK)

    def is_fifo(self):
        return self._is(_stat.S_ISFIFO)

    def is_block_device(self):
        return self._is(_stat.S_ISBLK)

    def is_char_device(self):
        return self._is(_stat.S_ISCHR)

    def samefile(self, other_path):
        other = other_path.stat() if hasattr(other_path, 'stat') else self.with_segments(other_path).stat()
        return os.path.samestat(self.stat(), other)

    def owner(self, *, follow_symlinks=True):
        return 'loopscope' if self.stat(follow_symlinks=follow_symlinks).st_uid == os.getuid() else 'root'

    group = owner

    # Reading and writing.
    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open('r', -1, encoding, errors, newline) as file:
            return file.read()

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {type(data).__name__}')
        with self.open('w', -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open('wb') as file:
            return file.write(view)

    # Folders.
    def _child(self, name):
        return self._make(self.drive, self.root, [*self._tail, name])

    def iterdir(self):
        with os.scandir(str(self)) as entries:
            names = [entry.name for entry in entries]
        return iter([self._child(name) for name in names])

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, False, exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def _select(self, patterns, fold, follow):
        """The paths below this one that fit the patterns: one twice that fits in two ways."""
        if not patterns:
            yield self
            return
        first, rest = patterns[0], patterns[1:]
        if first == '**' and follow:
            yield from self._select_below(patterns, fold)
        elif first == '**':
            for folder in self._folders(follow):
                if rest:
                    yield from folder._select(rest, fold, follow)
                    continue
                yield folder
                for child in folder._children():
                    if not child.is_dir() or (child.is_symlink() and not follow):
                        yield child
        elif first == '..':
            yield from self._child('..')._select(rest, fold, follow)
        elif fold is not str.lower and not any(char in first for char in '*?['):
            child = self._child(first)
            if child.exists(follow_symlinks=False):
                yield from child._select(rest, fold, follow)
        else:
            for child in self._children():
                if fnmatch.fnmatchcase(fold(child.name), fold(first)) and (not rest or child.is_dir()):
                    yield from child._select(rest, fold, follow)

    def _select_below(self, patterns, fold):
        """Where links are followed each path below is held against all the patterns to the next '..', once."""
        stop = patterns.index('..') if '..' in patterns else len(patterns)
        here, after = [fold(pattern) for pattern in patterns[:stop]], patterns[stop:]
        for folder in self._folders(True):
            files = [] if after else [child for child in folder._children() if not child.is_dir()]
            for path in [folder, *files]:
                if self._matches([fold(name) for name in path._tail[len(self._tail):]], here):
                    yield from path._select(after, fold, True)

    def _children(self):
        try:
            return list(self.iterdir())
        except OSError:
            return []

    def _folders(self, follow):
        if not self.is_dir():
            return
        yield self
        for child in self._children():
            if child.is_dir() and (follow or not child.is_symlink()):
                yield from child._folders(follow)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        text = os.fspath(pattern)
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        if pattern.anchor:
            raise NotImplementedError('Non-relative patterns are unsupported')
        patterns = [part for at, part in enumerate(pattern._tail) if part != '**' or pattern._tail[at - 1:at] != ['**']]
        if not patterns and not text.strip('./'):
            raise ValueError(f'Unacceptable pattern: {text!r}')
        only_folders = text.endswith('/')
        fold = str.lower if case_sensitive is False else lambda name: name
        plain = patterns[-1:] == ['**'] and not recurse_symlinks  # links are not among the folders below
        return (path for path in self._select(patterns, fold, recurse_symlinks)
                if not only_folders or path.is_dir() and not (plain and path is not self and path.is_symlink()))

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        if self.with_segments(pattern).anchor:
            raise NotImplementedError('Non-relative patterns are unsupported')
        return self.glob('**/' + os.fspath(pattern), case_sensitive=case_sensitive, recurse_symlinks=recurse_symlinks)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for top, folders, names in os.walk(self, top_down, on_error, follow_symlinks):
            if not follow_symlinks:  # links to folders are files here
                links = [name for name in folders if os.path.islink(os.path.join(top, name))]
                folders[:] = [name for name in folders if name not in links]
                names += links
            yield self.with_segments(top), folders, names

    # Changing.
    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok and os.path.exists(self):
            os.utime(self)
            return
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return target if hasattr(target, 'with_segments') else self.with_segments(target)

    def replace(self, target):
        os.replace(self, target)
        return target if hasattr(target, 'with_segments') else self.with_segments(target)

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        os.link(target, self)

    def copy(self, target, *, follow_symlinks=True, preserve_metadata=False):
        target = target if isinstance(target, Path) else self.with_segments(target)
        if self == target:
            raise OSError(22, 'Source and target are the same path', str(self), None, str(target))
        if self in target.parents:
            raise OSError(22, 'Source path is a parent of target path', str(self), None, str(target))
        self._copy(target, follow_symlinks, preserve_metadata)
        return target

    def _copy(self, target, follow, keep):
        import shutil
        if not follow and self.is_symlink():
            target.symlink_to(self.readlink())
        elif self.is_dir():
            target.mkdir()
            for child in self.iterdir():
                child._copy(target._child(child.name), follow, keep)
        else:
            shutil.copyfile(self, target)
        if keep:
            shutil.copystat(self, target, follow_symlinks=follow)

    def copy_into(self, target_dir, **kwargs):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        return self.copy(self.with_segments(target_dir, self.name), **kwargs)

    def move(self, target):
        target = target if isinstance(target, Path) else self.with_segments(target)
        os.replace(self, target)
        return target

    def move_into(self, target_dir):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        return self.move(self.with_segments(target_dir, self.name))


class PosixPath(Path, PurePosixPath):
    pass


class WindowsPath(Path, PureWindowsPath):
    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation("cannot instantiate 'WindowsPath' on your system")


os.PathLike.register(PurePath)
