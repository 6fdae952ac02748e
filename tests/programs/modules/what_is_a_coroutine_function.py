import asyncio, inspect, functools, warnings
warnings.simplefilter('ignore')
from unittest import mock
async def co(): pass
class C:
    async def m(self): pass
    async def __call__(self): pass
    pm = functools.partialmethod(m)
    func = co
    @property
    def __func__(self): return co
for x in (mock.Mock(), mock.AsyncMock(), mock.MagicMock(), C.m, C().m, C(), C().__call__, functools.partial(co), functools.partial(functools.partial(C().m)), C.pm, C().pm, mock.create_autospec(co), mock.Mock(spec=co), inspect.markcoroutinefunction(lambda: 0), asyncio.sleep, asyncio.gather):
    print(asyncio.iscoroutinefunction(x), inspect.iscoroutinefunction(x))
