import linecache
import os
with open('a.py','w') as file: file.write('x = 1\ny = 2')
print(linecache.getlines('a.py'), linecache.getline('a.py',2), linecache.getline('a.py',5)=='')
with open('a.py','w') as file: file.write('changed = 1\n')
print(linecache.getlines('a.py')); linecache.checkcache('a.py'); print(linecache.getlines('a.py'))
os.remove('a.py'); linecache.checkcache(); print('a.py' in linecache.cache, linecache.getlines('a.py'))
open('e.py','w').close(); print(linecache.getlines('e.py'))
class Loader:
    def get_source(self, name): return f'source of {name}'
g={'__name__':'a.b','__loader__':Loader()}
print(linecache.getlines('scheme://x', g), linecache.getlines('<x>', g), linecache.lazycache('other', g), len(linecache.cache['other']), linecache.getlines('other'))
try: linecache.getline('e.py', 1.1)
except TypeError as e: print(e)
os.remove('e.py')
