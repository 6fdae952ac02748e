import io
import os
import pdb
import sys


def add(a, b):
    total = a + b
    return total
def main(n):
    x = [1, 2]
    for i in range(n):
        x.append(add(i, n))
    y = sum(x)
    return y
def session(commands, f, *args):
    print('=====', repr(commands))
    out = io.StringIO()
    p = pdb.Pdb(stdin=io.StringIO(commands), stdout=out, nosigint=True, readrc=False)
    try:
        result = p.runcall(f, *args)
    except BaseException as e:
        result = 'raised', type(e), e
    print(out.getvalue().replace(os.getcwd() + '/', ''), result)
session('b 8\ncommands\np a\np b\nend\nc\n\nc\nc\n', main, 2)
session('b add\ncommands 1\nsilent\np total\ncont\nc\nb\nc\n', main, 3)
session('b add\ncommands 2\nsilent\nend\ncommands 1\nsilent\np (a, b)\nend\nc\nw 1\nc\n', main, 2)
session('commands x\ncommands 9\ncommands\ndebug\ndebug\nc\n', main, 1)
session('tbreak 8\ncommands\nup\np x\nend\nc\nc\n', main, 1)
session('n\nn\ndebug add(5, 6)\ns\ns\nn\np total\nr\nc\nn\nc\n', main, 1)
session('debug 1/0\nc\nc\n', main, 1)
session('n\ndisplay x\nn\nn\nn\nn\nundisplay x\nn\nc\n', main, 2)
session('n\nn\np $_frame.f_lineno\n!y = 5\np y;; p i\nrun\nc\n', main, 2)
def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError('k')
    except KeyError as e:
        raise ValueError('v') from e
try:
    chain()
except ValueError as e:
    error = e
out = io.StringIO()
p = pdb.Pdb(stdin=io.StringIO('exceptions\nexceptions 0\nw\nexceptions\nexceptions 5\nexceptions x\nexceptions 1\np e\nq\n'), stdout=out)
p.reset()
p.interaction(None, error)
print(out.getvalue().replace(os.getcwd() + '/', ''))
out = io.StringIO()
p = pdb.Pdb(stdin=io.StringIO('exceptions\nq\n'), stdout=out)
p.reset()
p.interaction(None, error.__traceback__)
print(out.getvalue().replace(os.getcwd() + '/', ''))
try: pdb.post_mortem()
except ValueError as e: print(e)
print(pdb.get_default_backend())
pdb.set_default_backend('monitoring'); print(pdb.get_default_backend()); pdb.set_default_backend('settrace')
try: pdb.set_default_backend('x')
except ValueError as e: print(e)
