import os
import sys
import tempfile
import threading

os.chdir(tempfile.mkdtemp())
open('slowmod.py', 'w').write('''
import time, threading
print('begin', threading.current_thread().name)
started = 1
time.sleep(0.2)
value = 42
print('end')
''')
open('ma.py', 'w').write('import time\ntime.sleep(0.1)\nimport mb\nx = 1\n')
open('mb.py', 'w').write('import time\ntime.sleep(0.1)\nimport ma\ny = 2\n')
os.mkdir('pkg')
open('pkg/__init__.py', 'w').write('import time\ntime.sleep(0.1)\nz = 3\n')
open('pkg/sub.py', 'w').write('import time\ntime.sleep(0.1)\nfrom pkg import z\nw = z + 1\n')
sys.path.insert(0, os.getcwd())
def use(n):
    import slowmod
    out.append((n, hasattr(slowmod, 'value')))
def run(f, names='AB'):
    global out
    out = []
    ts = [threading.Thread(target=f, args=(n,), name=n) for n in names]
    for t in ts: t.start()
    for t in ts: t.join()
    print(sorted(out))
run(use, 'ABC')
def circ(n):
    if n == 'A': import ma as m
    else: import mb as m
    out.append((n, sorted(k for k in vars(m) if len(k) == 1)))
run(circ)
def sub(n):
    from pkg.sub import w
    out.append((n, w))
run(sub)
