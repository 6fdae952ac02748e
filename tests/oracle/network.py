"""Run a network program on CPython with real sockets of this machine.

Pyodide has no sockets, so this runs on the machine's own CPython: 3.14, or 3.13 with the module of asyncio that differs
between the two in what programs here can see, asyncio.selector_events, taken from 3.14. The loop is the selector event loop; only its clock is replaced: when no socket is ready and
no thread is at work, time jumps to the next deadline, so that a program with timeouts always prints the same.

Usage: python3 network.py FOLDER_OF_ASYNCIO PROGRAM.py
"""
import functools
import os
import sys
import time

wait_for_real, wall = time.sleep, time.monotonic
SETTLED = 0.003  # real seconds after which the kernel has delivered what was sent to this machine


class Newer:
    """Finds 3.14's version of a module of asyncio (the others say the same in both)."""

    def __init__(self, name, path):
        self.name, self.path = name, path

    def find_spec(self, name, path=None, target=None):
        if name == self.name:
            from importlib.util import spec_from_file_location
            return spec_from_file_location(name, self.path)


class Clock:
    now = 0.0

    def advance(self, seconds):
        if seconds > 0:
            self.now += seconds


class Traffic:
    """Whether a socket was made use of since the kernel was last given time: what reads frees room, too."""
    under_way = True

    def watch(self, kind, name):
        method = getattr(kind, name)

        @functools.wraps(method)
        def watched(*args, **named):
            self.under_way = True
            return method(*args, **named)
        setattr(kind, name, watched)


def watched_traffic():
    import socket
    traffic = Traffic()
    for name in ('accept', 'bind', 'close', 'connect', 'connect_ex', 'detach', 'listen', 'recv', 'recv_into', 'recvfrom', 'recvfrom_into', 'recvmsg',
                 'recvmsg_into', 'send', 'sendall', 'sendfile', 'sendmsg', 'sendto', 'setsockopt', 'shutdown'):
        traffic.watch(socket.socket, name)
    for name in ('close', 'read', 'sendfile', 'write', 'writev'):
        traffic.watch(os, name)
    return traffic


def virtual_selector(clock, traffic):
    """An epoll selector whose waiting costs no time, unless other threads are at work.

    An iteration that follows on another one, with nothing sent between, has nothing to wait for: programs have many such.
    """
    import selectors
    import threading

    class Selector(selectors.EpollSelector):
        def select(self, timeout=None):
            if timeout != 0 or traffic.under_way or threading.active_count() > 1:
                wait_for_real(SETTLED)
                traffic.under_way = False
            ready = super().select(0)
            if ready or timeout == 0:
                return ready
            if threading.active_count() > 1 and (ready := super().select(0.2)):
                return ready
            if timeout is None:
                raise RuntimeError('nothing ready and no timer set')
            clock.advance(timeout)
            return []
    return Selector()


def install():
    import asyncio
    clock, traffic = Clock(), watched_traffic()
    time.monotonic = time.perf_counter = lambda: clock.now
    time.time = lambda: 1_700_000_000.0 + clock.now
    time.sleep = clock.advance

    class Loop(asyncio.SelectorEventLoop):
        def __init__(self):
            super().__init__(virtual_selector(clock, traffic))
            self._clock_resolution = 1e-9

        def time(self):
            return clock.now

    Loop.__name__ = Loop.__qualname__ = '_UnixSelectorEventLoop'
    Loop.__module__ = 'asyncio.unix_events'
    asyncio.new_event_loop = asyncio.events.new_event_loop = asyncio.runners.events.new_event_loop = Loop


def stand_ins(library):
    """The package loopscope is Python and asyncio alone, but for the settings of the network."""
    from types import SimpleNamespace
    sys.dont_write_bytecode = True
    sys.modules['_net'] = SimpleNamespace(set_latency=lambda seconds: None, set_bandwidth=lambda rate: None)
    sys.path.append(library)


def main():
    folder, path = sys.argv[1:]
    path_of_library = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'engine', 'aio', 'library')
    sys.argv = [os.path.basename(path)]
    os.chdir(os.path.dirname(os.path.abspath(path)))
    if sys.version_info < (3, 14):
        sys.meta_path.insert(0, Newer('asyncio.selector_events', f'{folder}/asyncio/selector_events.py'))
    install()
    stand_ins(path_of_library)
    import traceback
    with open(sys.argv[0], encoding='utf-8') as file:
        source = file.read()
    names = {'__name__': '__main__', '__file__': sys.argv[0], '__builtins__': __builtins__}
    status = 0
    try:
        exec(compile(source, sys.argv[0], 'exec'), names)
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except BaseException as error:
        traceback.print_exception(type(error), error, error.__traceback__.tb_next)
        status = 1
    import atexit
    import gc
    atexit._run_exitfuncs()
    names.clear()
    gc.collect()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


main()
