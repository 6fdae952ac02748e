"""shutil: files and folders copied, moved and removed."""
import os
import stat
import fnmatch
import collections

__all__ = ['get_archive_formats', 'get_unpack_formats', 'copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move', 'rmtree', 'Error', 'SpecialFileError',
           'SameFileError', 'disk_usage', 'which', 'get_terminal_size', 'ignore_patterns', 'chown',
           'make_archive', 'unpack_archive', 'register_archive_format', 'unregister_archive_format', 'register_unpack_format',
           'unregister_unpack_format']
COPY_BUFSIZE = 256 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


class ReadError(OSError):
    pass


class ExecError(OSError):
    pass


class RegistryError(Exception):
    pass


def copyfileobj(fsrc, fdst, length=0):
    while piece := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(piece)


def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.exists(dst) and os.path.exists(src) and os.path.samefile(src, dst):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, 'rb') as source:
        try:
            with open(dst, 'wb') as target:
                copyfileobj(source, target)
        except IsADirectoryError:
            if not os.path.exists(dst):
                raise FileNotFoundError(f'Directory does not exist: {dst}') from None
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    found = os.stat(src, follow_symlinks=follow_symlinks)
    os.utime(dst, ns=(found.st_atime_ns, found.st_mtime_ns), follow_symlinks=follow_symlinks)
    os.chmod(dst, stat.S_IMODE(found.st_mode), follow_symlinks=follow_symlinks)


def _into(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = copyfile(src, _into(src, dst), follow_symlinks=follow_symlinks)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = copyfile(src, _into(src, dst), follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    def ignore(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    names = os.listdir(src)
    ignored = set(ignore(os.fspath(src), names)) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in ignored:
            continue
        source, target = os.path.join(src, name), os.path.join(dst, name)
        if ignore_dangling_symlinks and not symlinks and os.path.islink(source) and not os.path.exists(os.readlink(source)):
            continue
        try:
            if symlinks and os.path.islink(source):
                os.symlink(os.readlink(source), target)
            elif os.path.isdir(source):
                copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(source, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((source, target, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        errors.append((src, dst, str(error)))
    if errors:
        raise Error(errors)
    return dst


def _remove_tree(path, report):
    try:
        entries = list(os.scandir(path))
    except OSError as error:
        report(os.scandir, path, error)
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            _remove_tree(entry.path, report)
            continue
        try:
            os.unlink(entry.path)
        except OSError as error:
            report(os.unlink, entry.path, error)
    try:
        os.rmdir(path)
    except OSError as error:
        report(os.rmdir, path, error)


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    def report(function, name, error):
        if ignore_errors:
            return
        if onexc is not None:
            onexc(function, name, error)
        elif onerror is not None:
            onerror(function, name, (type(error), error, error.__traceback__))
        else:
            raise error
    try:
        found = os.lstat(path)
    except OSError as error:
        report(os.lstat, path, error)
        return
    if stat.S_ISLNK(found.st_mode):
        report(os.path.islink, path, OSError('Cannot call rmtree on a symbolic link'))
    elif not stat.S_ISDIR(found.st_mode):
        report(os.rmdir, path, NotADirectoryError(20, 'Not a directory', path))
    else:
        _remove_tree(path, report)


rmtree.avoids_symlink_attacks = True


def move(src, dst, copy_function=copy2):
    target = dst
    if os.path.isdir(dst):
        if os.path.exists(src) and os.path.samefile(src, dst):
            os.rename(src, dst)
            return None
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip('/')))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
    except OSError as error:
        if error.errno == 22:
            raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.") from None
        copy_function(src, target)
        os.unlink(src)
    return target


_usage = collections.namedtuple('usage', 'total used free')


def disk_usage(path):
    os.stat(path)
    used = sum(os.lstat(os.path.join(top, name)).st_size for top, _, names in os.walk('/') for name in names)
    return _usage(1 << 28, used, (1 << 28) - used)


def get_terminal_size(fallback=(80, 24)):
    def wanted(name):
        text = os.environ.get(name, '')
        return int(text) if text.isdigit() else 0
    return os.terminal_size((wanted('COLUMNS') or fallback[0], wanted('LINES') or fallback[1]))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    folders = [''] if os.path.dirname(cmd) else (path if path is not None else os.environ.get('PATH', os.defpath)).split(os.pathsep)
    for folder in folders:
        name = os.path.join(folder, cmd)
        if os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name):
            return name
    return None


def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
    if user is None and group is None:
        raise ValueError('user and/or group must be set')
    os.stat(path)


_ARCHIVES = {'zip': ('ZIP file', ['.zip'])}      # there is no tarfile
_PACKERS, _UNPACKERS = {}, {}                    # what the program registers


def register_archive_format(name, function, extra_args=None, description=''):
    """Registers an archive format."""
    extra_args = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError(f'The {function} object is not callable')
    if not isinstance(extra_args, (tuple, list)):
        raise TypeError('extra_args needs to be a sequence')
    if any(not isinstance(pair, (tuple, list)) or len(pair) != 2 for pair in extra_args):
        raise TypeError('extra_args elements are : (arg_name, value)')
    _PACKERS[name] = function, dict(extra_args), description


def unregister_archive_format(name):
    del _PACKERS[name]


def register_unpack_format(name, extensions, function, extra_args=None, description=''):
    """Registers an unpack format."""
    for known, kinds, _ in get_unpack_formats():
        for extension in extensions:
            if extension in kinds:
                raise RegistryError(f'{extension} is already registered for "{known}"')
    if not callable(function):
        raise TypeError('The registered function must be a callable')
    _UNPACKERS[name] = list(extensions), function, dict(extra_args or ()), description


def unregister_unpack_format(name):
    """Removes the pack format from the registry."""
    del _UNPACKERS[name]


def _packed_by(name, function, options, root_dir, base_dir):
    here = os.getcwd()
    if root_dir is not None:
        name = os.path.abspath(name)
        os.chdir(root_dir)
    try:
        return function(name, base_dir or os.curdir, **options)
    finally:
        os.chdir(here)


def get_archive_formats():
    """Returns a list of supported formats for archiving and unarchiving."""
    return sorted([(name, each[0]) for name, each in _ARCHIVES.items()] + [(name, each[2]) for name, each in _PACKERS.items()])


def get_unpack_formats():
    """Returns a list of supported formats for unpacking."""
    return sorted([(name, each[1], each[0]) for name, each in _ARCHIVES.items()] +
                  [(name, each[0], each[3]) for name, each in _UNPACKERS.items()])


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    """Create an archive file (eg. zip)."""
    if format in _PACKERS:
        function, options, _ = _PACKERS[format]
        return _packed_by(os.fspath(base_name), function, {'dry_run': dry_run, 'logger': logger, 'owner': owner, 'group': group} | options,
                          root_dir, base_dir)
    if format in ('tar', 'gztar', 'bztar', 'xztar', 'zstdtar'):
        raise NotImplementedError('Loopscope has no tar archives (shutil.make_archive) yet')
    if format not in _ARCHIVES:
        raise ValueError(f"unknown archive format '{format}'")
    import zipfile
    root, base = os.fspath(root_dir or os.curdir), os.fspath(base_dir or os.curdir)
    name = os.path.abspath(os.fspath(base_name) + '.zip')
    os.makedirs(os.path.dirname(name), exist_ok=True)

    def inside(path):
        return os.path.normpath(os.path.relpath(path, root))
    with zipfile.ZipFile(name, 'w', compression=zipfile.ZIP_DEFLATED) as archive:
        top = os.path.normpath(os.path.join(root, base))
        if inside(top) != os.curdir:
            archive.write(top, inside(top))
        for folder, dirs, files in os.walk(top):
            for each in sorted(dirs):
                archive.write(os.path.join(folder, each), inside(os.path.join(folder, each)))
            for each in files:
                path = os.path.join(folder, each)
                if os.path.isfile(path) and os.path.abspath(path) != name:
                    archive.write(path, inside(path))
    return name if root_dir is not None or os.path.isabs(os.fspath(base_name)) else os.fspath(base_name) + '.zip'


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpack an archive."""
    name = os.fspath(filename)
    for known, (extensions, function, options, _) in _UNPACKERS.items():
        if format == known or format is None and name.endswith(tuple(extensions)):
            return function(filename, os.getcwd() if extract_dir is None else extract_dir, **options)
    if format is None:
        if not name.endswith('.zip'):
            raise ReadError(f"Unknown archive format '{filename}'")
    elif format not in _ARCHIVES:
        raise ValueError(f"Unknown unpack format '{format}'")
    import zipfile
    if not zipfile.is_zipfile(name):
        raise ReadError(f'{name} is not a zip file')
    with zipfile.ZipFile(name) as archive:
        archive.extractall(extract_dir if extract_dir is not None else os.getcwd())
