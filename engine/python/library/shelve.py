"""Dictionaries that stay in a file. There is no dbm: the file is the pickle of a dictionary of pickles."""
import collections.abc
import os
import pickle

__all__ = ['Shelf', 'BsdDbShelf', 'DbfilenameShelf', 'open']


class _ClosedDict(collections.abc.MutableMapping):
    def closed(self, *args):
        raise ValueError('invalid operation on closed shelf')
    __iter__ = __len__ = __getitem__ = __setitem__ = __delitem__ = keys = closed

    def __repr__(self):
        return '<Closed Dictionary>'


class Shelf(collections.abc.MutableMapping):
    """Base class for shelf implementations: around a mapping of bytes to bytes."""

    def __init__(self, dict, protocol=None, writeback=False, keyencoding='utf-8'):
        self.dict, self.writeback, self.cache, self.keyencoding = dict, writeback, {}, keyencoding
        self._protocol = pickle.DEFAULT_PROTOCOL if protocol is None else protocol

    def __iter__(self):
        for key in self.dict.keys():
            yield key.decode(self.keyencoding)

    def __len__(self):
        return len(self.dict)

    def __contains__(self, key):
        return key.encode(self.keyencoding) in self.dict

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __getitem__(self, key):
        if key in self.cache:
            return self.cache[key]
        value = pickle.loads(self.dict[key.encode(self.keyencoding)])
        if self.writeback:
            self.cache[key] = value
        return value

    def __setitem__(self, key, value):
        if self.writeback:
            self.cache[key] = value
        self.dict[key.encode(self.keyencoding)] = pickle.dumps(value, self._protocol)

    def __delitem__(self, key):
        del self.dict[key.encode(self.keyencoding)]
        self.cache.pop(key, None)

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def close(self):
        if self.dict is None:
            return
        try:
            self.sync()
            if hasattr(self.dict, 'close'):
                self.dict.close()
        finally:
            self.dict = _ClosedDict()

    def sync(self):
        if self.writeback and self.cache:
            self.writeback = False
            for key, value in self.cache.items():
                self[key] = value
            self.writeback, self.cache = True, {}
        if hasattr(self.dict, 'sync'):
            self.dict.sync()

    def __del__(self):
        if hasattr(self, 'writeback') and not isinstance(self.dict, _ClosedDict):
            self.close()


BsdDbShelf = Shelf


class _Store(dict):
    """What a file holds, written when it is told to."""

    def __init__(self, filename, flag):
        self._name, self._flag = filename, flag
        if flag not in ('r', 'w', 'c', 'n'):
            raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
        if flag in 'rw' and not os.path.exists(filename):
            raise OSError(2, f"db file doesn't exist; use 'c' or 'n' flag to create a new db: {filename!r}")
        if flag != 'n' and os.path.exists(filename):
            with _open(filename, 'rb') as file:
                self.update(pickle.load(file))
        elif flag in 'cn':
            self.sync()

    def sync(self):
        if self._flag != 'r':
            with _open(self._name, 'wb') as file:
                pickle.dump(dict(self), file)

    close = sync

    def __setitem__(self, key, value):
        if self._flag == 'r':
            raise ValueError('The database is opened for reading only')
        super().__setitem__(key, value)

    def __delitem__(self, key):
        if self._flag == 'r':
            raise ValueError('The database is opened for reading only')
        super().__delitem__(key)


class DbfilenameShelf(Shelf):
    """Shelf implementation for a file."""

    def __init__(self, filename, flag='c', protocol=None, writeback=False):
        super().__init__(_Store(os.fspath(filename), flag), protocol, writeback)


_open = open


def open(filename, flag='c', protocol=None, writeback=False):
    """Open a persistent dictionary for reading and writing."""
    return DbfilenameShelf(filename, flag, protocol, writeback)
