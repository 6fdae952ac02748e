"""What _pydatetime has, by the names that programs import."""
from _pydatetime import *
from _pydatetime import __all__
