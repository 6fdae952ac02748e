"""A package may put something else into sys.modules for itself: submodules are found through its __path__."""
import os
import sys
import tempfile

os.chdir(tempfile.mkdtemp())
os.mkdir('automatic')
with open('automatic/__init__.py', 'w') as file:
    file.write('''
import sys, types

class Module(types.ModuleType):
    def __getattr__(self, name):
        if name == 'made':
            return 'made when asked for'
        raise AttributeError(name)

own = Module(__name__)
own.__dict__.update(sys.modules[__name__].__dict__)
sys.modules[__name__] = own
''')
for name in ('first', '_second'):
    with open(f'automatic/{name}.py', 'w') as file:
        file.write(f'x = {name!r}\n')
os.mkdir('plain')
with open('plain/__init__.py', 'w') as file:
    file.write('''
import sys

class Package:
    __path__, __name__, __spec__, __file__ = __path__, __name__, __spec__, __file__
    known = 1

sys.modules[__name__] = Package()
''')
with open('plain/inner.py', 'w') as file:
    file.write('x = 2\n')
sys.path.insert(0, os.getcwd())

import automatic
from automatic import made
from automatic import first
from automatic import _second
print(type(automatic).__name__, made, first.x, _second.x, automatic.first is first)
try:
    from automatic import third
except ImportError as error:
    print(type(error).__name__, error.name)

import plain
from plain import inner, known
print(type(plain).__name__, inner.x, known, plain.inner is inner)
try:
    from plain import unknown
except ImportError as error:
    print(type(error).__name__, error.name)
