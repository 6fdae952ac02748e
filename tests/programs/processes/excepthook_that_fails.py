"""An excepthook's own error is shown with its place, and then the one that it was called for."""
import sys


def hook(kind, value, traceback):
    print('hook', kind.__name__, value)
    raise ValueError('in the hook')


sys.excepthook = hook
{}['absent']
