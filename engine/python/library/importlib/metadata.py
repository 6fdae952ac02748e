"""importlib.metadata: what is known of installed distributions; none is installed here."""

__all__ = ['Distribution', 'DistributionFinder', 'PackageMetadata', 'PackageNotFoundError', 'PackagePath', 'SimplePath', 'distribution',
           'distributions', 'entry_points', 'files', 'metadata', 'packages_distributions', 'requires', 'version']


class PackageNotFoundError(ModuleNotFoundError):
    """The package was not found."""

    def __str__(self):
        return f'No package metadata was found for {self.name}'

    @property
    def name(self):
        name, = self.args
        return name


class EntryPoints(tuple):
    """An immutable collection of selectable EntryPoint objects."""
    __slots__ = ()

    def __getitem__(self, name):
        raise KeyError(name)

    def __repr__(self):
        return f'{self.__class__.__name__}({tuple(self)!r})'

    def select(self, **params):
        return self

    names = groups = property(lambda self: set())


class Distribution:
    """An abstract Python distribution package."""

    @classmethod
    def from_name(cls, name):
        if not name:
            raise ValueError('A distribution name is required.')
        try:
            return next(iter(cls.discover(name=name)))
        except StopIteration:
            raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, *, context=None, **kwargs):
        return iter(())


class DistributionFinder:
    """A MetaPathFinder capable of discovering installed distributions."""


class PackageMetadata:
    """What distributions say of themselves."""


class SimplePath:
    """A part of pathlib.Path."""


class PackagePath:
    """A reference to a path in a package"""


def distribution(distribution_name):
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    return Distribution.from_name(distribution_name)


def version(distribution_name):
    return distribution(distribution_name).version


def files(distribution_name):
    return distribution(distribution_name).files


def requires(distribution_name):
    return distribution(distribution_name).requires


def entry_points(**params):
    return EntryPoints()


def packages_distributions():
    return {}
