"""Loops and their interface: new, set, get."""
import _asyncio
from _asyncio import (Handle, TimerHandle, _ThreadSafeHandle, _get_running_loop, _set_running_loop, get_event_loop, get_running_loop)
from _native import in_c

__all__ = ('AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle', 'get_event_loop', 'set_event_loop', 'new_event_loop',
           '_set_running_loop', 'get_running_loop', '_get_running_loop', 'SelectorEventLoop', 'EventLoop', 'BaseEventLoop')


def _method():
    def method(self, *args, **kwargs):
        raise NotImplementedError
    return method


def _coroutine():
    async def method(self, *args, **kwargs):
        raise NotImplementedError
    return method


def _abstract(owner, called, awaited):
    for make, names in (_method, called), (_coroutine, awaited):
        for name in names.split():
            method = make()
            method.__name__, method.__qualname__ = name, f'{owner.__name__}.{name}'
            setattr(owner, name, method)


class AbstractEventLoop:
    """What every event loop offers."""


_abstract(AbstractEventLoop, 'run_forever run_until_complete stop is_running is_closed close _timer_handle_cancelled call_soon call_later call_at '
          'time create_future create_task call_soon_threadsafe run_in_executor set_default_executor add_reader remove_reader add_writer '
          'remove_writer add_signal_handler remove_signal_handler set_task_factory get_task_factory get_exception_handler '
          'set_exception_handler default_exception_handler call_exception_handler get_debug set_debug',
          'shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo create_connection create_server start_tls sendfile '
          'create_unix_connection create_unix_server connect_accepted_socket create_datagram_endpoint connect_read_pipe '
          'connect_write_pipe subprocess_shell subprocess_exec sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall '
          'sock_sendto sock_connect sock_accept sock_sendfile')


class AbstractServer:
    """What a server offers."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


_abstract(AbstractServer, 'close close_clients abort_clients get_loop is_serving', 'start_serving serve_forever wait_closed')


class BaseEventLoop(_asyncio.Loop, AbstractEventLoop):
    """The one event loop there is."""
    _default_executor = None
    _executor_closed = False

    def __init__(self):
        pass

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if self.get_debug():
            _check_callback(func, 'run_in_executor')
        if executor is None:
            if self._executor_closed:
                raise RuntimeError('Executor shutdown has been called')
            executor = self._default_executor
            if executor is None:
                import concurrent.futures
                executor = self._default_executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix='asyncio')
        from .futures import wrap_future
        return wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        import concurrent.futures
        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        self._executor_closed = True
        executor = self._default_executor
        if executor is None:
            return
        import threading
        from .timeouts import timeout as limit
        future = self.create_future()

        def shut():
            try:
                executor.shutdown(wait=True)
                if not self.is_closed():
                    self.call_soon_threadsafe(_release, future)
            except Exception as error:
                if not self.is_closed() and not future.cancelled():
                    self.call_soon_threadsafe(future.set_exception, error)

        thread = threading.Thread(target=shut)
        thread._in_log = False
        thread.start()
        try:
            async with limit(timeout):
                await future
        except TimeoutError:
            import warnings
            warnings.warn_explicit(f'The executor did not finishing joining its threads within {timeout} seconds.', RuntimeWarning,
                                   '/lib/python3.14/asyncio/events.py', 94)
            executor.shutdown(wait=False)
        else:
            thread.join()

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError('Event loop is closed')


def _never(name, what):
    async def method(self, *args, **kwargs):
        raise NotImplementedError(f'Loopscope has no {what}')
    method.__name__, method.__qualname__ = name, f'BaseEventLoop.{name}'
    return method


def _of_network(name):
    def method(self, *args, **kwargs):
        from . import selector_events  # gives the class the methods themselves
        return getattr(self, name)(*args, **kwargs)
    return method


def _of_files(name):
    def method(self, *args, **kwargs):
        from . import selector_events, sendfile
        return getattr(self, name)(*args, **kwargs)
    return method


for _name, _what in (('connect_read_pipe', 'pipes'), ('connect_write_pipe', 'pipes'), ('start_tls', 'ssl'),
                     ('subprocess_exec', 'subprocesses'), ('subprocess_shell', 'subprocesses')):
    setattr(BaseEventLoop, _name, _never(_name, _what))
for _name in 'sendfile', 'sock_sendfile':
    setattr(BaseEventLoop, _name, _of_files(_name))
for _name in ('create_connection', 'create_server', 'create_datagram_endpoint', 'create_unix_connection', 'create_unix_server',
              'connect_accepted_socket', 'getaddrinfo', 'getnameinfo', 'add_reader', 'remove_reader', 'add_writer', 'remove_writer',
              'sock_recv', 'sock_recv_into', 'sock_recvfrom', 'sock_recvfrom_into', 'sock_sendall', 'sock_sendto', 'sock_connect',
              'sock_accept'):
    setattr(BaseEventLoop, _name, _of_network(_name))


class _DefaultSelector:
    def __get__(self, loop, owner=None):
        if loop is None:
            raise AttributeError('_selector')
        from selectors import DefaultSelector
        loop._selector = selector = DefaultSelector()
        return selector


class BaseSelectorEventLoop(BaseEventLoop):
    """A loop of the kind that select() serves."""
    _selector = _DefaultSelector()

    def __init__(self, selector=None):
        super().__init__()
        if selector is not None:
            self._selector = selector


class _UnixSelectorEventLoop(BaseSelectorEventLoop):
    """What new_event_loop() makes."""

    def __init__(self, selector=None):
        super().__init__(selector)


BaseEventLoop.__module__ = 'asyncio.base_events'
for _method in vars(BaseEventLoop).values():
    if type(_method) is type(_never):
        _method.__module__ = 'asyncio.base_events'
BaseSelectorEventLoop.__module__ = 'asyncio.selector_events'
_UnixSelectorEventLoop.__module__ = 'asyncio.unix_events'


def _release(future):
    if not future.done():
        future.set_result(None)


def _check_callback(callback, method):
    from .coroutines import iscoroutine, _iscoroutinefunction
    if iscoroutine(callback) or _iscoroutinefunction(callback):
        raise TypeError(f'coroutines cannot be used with {method}()')
    if not callable(callback):
        raise TypeError(f'a callable object was expected by {method}(), got {callback!r}')


SelectorEventLoop = EventLoop = _UnixSelectorEventLoop


def set_event_loop(loop):
    _asyncio._set_event_loop(loop)


_policy = None


def new_event_loop():
    if _policy is not None:
        return _policy.new_event_loop()
    return EventLoop()


def __getattr__(name):
    # Policies are on their way out: few programs still ask for them.
    if 'olicy' in name:
        from . import policies
        return getattr(policies, name)
    from ._twins import twin
    return twin(__name__, name)
