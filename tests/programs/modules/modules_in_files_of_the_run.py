# A program that writes modules and imports them: files, packages, relative imports, folders without __init__.py, reloading.
import asyncio
import importlib
import os
import sys


def write(path, text):
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)


write('clockwork.py', '''
import asyncio
print('clockwork begins as', __name__, 'package', repr(__package__), os_name if (os_name := __spec__.name) else '')
TICKS = 3
async def tick(count):
    for number in range(count):
        await asyncio.sleep(0.1)
        print('tick', number)
    return count
def broken():
    return 1 / 0
asyncio.run(tick(1))
''')
write('shop/__init__.py', 'from . import prices\nfrom .stock.shelves import COUNT\n__all__ = ["prices", "cellar"]\n')
write('shop/prices.py', 'from .stock import shelves\nPRICE = shelves.COUNT * 2\n')
write('shop/cellar.py', 'WINE = "red"\n')
write('shop/stock/__init__.py', '')
write('shop/stock/shelves.py', 'from ..stock import __name__ as above\nCOUNT = 21\n')
write('attic/box.py', 'INSIDE = "a letter"\n')
write('wrong.py', 'x = = 1\n')
write('fails.py', 'import shop\nraise ValueError("while it was imported")\n')

import clockwork
print(clockwork.TICKS, asyncio.run(clockwork.tick(2)))
print(os.path.basename(clockwork.__file__), clockwork.__spec__.name, type(clockwork.__loader__).__name__, clockwork is sys.modules['clockwork'])
import shop.stock.shelves as shelves
print(shelves.COUNT, shelves.above, shop.prices.PRICE if 'shop' in globals() else 'not bound')
import shop
print(shop.prices.PRICE, shop.COUNT, shop.stock.__package__, [os.path.basename(each) for each in shop.__path__], shop.__spec__.parent)
from shop import *
print(cellar.WINE, prices.PRICE)
import attic.box
print(attic.box.INSIDE, attic.__file__ if hasattr(attic, '__file__') else None, all(path.endswith("attic") for path in attic.__path__))
from attic import box as letter
print(letter is attic.box)

for statement in ('import nowhere', 'import shop.nowhere', 'from shop import nowhere', 'import clockwork.nowhere', 'import wrong', 'import fails',
                  'from clockwork import nowhere', 'clockwork.nowhere', 'from .shop import prices', 'import fails'):
    try:
        exec(statement)
    except Exception as error:
        print(f'{statement}: {type(error).__name__}: {str(error).replace(os.getcwd(), "")} ({getattr(error, "name", None)})')
print('fails' in sys.modules, 'wrong' in sys.modules)

write('clockwork.py', 'TICKS = 4\nNEW = True\n')
importlib.invalidate_caches()
again = importlib.reload(clockwork)
print(again is clockwork, clockwork.TICKS, clockwork.NEW, hasattr(clockwork, 'tick'))
print(importlib.import_module('.stock.shelves', 'shop') is shelves, __import__('shop.prices').__name__, __import__('shop.prices', fromlist=['x']).__name__)
sys.modules['ghost'] = None
try:
    import ghost
except ModuleNotFoundError as error:
    print(error)
os.mkdir('elsewhere')
write('elsewhere/far.py', 'AWAY = 1\n')
sys.path.append('elsewhere')
import far
print(far.AWAY)
try:
    importlib.reload(sys.modules['shop.cellar']).missing
except AttributeError as error:
    print(error)
