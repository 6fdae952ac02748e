import types
def drive(a):
    try: r = a.send(None); return f'yielded {r!r}'
    except BaseException as e: return repr(e)
async def a():
    try: yield 1
    except GeneratorExit: print('caught')
async def b():
    try: yield 1
    finally: print('finally')
async def c():
    try: yield 1
    except GeneratorExit: raise ValueError('c')
async def d():
    try: yield 1
    except GeneratorExit: yield 2
@types.coroutine
def y(): yield 5
async def e():
    try: yield 1
    finally: await y()
def f():
    try: yield 1
    except GeneratorExit: yield 2
for make in a, b, c, d, e:
    g = make()
    print(make.__name__, drive(g.asend(None)))
    del g
g = f(); next(g); del g
