"""asyncio.graph: who waits for whom. Frames of the library are left out."""
import sys
from dataclasses import dataclass
from weakref import WeakKeyDictionary, WeakSet

from _asyncio import Future, Task, _get_running_loop, current_task

__all__ = ('capture_call_graph', 'format_call_graph', 'print_call_graph', 'FrameCallGraphEntry', 'FutureCallGraph')


# Who waits for a future by what futures.py was told.
_told = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class FrameCallGraphEntry:
    frame: object


@dataclass(frozen=True, slots=True)
class FutureCallGraph:
    future: object
    call_stack: tuple
    awaited_by: tuple


def _is_own(frame):
    return frame is not None and not frame.f_code.co_filename.startswith('<frozen ')


def _parents(future):
    """The tasks that wait for a future."""
    return [*dict.fromkeys([*_told.get(future, ()), *(future._asyncio_awaited_by or ())])]


def _awaited_by(future, limit):
    return tuple(_of_waiting(parent, limit) for parent in _parents(future))


def _check(future):
    if not isinstance(future, Future):
        raise TypeError(f'{future!r} object does not appear to be compatible with asyncio.Future')


def _of_waiting(future, limit):
    _check(future)
    coro = future.get_coro() if limit != 0 and hasattr(future, 'get_coro') else None
    stack = []
    while coro is not None:
        frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'ag_frame', None)
        if _is_own(frame) or frame is None and future.done():
            stack.append(FrameCallGraphEntry(frame))
        coro = coro.cr_await if hasattr(coro, 'cr_await') else getattr(coro, 'ag_await', None)
    if limit is not None:
        stack = stack[:limit] if limit > 0 else stack[limit:] if limit < 0 else stack
    return FutureCallGraph(future, tuple(stack[::-1]), _awaited_by(future, limit))


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    loop = _get_running_loop()
    if future is not None:
        if loop is None or future is not current_task(loop=loop):
            return _of_waiting(future, limit)
    elif loop is None:
        raise RuntimeError('capture_call_graph() is called outside of a running event loop and no *future* to introspect was provided')
    else:
        future = current_task(loop=loop)
    if future is None:
        return None
    _check(future)
    stack = []
    frame = sys._getframe() if limit != 0 else None
    while frame is not None and not _is_own(frame):
        frame = frame.f_back
    while frame is not None:
        if depth > 1:
            depth -= 1
        elif _is_own(frame):
            stack.append(FrameCallGraphEntry(frame))
        if frame.f_generator is not None and frame.f_back is not None and frame.f_back.f_generator is None:
            break
        frame = frame.f_back
    if limit is not None:
        stack = stack[-limit:] if limit > 0 else stack[:-limit] if limit < 0 else stack
    return FutureCallGraph(future, tuple(stack), _awaited_by(future, limit))


def _kind(generator):
    return 'async ' if hasattr(generator, 'cr_frame') else 'async generator ' if hasattr(generator, 'ag_frame') else 'generator '


def _render(graph, lines, indent):
    name = f'Task(name={graph.future.get_name()!r}, ' if isinstance(graph.future, Task) else 'Future('
    lines.append(f'{indent}* {name}id={id(graph.future):#x})')
    if graph.call_stack:
        lines.append(f'{indent}  + Call stack:')
    for entry in graph.call_stack:
        frame = entry.frame
        kind = '' if frame.f_generator is None else _kind(frame.f_generator)
        lines.append(f'{indent}  |   File {frame.f_code.co_filename!r}, line {frame.f_lineno}, in {kind}{frame.f_code.co_qualname}()')
    if graph.awaited_by:
        lines.append(f'{indent}  + Awaited by:')
    for parent in graph.awaited_by:
        _render(parent, lines, indent + '    ')


def format_call_graph(future=None, /, *, depth=1, limit=None):
    graph = capture_call_graph(future, depth=depth + 0, limit=limit)  # what cannot be counted on is refused as CPython's addition refuses it
    lines = []
    if graph is not None:
        _render(graph, lines, '')
    return '\n'.join(lines)


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    print(format_call_graph(future, depth=depth + -1, limit=limit), file=file)  # there, CPython's own frame is the first
