import ast, asyncio, inspect, types, gc
F = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
async def arange(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
class Ctx:
    async def __aenter__(self): await asyncio.sleep(0); return 'in'
    async def __aexit__(self, *e): await asyncio.sleep(0); print('exit', e[0])
def go(src, mode='exec'):
    g = {'asyncio': asyncio, 'arange': arange, 'Ctx': Ctx}
    try: co = compile(src, '?', mode, F)
    except SyntaxError as e: print(type(e).__name__, e); return
    print(bool(co.co_flags & inspect.CO_COROUTINE), end=' ')
    if co.co_flags & inspect.CO_COROUTINE:
        r = eval(co, g); print(type(r).__name__, r.__name__, r.__qualname__, end=' ')
        v = asyncio.run(r)
        r2 = types.FunctionType(co, g)(); v2 = asyncio.run(r2)
    else: v = eval(co, g)
    print(v, {k: x for k, x in g.items() if k in ('a', 'b', 'x', 'out') and not inspect.isasyncgen(x)})
go('a = await asyncio.sleep(0, 1)'); go('await asyncio.sleep(0, 5)', 'eval'); go('await asyncio.sleep(0, 6)', 'single'); go('x = 1'); go('1 + 1', 'eval')
go('out = []\nasync for x in arange(3): out.append(x)'); go('async with Ctx() as a: b = a + "!"'); go('a = [i async for i in arange(3)]'); go('a = [await asyncio.sleep(0, i) for i in range(2)]'); go('a = {x: y async for x in arange(2) for y in (1,)}'); go('a = [[j async for j in arange(i)] for i in range(3)]')
go('a = (i async for i in arange(2))\nb = [x async for x in a]'); go('def f(): await asyncio.sleep(0)'); go('def f(): return [i async for i in arange(2)]'); go('async def f():\n  return await asyncio.sleep(0, 3)\na = await f()'); go('class A:\n  x = await asyncio.sleep(0)'); go('lambda: await x', 'eval'); go('return await x'); go('yield 1'); go('await asyncio.sleep(0); yield 1')
go('try:\n  await asyncio.sleep(0)\n  1/0\nexcept ZeroDivisionError as e:\n  a = str(e)\nfinally:\n  b = await asyncio.sleep(0, 7)'); go('if True:\n  a = 1\n  while a < 3:\n    a = await asyncio.sleep(0, a + 1)')
for src in ('await x', 'async for x in y: pass', 'async with x: pass', '[i async for i in y]'):
    try: compile(src, '?', 'exec')
    except SyntaxError as e: print(e)
loc = {}
async def main():
    glob = {'asyncio': asyncio}
    await eval(compile('y = await asyncio.sleep(0, 9)\nz = y + 1', '?', 'exec', F), glob, loc)
    print(loc, 'y' in glob)
    c = eval(compile('await asyncio.sleep(0)\n1/0', 'made.py', 'exec', F), glob)
    try: await c
    except ZeroDivisionError as e: print(e.__traceback__.tb_next.tb_frame.f_code.co_name, e.__traceback__.tb_next.tb_lineno, e.__traceback__.tb_next.tb_frame.f_globals is glob)
asyncio.run(main())
exec(compile('await asyncio.sleep(0)', '?', 'exec', F)); gc.collect()
print(ast.dump(ast.parse('await x')), compile('await x', '?', 'exec', F | ast.PyCF_ONLY_AST).body[0].value.__class__.__name__)
