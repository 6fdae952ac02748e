"""What is set on a mock is there, also where its spec has no such name."""
from unittest import mock

log = mock.MagicMock(spec='a text')
logger = mock.MagicMock(spec='another text', log=log)
logger.log(1, level=2)
log.assert_called_once_with(1, level=2)
print(logger.mock_calls, logger.log is log, logger.upper() is logger.upper.return_value)
for name in ('missing', 'log2'):
    try:
        getattr(logger, name)
    except AttributeError as error:
        print(error)

child = mock.Mock(name='named')
parent = mock.Mock(spec=['one'])
parent.two = mock.Mock()
parent.two(3)
parent.named = child
parent.named(4)
print(parent.mock_calls, 'two' in dir(parent), parent.two.call_count)
del parent.two
try:
    parent.two
except AttributeError as error:
    print(error)

strict = mock.Mock(spec_set=['one'])
try:
    strict.two = mock.Mock()
except AttributeError as error:
    print(error)
sealed = mock.Mock()
sealed.known = mock.Mock(return_value=5)
mock.seal(sealed)
print(sealed.known())
try:
    sealed.unknown = mock.Mock()
except AttributeError as error:
    print(error)
