"""multiprocessing.context: what makes processes and what they share. Children begin anew or as copies of a process that has run the
main module and nothing more; copies of the program as it is (fork) cannot be made here."""
import threading

from . import process

ProcessError = type('ProcessError', (Exception,), {'__module__': 'multiprocessing.context'})
BufferTooShort = type('BufferTooShort', (ProcessError,), {'__module__': 'multiprocessing.context'})
AuthenticationError = type('AuthenticationError', (ProcessError,), {'__module__': 'multiprocessing.context'})
TimeoutError = type('TimeoutError', (ProcessError,), {'__module__': 'multiprocessing.context'})


class Process(process.BaseProcess):
    pass


class SpawnProcess(process.BaseProcess):
    _start_method = 'spawn'


class ForkServerProcess(process.BaseProcess):
    _start_method = 'forkserver'


# What a context makes, and the module that has it.
_MAKERS = {
    'Lock': 'synchronize', 'RLock': 'synchronize', 'Condition': 'synchronize', 'Semaphore': 'synchronize', 'BoundedSemaphore': 'synchronize',
    'Event': 'synchronize', 'Barrier': 'synchronize', 'Queue': 'queues', 'JoinableQueue': 'queues', 'SimpleQueue': 'queues',
    'Pipe': 'connection', 'Value': 'sharedctypes', 'Array': 'sharedctypes', 'RawValue': 'sharedctypes', 'RawArray': 'sharedctypes',
}


class BaseContext:
    ProcessError, BufferTooShort, TimeoutError, AuthenticationError = ProcessError, BufferTooShort, TimeoutError, AuthenticationError
    current_process = staticmethod(process.current_process)
    parent_process = staticmethod(process.parent_process)
    active_children = staticmethod(process.active_children)

    def __getattr__(self, name):
        if name not in _MAKERS:
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        module = __import__(f'multiprocessing.{_MAKERS[name]}', None, None, [name])
        return getattr(module, name)

    def cpu_count(self):
        import os
        return os.cpu_count()

    def Manager(self):
        from .managers import SyncManager
        manager = SyncManager(ctx=self.get_context())
        manager.start()
        return manager

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        from .pool import Pool
        return Pool(processes, initializer, initargs, maxtasksperchild, context=self.get_context())

    def freeze_support(self):
        pass

    def get_logger(self):
        import logging
        return logging.getLogger('multiprocessing')

    def log_to_stderr(self, level=None):
        import logging
        logger = self.get_logger()
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter('[%(levelname)s/%(processName)s] %(message)s'))
        logger.addHandler(handler)
        if level:
            logger.setLevel(level)
        return logger

    def allow_connection_pickling(self):
        pass

    def set_executable(self, executable):
        pass

    def set_forkserver_preload(self, module_names):
        pass

    def get_context(self, method=None):
        if method is None:
            return self
        if method not in _contexts:
            raise ValueError(f'cannot find context for {method!r}')
        return _contexts[method]

    def get_start_method(self, allow_none=False):
        return self._name

    def set_start_method(self, method, force=False):
        raise ValueError('cannot set start method of concrete context')

    @property
    def reducer(self):
        return globals().get('reduction')


class SpawnContext(BaseContext):
    _name, Process = 'spawn', SpawnProcess


class ForkServerContext(BaseContext):
    _name, Process = 'forkserver', ForkServerProcess


_contexts = {'forkserver': ForkServerContext(), 'spawn': SpawnContext()}


class DefaultContext(BaseContext):
    Process = Process

    def __init__(self, context):
        self._default_context, self._actual_context = context, None

    def get_context(self, method=None):
        if method is not None:
            return super().get_context(method)
        if self._actual_context is None:
            self._actual_context = self._default_context
        return self._actual_context

    def set_start_method(self, method, force=False):
        if self._actual_context is not None and not force:
            raise RuntimeError('context has already been set')
        self._actual_context = None if method is None and force else self.get_context(method)
        Process._start_method = method

    def get_start_method(self, allow_none=False):
        if self._actual_context is None:
            if allow_none:
                return None
            self._actual_context = self._default_context
        return self._actual_context._name

    def get_all_start_methods(self):
        return ['forkserver', 'spawn']


_default_context = DefaultContext(_contexts['forkserver'])


def get_spawning_popen():
    return True if process._loopscope.current() in process._starting else None


def assert_spawning(obj):
    process._assert_starting(obj)
