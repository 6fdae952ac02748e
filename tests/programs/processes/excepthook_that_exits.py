"""An excepthook that exits says the program's status."""
import sys


def hook(kind, value, traceback):
    print('hook', kind.__name__, value)
    sys.exit(7)


sys.excepthook = hook
{}['absent']
