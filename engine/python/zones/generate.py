"""Writes engine/python/library/_zones.py: the time zone database (tz), as its own tools shorten it.

    python3 generate.py /usr/share/zoneinfo/tzdata.zi

The database is in the public domain."""

import pathlib
import sys

here = pathlib.Path(__file__).parent
sys.path.append(str(here.parent / 'unicode'))
from tables import put

first, *lines = pathlib.Path(sys.argv[1]).read_text().splitlines()
version = first.removeprefix('# version ')
text = '\n'.join(line for line in lines if not line.startswith('#'))
sys.stdout = open(here.parent / 'library' / '_zones.py', 'w')
print(f'"""Time zones, release {version} of the public domain database, made by engine/python/zones/generate.py."""\n')
print(f'VERSION = {version!r}')
put('TEXT', f'\n{text}\n')
