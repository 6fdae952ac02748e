"""Modules that are the engine's own, each imported for the first time."""
import _collections
import _functools
import _json
import _random
import _signal
import _sre
import _struct
import _warnings
import _weakref
import gc
import math
import sys
import time

print(*(module.__name__ for module in (_collections, _functools, _json, _random, _signal, _sre, _struct, _warnings, _weakref)))
print(*(module.__name__ for module in (gc, math, sys, time)))
