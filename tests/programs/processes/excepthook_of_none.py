"""An excepthook that cannot be called is told of, and then the error itself."""
import sys

sys.excepthook = None
print('at the end')
{}['absent']
