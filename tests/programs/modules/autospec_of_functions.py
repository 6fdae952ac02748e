from unittest.mock import *
import asyncio, inspect

def f(a, b=2):
    """doc"""

async def g(x):
    pass
m = create_autospec(f, return_value=9)
print(type(m).__name__, m.__name__, m.__doc__, inspect.iscoroutinefunction(m))
print(m(1), m.call_args, m.called, m.call_count, m.mock_calls, m.return_value)
m.assert_called_once_with(1)
m.side_effect = ValueError('x')
try:
    m(1, b=3)
except ValueError as e:
    print('raised', e)
m.assert_has_calls([call(1), call(1, b=3)])
m.assert_any_call(1)
try:
    m()
except TypeError as e:
    print(e)
try:
    m(1, 2, 3)
except TypeError as e:
    print(e)
m.reset_mock()
print(m.called, m.mock, m.call_args_list, m.method_calls) if 0 else print(m.called, m.call_args_list)
try:
    m.assert_called_with(3)
except AssertionError as e:
    print(e)
a = create_autospec(g, return_value=3)
print(inspect.iscoroutinefunction(a), asyncio.run(a(5)), a.await_count, a.await_args, a.call_args)
a.assert_awaited_once_with(5)
a.assert_awaited()
try:
    a.assert_not_awaited()
except AssertionError as e:
    print(e)

class C:

    def m(self, q):
        return 'real'

    async def n(self):
        pass
with patch.object(C, 'm', autospec=True) as p:
    p.return_value = 'fake'
    c = C()
    print(c.m(4), p.call_args == call(c, 4), type(p).__name__)
    try:
        c.m()
    except TypeError as e:
        print(e)
cc = create_autospec(C)
i = cc()
i.m(1)
print(cc.mock_calls, i.m.call_args)
try:
    i.m()
except TypeError as e:
    print(e)
try:
    i.zzz
except AttributeError as e:
    print(e)
print(m.attr if hasattr(m, 'attr') else 'no attr')
m.new = 5
print(m.new)
