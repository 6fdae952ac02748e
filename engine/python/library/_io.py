"""What io stands on in CPython."""
from io import *
