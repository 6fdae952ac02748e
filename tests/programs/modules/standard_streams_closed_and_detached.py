"""Standard streams can be closed and detached, and say what they cannot do."""
import io
import sys
from typing import Protocol, runtime_checkable


@runtime_checkable
class Closer(Protocol):
    def close(self): ...


def show(function, *args):
    try:
        return repr(function(*args))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print(isinstance(sys.stdout, Closer), sys.stdout.newlines, sys.stdout.closed)
for function, *args in ((sys.stdout.read,), (sys.stdout.readline,), (sys.stdout.readlines,), (sys.stdin.write, 'x'), (sys.stdin.read, 'x'),
                        (sys.stdin.readline, 'x'), (sys.stdin.read, None), (sys.stdin.readline, 0), (sys.stdin.readlines,), (next, sys.stdout)):
    print(function.__name__, show(function, *args))

with sys.stdin as file:
    print(file is sys.stdin)
for name in ('read', 'readline', 'readlines', 'isatty', 'fileno', 'readable', '__enter__', 'close'):
    print(name, show(getattr(sys.stdin, name)))
print(sys.stdin.closed, show(input), show(next, sys.stdin))

old = sys.stdout
sys.stdout = io.TextIOWrapper(old.detach(), encoding='utf-8', line_buffering=True)
print('wrapped anew: ä')
for name in ('write', 'flush', 'fileno', 'detach', 'close'):
    print(name, show(getattr(old, name), *['x'] * (name == 'write')))
print(show(lambda: old.closed), old.encoding)

sys.stderr.close()
print(show(sys.stderr.write, 'x'), sys.stderr.closed)
sys.stderr = sys.stdout
