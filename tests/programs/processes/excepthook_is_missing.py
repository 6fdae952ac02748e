"""Without any excepthook the error is shown all the same."""
import sys

del sys.excepthook
{}['absent']
