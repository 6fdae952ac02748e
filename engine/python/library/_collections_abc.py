"""What collections.abc stands on in CPython."""
from collections.abc import *
