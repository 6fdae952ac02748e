import asyncio
print([n for n in ('_enter_task', '_leave_task', '_swap_current_task', '_register_task', '_unregister_task', '_register_eager_task') if hasattr(asyncio, n)])
def show(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: r = f'{type(e).__name__}: {e}'
    print(r)
class Thing:
    def __init__(self, n): self.n = n
    def __repr__(self): return self.n
loop, t1, t2 = Thing('loop'), Thing('t1'), Thing('t2')
show(asyncio._enter_task, loop, t1)
show(asyncio._leave_task, loop, t1)
show(asyncio.current_task, loop)
show(asyncio.tasks._swap_current_task, loop, t1)
async def main():
    loop = asyncio.get_running_loop()
    me = asyncio.current_task()
    show(lambda: asyncio._enter_task(loop, Thing('t1')))
    show(lambda: asyncio._leave_task(loop, Thing('t1')))
    asyncio._leave_task(loop, me)
    print(asyncio.current_task())
    other = asyncio.Task(asyncio.sleep(0), loop=loop, name='other')
    asyncio._enter_task(loop, other)
    print(asyncio.current_task() is other)
    print(asyncio.tasks._swap_current_task(loop, me) is other, asyncio.current_task() is me)
    show(lambda: asyncio._enter_task(Thing('other'), me))
    show(asyncio.tasks._swap_current_task, Thing('other'), me)
    show(asyncio.current_task, Thing('other'))
    show(asyncio._enter_task)
    show(asyncio._enter_task, loop=1, task=2)
asyncio.run(main())
