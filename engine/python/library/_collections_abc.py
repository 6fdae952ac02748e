"""What collections.abc stands on in CPython."""
from collections.abc import *
from collections.abc import __all__, _CallableGenericAlias
