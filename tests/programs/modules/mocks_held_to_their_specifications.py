"""unittest.mock: signatures of specifications in assertions, autospec of classes in classes, sealing, wraps, timeouts."""
import asyncio
import pickle
from unittest import mock
from unittest.mock import ANY, DEFAULT, AsyncMock, MagicMock, Mock, NonCallableMagicMock, call, create_autospec, patch, sentinel


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).split(" id='")[0].split('. [target')[0])


def function(a, b, c, d=None):
    pass


class Thing:
    limit = 3

    def __init__(self, size):
        self.size = size

    def method(self, a, b=2):
        return 'real', a, b

    @classmethod
    def made(cls, x):
        pass

    @staticmethod
    def helper(y):
        pass

    async def later(self, z):
        pass

    class Inner:
        value = 'v'

        def deep(self, q):
            pass


spec = Mock(spec=function)
spec(1, b=2, c=3)
spec.assert_called_with(1, 2, 3)
spec.assert_called_once_with(1, 2, c=3)
spec.assert_any_call(1, b=2, c=3)
spec.assert_has_calls([call(1, 2, 3)])
attempt(spec.assert_called_with, 1)
attempt(spec.assert_any_call, 1)
attempt(spec.assert_has_calls, [call(1, 2, 3), call(e=1)])
attempt(Mock().assert_has_calls, [call()])
attempt(Mock(side_effect=[1]).assert_has_calls, [call(1)], any_order=True)

auto = create_autospec(Thing)
thing = auto(5)
print(thing.method(1) is thing.method.return_value, type(thing.method).__name__, type(thing).__name__, type(auto.limit).__name__, type(auto.Inner.value).__name__)
attempt(auto)
attempt(thing.method)
attempt(thing.method, 1, 2, 3)
attempt(auto.made, 1, 2)
attempt(auto.helper)
attempt(auto.Inner().deep)
attempt(lambda: auto.nosuch)
auto.method(7, b=8)
auto.method.assert_called_with(7, 8)
print(auto.mock_calls[-1], auto.made(x=1) is auto.made.return_value)
auto.Inner().deep(q=1)
auto.assert_has_calls([call.method(7, 8), call.Inner(), call.Inner().deep(1)], any_order=True)
print(asyncio.run(thing.later(1)) is thing.later.return_value, type(thing.later).__name__)
attempt(create_autospec, thing)
attempt(create_autospec, Thing.later, instance=True)
attempt(create_autospec, Thing, autospect=True)
print(create_autospec(Thing, name='named')._mock_name, create_autospec(Thing, **{'return_value.method.return_value': 9})(1).method(1))
wrapped = create_autospec(Thing, wraps=Thing)
print(type(wrapped(4).method(1)).__name__, wrapped.mock_calls)

checked = create_autospec(function)
checked.side_effect = [1, 2]
print(checked(1, 2, 3), checked(1, 2, c=3), checked.call_count, checked.mock.call_args)
checked.mock.side_effect = None
checked.mock.return_value = 'behind'
print(checked(1, 2, 3))
parent = Mock()
parent.attach_mock(checked, 'child')
parent.child(4, 5, 6)
print(parent.mock_calls)

sealed = MagicMock()
sealed.a.b().c = 4
sealed.d['x'].e = 5
mock.seal(sealed)
print(sealed.a.b().c, sealed.d['x'].e)
attempt(lambda: sealed.a.b().z)
attempt(lambda: sealed.a.c)
attempt(lambda: sealed.d['x'].f)
attempt(lambda: sealed.new)

for protocol in range(3, 6):
    print(pickle.loads(pickle.dumps(sentinel.token, protocol)) is sentinel.token, end=' ')
print()
with_spec = MagicMock()
with_spec['x'], with_spec.__int__.return_value = 1, 4
with_spec.mock_add_spec(int)
print(int(with_spec))
attempt(lambda: with_spec['x'])
m = Mock()
m.__class__ = int
print(isinstance(m, int), m.anything is m.anything)
print(call.count(1), call.index.other('x'), call().__enter__())
attempt(Mock(side_effect=DEFAULT))


class Names(list):
    pass


print(Mock(spec=Names(['a'])).append is not None, type(MagicMock(spec=['x']).x).__name__)
for option in ('spec', 'spec_set'):
    with patch(f'{__name__}.Thing', **{option: True}) as patched:
        print(option, type(patched).__name__, type(patched.return_value).__name__)
    with patch(f'{__name__}.function', **{option: 5}) as patched:
        print(option, type(patched).__name__)
with patch(f'{__name__}.Thing'):
    attempt(patch(f'{__name__}.Thing', autospec=True).start)
attempt(patch, 'x.y', set_spec=True)

waiting = mock.ThreadingMock(timeout=0.01)
attempt(waiting.wait_until_called)
attempt(waiting.wait_until_any_call_with, 1)
waiting(1)
waiting.wait_until_called()
waiting.wait_until_any_call_with(1)
awaited = AsyncMock(spec=function)
asyncio.run(awaited(1, 2, 3))
awaited.assert_awaited_with(1, b=2, c=3)
attempt(awaited.assert_has_awaits, [call(1), call(2)])
print(isinstance(MagicMock(spec=lambda x: x), MagicMock), ANY == 3)
