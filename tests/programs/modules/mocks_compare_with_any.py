import asyncio
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, call

class Odd:
    def __eq__(self, other):
        pass

async def main():
    mock = AsyncMock()
    odd = Odd()
    await mock(odd, 1)
    mock.assert_awaited_with(ANY, 1)
    mock.assert_any_await(ANY, 1)
    mock.assert_called_with(ANY, 1)
    mock.assert_any_call(ANY, 1)
    mock.assert_has_awaits([call(ANY, 1)])
    mock.assert_has_calls([call(ANY, 1)])
    mock.assert_has_awaits([call(ANY, 1)], any_order=True)
    for check in mock.assert_awaited_with, mock.assert_any_await:
        try:
            check(2)
        except AssertionError as error:
            print(str(error).splitlines()[0])

asyncio.run(main())
for mock in MagicMock(), AsyncMock():
    print([hasattr(mock, name) for name in ('__next__', '__anext__', '__enter__', '__aenter__', '__abs__', '__len__', '__reversed__')])
    print(type(mock.__next__).__name__, type(mock.__anext__).__name__, type(mock.__aiter__).__name__, type(mock.__aenter__).__name__)
mock = MagicMock()
mock.__next__.side_effect = [1, 2]
print(next(mock), next(mock))
