"""Loops that run inside getters, items, reprs and comparisons, and sleeps of the loop's own thread there."""
import asyncio, time
class Remote:
    @property
    def data(self):
        return asyncio.run(self.fetch())
    async def fetch(self):
        await asyncio.sleep(0.2)
        return [1, 2]
    def __getitem__(self, k):
        return asyncio.run(asyncio.wait_for(asyncio.sleep(1, k), k))
    def __repr__(self):
        loop = asyncio.new_event_loop()
        try: return loop.run_until_complete(asyncio.sleep(0.1, 'repr'))
        finally: loop.close()
    def __eq__(self, other):
        raise KeyError(asyncio.run(asyncio.sleep(0.1, 'eq')))
c = Remote()
print(c.data, len(c.data))
print(c[2])
try: c[0.5]
except TimeoutError as e: print('timeout', repr(e))
print(repr(c), [c], f'{c!r}')
try: c == 1
except KeyError as e:
    import traceback; traceback.print_exc()
async def main():
    try: c.data
    except RuntimeError as e: print(e)
    t = asyncio.create_task(asyncio.sleep(0.1, 'x'))
    class S:
        @property
        def v(self): time.sleep(0.3); return asyncio.current_task().get_name()
        def __len__(self): raise SystemExit(3)
    print(S().v, await t)
    class G:
        def __iter__(self): time.sleep(0.1); yield 1
    print([x for x in G()], *G())
    len(S())
asyncio.run(main())
