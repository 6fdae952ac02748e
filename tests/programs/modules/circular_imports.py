# Modules that import each other: what is not there yet, and how errors say it.
import os

os.mkdir('ring')
texts = {
    '__init__': '',
    'first': 'import ring.second\nONE = 1\n',
    'second': 'import ring.first\nTWO = 2\ndef both():\n    return ring.first.ONE + TWO\n',
    'third': 'from ring.fourth import FOUR\nTHREE = 3\n',
    'fourth': 'from ring.third import THREE\nFOUR = 4\n',
    'fifth': 'import ring.sixth\nFIVE = 5\n',
    'sixth': 'import ring.fifth\nprint(ring.fifth.FIVE)\n',
    'seventh': 'from . import eighth\nSEVEN = 7\n',
    'eighth': 'from . import seventh\nEIGHT = 8\nprint(hasattr(seventh, "SEVEN"))\n',
    'ninth': 'import sys\nown = sys.modules[__name__]\ntry:\n    own.later\nexcept AttributeError as error:\n    print(str(error).replace(__file__, "its file"))\nlater = 1\n',
}
for name, text in texts.items():
    with open(f'ring/{name}.py', 'w') as file:
        file.write(text)

import ring.first
print(ring.second.both())
for name in ('third', 'fifth', 'seventh', 'ninth'):
    try:
        __import__(f'ring.{name}')
    except Exception as error:
        print(f'{name}: {type(error).__name__}: {error}'.replace(os.getcwd(), ''))
print(ring.seventh.SEVEN, ring.eighth.EIGHT, ring.ninth.later)
