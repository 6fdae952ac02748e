"""What every exception of the modules around asyncio can do: args, notes, with_traceback, the texts of those that make their own."""
import asyncio
import concurrent.futures
import contextvars
import queue
import threading

PLAIN = [
    asyncio.BrokenBarrierError, asyncio.CancelledError, asyncio.InvalidStateError, asyncio.QueueEmpty, asyncio.QueueFull,
    asyncio.QueueShutDown, asyncio.SendfileNotAvailableError, asyncio.TimeoutError,
    concurrent.futures.BrokenExecutor, concurrent.futures.CancelledError, concurrent.futures.InvalidStateError,
    concurrent.futures.TimeoutError, queue.Empty, queue.Full, queue.ShutDown, threading.BrokenBarrierError, threading.ThreadError,
]

for kind in PLAIN:
    error = kind("why", 2)
    error.add_note("a note")
    print(kind.__name__, [base.__name__ for base in kind.__mro__[1:-1]], error.args, repr(error), str(error), error.__notes__)
    try:
        raise error.with_traceback(None)
    except kind as caught:
        print(caught is error, caught.__traceback__.tb_next)

short = asyncio.IncompleteReadError(b"abc", 10)
short.add_note("the other end went away")
print(repr(short), short.args, short.partial, short.expected, short.__notes__, short.with_traceback(None) is short)
print(asyncio.IncompleteReadError(b"", None))
print(asyncio.IncompleteReadError.__mro__[1])
long = asyncio.LimitOverrunError("too long", 70000)
long.add_note("use read()")
print(repr(long), long.args, long.consumed, long.__notes__, long.with_traceback(None) is long)
for wrong in (lambda: asyncio.IncompleteReadError(b"abc"), lambda: asyncio.LimitOverrunError("x")):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(asyncio.TimeoutError is TimeoutError, concurrent.futures.TimeoutError is TimeoutError)
print(asyncio.CancelledError is concurrent.futures.CancelledError, asyncio.InvalidStateError is concurrent.futures.InvalidStateError)
print(issubclass(asyncio.CancelledError, Exception), issubclass(concurrent.futures.CancelledError, Exception))
print(threading.ThreadError is RuntimeError, queue.Empty is asyncio.QueueEmpty)
