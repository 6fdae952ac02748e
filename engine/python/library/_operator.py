"""What operator stands on in CPython."""
from operator import *
