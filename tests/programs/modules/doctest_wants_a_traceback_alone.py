"""An example whose output stands before a traceback expects no exception; what scandir returns says its name."""
import doctest
import os


def last():
    """
    >>> print(1); {}['a']
    1
    Traceback (most recent call last):
    KeyError: 'a'
    >>> {}['a']
    Traceback (most recent call last):
        ...
    KeyError: 'a'
    """


print(doctest.testmod())
print(type(os.scandir()))
