import types
@types.coroutine
def y(): return (yield 1)
async def items():
    try:
        while True:
            try: yield 0
            finally: print('items end')
            await y()
    except GeneratorExit:
        print('refuse'); yield 'x'
def drive(a):
    try: r = a.send(None); return f'yielded {r!r}'
    except BaseException as e: return repr(e)
async def it():
    for n in range(9):
        try: yield n
        except GeneratorExit: print('refused'); yield 'again'
g = it()
print(drive(g.asend(None)), g.ag_running, g.ag_frame is None)
print(drive(g.aclose()), g.ag_running, g.ag_frame is None)
print(drive(g.aclose()), g.ag_running, g.ag_frame is None)
print(drive(g.asend(None)), g.ag_running, g.ag_frame is None)
print(drive(g.asend(None)), g.ag_running, g.ag_frame is None)
print(drive(g.athrow(ValueError)), g.ag_running, g.ag_frame is None)
g = it()
print(drive(g.asend(None)))
a = g.aclose()
try: a.throw(GeneratorExit)
except BaseException as e: print(repr(e))
print(drive(g.asend(None)), g.ag_running, g.ag_frame is None)
async def it2():
    try: yield 1
    finally:
        await y()
        print('fin')
        yield 2
g = it2()
print(drive(g.asend(None)))
c = g.aclose()
print(drive(c)); print(drive(c)); print(drive(g.asend(None))); print(drive(g.aclose()), drive(g.athrow(ValueError)))
