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
    try:
        z = y // 0
    except ZeroDivisionError:
        z = -1
    return z
def session(commands, f, *args):
    print('=====', repr(commands))
    out = io.StringIO()
    p = pdb.Pdb(stdin=io.StringIO(commands), stdout=out, nosigint=True, readrc=False)
    try:
        result = p.runcall(f, *args)
    except BaseException as e:
        result = 'raised', type(e), e
    print(out.getvalue().replace(os.getcwd() + '/', ''), result)
session('n\nn\nn\nn\ns\ns\na\nu\np x\nd\nr\nn\nc\n', main, 2)
session('l\nl\nl .\nll\nl 1,5\nl add\nb 8\nb add\nb\nc\nc\nargs\nretval\np locals()\npp x\nwhatis a\nwhatis add\ncl 2\ny\ncl 1\nb\nc\nc\nc\n', main, 3)
session('tbreak add\nc\nunt\nunt 4\nr\nretval\nn\np i\n!i = 5\ni\nx\nx.append(9); x\nnope\nimport os\nk = 1\nk + 1\ndisplay i\ndisplay x\nn\nn\nundisplay i\nn\nq\n', main, 2)
session('b 7, i == 1\ninfo\nb\nc\np i\ndisable 1\nb\nenable 1\nignore 1 2\ncondition 1 i > 5\ncondition 1\nb\ntbreak nofile:3\nb nofunc\nb 100\nb 1\nb 4x\ncl 9\nh nothing\nc\n', main, 2)
session('n\n\n\ns\nn\nn\nn\nn\nn\nn\nn\nn\nn\nn\nn\nn\n', main, 1)
def boom():
    def inner(): raise ValueError('bad')
    inner()
session('n\nn\nn\nn\nn\n', boom)
session('c\n', boom)
session('s\ns\ns\ns\nup\ndown\ndown\nq\n', boom)
def gen():
    yield 1
    yield 2
def usegen():
    for v in gen(): print(v)
session('n\ns\ns\nn\nn\nn\nn\nn\nn\nn\nn\nn\n', usegen)
session('source add\nsource nothing\nalias pi p %1\npi 5\nalias\nunalias pi\npi 4\nlonglist\nwhere 1\nq\n', main, 2)
def rec(n):
    return n if n == 0 else rec(n - 1)
session('b rec\nc\nc\nr\nr\nr\nr\n', rec, 2)
def stops():
    a = 1
    out = io.StringIO()
    p = pdb.Pdb(stdin=io.StringIO('n\np a\nw 2\nc\n'), stdout=out, nosigint=True, readrc=False)
    p.set_trace()
    a = 2
    b = 3
    print(out.getvalue().replace(os.getcwd() + '/', ''))
stops()
