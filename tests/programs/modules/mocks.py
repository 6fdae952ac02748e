"""unittest.mock: Mock, MagicMock, AsyncMock, patch, call, specs, assertions and their messages."""
import asyncio
import re
import time
from unittest.mock import ANY, DEFAULT, AsyncMock, MagicMock, Mock, NonCallableMock, PropertyMock, call, create_autospec, mock_open, patch, seal, sentinel


def shown(value):
    return re.sub(r"id='\d+'", "id='…'", str(value))


def attempt(function, *args, **kwargs):
    try:
        return shown(function(*args, **kwargs))
    except (AssertionError, AttributeError, TypeError, ValueError, KeyError, StopIteration) as error:
        return shown(f'{type(error).__name__}: {error}')


m = Mock()
print(shown(m), shown(m.a), shown(m.a.b), shown(m()), shown(m.a()), shown(m.a().b(1).c), shown(Mock(name='named').x), m.a is m.a, m() is m())
print(m.called, m.call_count, m.mock_calls, m.method_calls, m.call_args, m.call_args_list)
m = Mock(return_value=5)
print(m(1, 2, key='v'), m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args == call(1, 2, key='v'), m.call_args == ((1, 2), {'key': 'v'}), m.call_count)
m.method(3)
m.a.b.c('x')
m.a().b()
print(m.mock_calls, m.method_calls)
print(attempt(m.assert_called), attempt(m.assert_called_once), attempt(m.assert_called_with, 1), attempt(m.assert_called_once_with, 1, 2, key='v'), attempt(m.assert_not_called), attempt(m.assert_any_call, 9))
m()
print(attempt(m.assert_called_once), attempt(m.assert_called_once_with), attempt(m.assert_has_calls, [call(1, 2, key='v'), call.method(3)]), attempt(m.assert_has_calls, [call(7)]), attempt(m.assert_has_calls, [call(7)], any_order=True))
print(attempt(Mock().assert_called), attempt(Mock().assert_called_once), attempt(Mock(name='n').assert_called_with, 1, a=2), attempt(lambda: m.assert_foo), attempt(lambda: m.called_once), attempt(lambda: m.asert_called))
m.reset_mock()
print(m.called, m.mock_calls, m())

m = Mock(side_effect=[1, 2, KeyError('x')])
print(m(), m(), attempt(m), attempt(m))
m = Mock(side_effect=ValueError('bad'))
print(attempt(m))
m = Mock(side_effect=lambda x: x * 2, return_value=9)
print(m(4))
m.side_effect = lambda x: DEFAULT
print(m(4))
m.side_effect = None
print(m(4))
m.configure_mock(**{'method.return_value': 3, 'attr': 7})
print(m.method(), m.attr, Mock(**{'a.b.return_value': 1}).a.b(), Mock(x=5).x)
del m.attr
print(attempt(lambda: m.attr), hasattr(m, 'other'))


class Thing:
    value = 1

    def method(self, a, b=2):
        return a + b

    async def coro(self):
        return 1

    @property
    def prop(self):
        return 'real'


s = Mock(spec=Thing)
print(shown(s), isinstance(s, Thing), attempt(lambda: s.nope), shown(s.method), s.__class__)
s.extra = 5
print(s.extra)
print(attempt(setattr, Mock(spec_set=Thing), 'extra', 1), attempt(lambda: Mock(spec=['a', 'b']).c), shown(Mock(spec=['a']).a), attempt(lambda: NonCallableMock()()))
auto = create_autospec(Thing)
print(attempt(auto().method), attempt(auto.return_value.method, 1, 2, 3), shown(auto().method(1)), auto().method.call_args, attempt(auto().nope if False else lambda: auto().nope))
function = create_autospec(lambda a, b: None, return_value=3)
print(function(1, 2), attempt(function, 1), attempt(function.assert_called_once_with, 1, b=2))

g = MagicMock()
print(len(g), list(g), bool(g), int(g), float(g), 5 in g, shown(g[1]), g == g, g == 1, g != 1, hash(g) == hash(g), shown(g + 1), shown(str(g)))
g.__len__.return_value = 3
g.__getitem__.side_effect = lambda key: key * 2
g.__iter__.return_value = [1, 2]
g.__contains__.return_value = True
g.__enter__.return_value = 'entered'
print(len(g), g['ab'], list(g), list(g), 9 in g, g.__len__.call_count)
with g as entered:
    print(entered)
g.__str__ = lambda self: 'a text'
g.__lt__ = lambda self, other: True
print(str(g), g < 1, attempt(lambda: g > 1), g.__getitem__.mock_calls, g.__enter__.mock_calls)
plain = Mock()
print(attempt(lambda: len(plain)), attempt(lambda: plain[0]))
plain.__len__ = Mock(return_value=4)
print(len(plain))

print(call(1, a=2), call.x.y(3), call().z, call(1) == call(1), call(1) == call(2), call.a(1) == call.b(1), repr(call), call.x(1).y(2).call_list(), call('x') in [call('x')])
print(ANY == 5, 5 == ANY, ANY != 5, ANY, sentinel.one, sentinel.one is sentinel.one, sentinel.one == sentinel.two, DEFAULT)
m = Mock()
m(1, object())
print(attempt(m.assert_called_with, 1, ANY))

parent = Mock()
child = Mock(name='given')
other = Mock()
parent.child, parent.other = child, other
parent.attach_mock(Mock(), 'attached')
other(2)
parent.attached(3)
child(1)
print(parent.mock_calls, shown(child), shown(other), shown(parent.attached))
w = Mock(wraps=Thing())
print(w.method(1), w.method.call_args, w.value if isinstance(w.value, int) else shown(w.value))
sealed = Mock()
sealed.a.return_value = 1
seal(sealed)
print(sealed.a(), attempt(lambda: sealed.b), attempt(lambda: sealed.a.c))


class WithProperty:
    prop = 'real'


with patch.object(WithProperty, 'prop', new_callable=PropertyMock) as prop:
    prop.return_value = 'mocked'
    w = WithProperty()
    print(w.prop, prop.mock_calls)
    w.prop = 5
    print(prop.mock_calls)
print(WithProperty().prop)

with patch('time.time') as fake:
    fake.return_value = 42
    print(time.time(), shown(fake))
with patch('time.time', return_value=43), patch('time.sleep') as sleep:
    print(time.time(), time.sleep(100) is sleep.return_value, sleep.mock_calls)
with patch.object(Thing, 'value', 99):
    print(Thing.value)
print(Thing.value)
with patch.object(Thing, 'method', autospec=True) as method:
    t = Thing()
    method.return_value = 'patched'
    print(t.method(5), method.call_args.args[1:], method.call_count)
with patch.dict({'a': 1}, {'b': 2}) as table:
    print(table)
settings = {'a': 1}
with patch.dict(settings, {'a': 5, 'c': 3}, clear=True):
    print(settings)
print(settings)


@patch('time.time', return_value=7)
@patch.object(Thing, 'value', 8)
@patch('time.sleep')
def decorated(first, sleep, now):
    print(first, time.time(), Thing.value, shown(sleep), shown(now))


decorated('given')


@patch.multiple(Thing, value=DEFAULT, method=DEFAULT)
def multiple(**mocks):
    print(sorted(mocks), Thing.method is mocks['method'])


multiple()
patcher = patch('time.time')
started = patcher.start()
print(time.time is started)
patcher.stop()
print(time.time is started, attempt(lambda: patch('time.nope').start()), attempt(lambda: patch('nope')), attempt(patch.object(Thing, 'nope').start))
with patch('builtins.open', mock_open(read_data='line 1\nline 2\n')) as opened:
    with open('file') as f:
        print(f.read())
    print(list(open('file')), opened.mock_calls[:2])
    with open('out', 'w') as f:
        f.write('data')
    opened().write.assert_called_once_with('data')


async def main():
    a = AsyncMock(return_value=3)
    print(shown(a), asyncio.iscoroutinefunction(a) if False else '', await a(1), a.await_count, a.await_args, a.call_count)
    print(attempt(a.assert_awaited), attempt(a.assert_awaited_once_with, 2), attempt(a.assert_not_awaited), attempt(AsyncMock().assert_awaited), attempt(a.assert_any_await, 5), attempt(AsyncMock().assert_awaited_with, 1))
    a.side_effect = [1, ValueError('x')]
    print(await a())
    try:
        await a()
    except ValueError as error:
        print('raised', error)
    try:
        await a()
    except StopAsyncIteration as error:
        print('stopped')
    a = AsyncMock()
    a.method.return_value = 'm'
    print(await a.method(), shown(await a()))
    t = Mock(spec=Thing)
    print(shown(t.coro), shown(t.method))
    t.coro.return_value = 5
    print(await t.coro())
    m = MagicMock()
    async with m as entered:
        print(shown(entered))
    m.__aiter__.return_value = [1, 2, 3]
    print([x async for x in m])
    with patch.object(Thing, 'coro') as coro:
        coro.return_value = 'patched'
        print(type(coro).__name__, await Thing().coro())

    async def effect(x):
        await asyncio.sleep(1)
        return x + 1
    print(await AsyncMock(side_effect=effect)(1))
    results = await asyncio.gather(*(AsyncMock(return_value=i)() for i in range(3)))
    print(results)


asyncio.run(main())
