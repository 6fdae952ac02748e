"""When the program ends each handler that still lives is flushed and closed, the newest first; only raising OSError or ValueError is forgiven."""
import gc
import logging
import logging.handlers
import sys
import weakref

reference = weakref.ref(handler := logging.Handler())
del handler
gc.collect()
print(reference())
target = logging.StreamHandler(sys.stdout)
log = logging.getLogger()


class Raises(logging.Handler):
    def __init__(self, error):
        super().__init__()
        self.error = error

    def flush(self):
        print("flush", repr(self.error))
        raise self.error

    def close(self):
        print("never closed")


oldest = Raises(KeyError("told, and the end of it"))
log.addHandler(memory := logging.handlers.MemoryHandler(10, target=target))
log.addHandler(keeps := logging.handlers.MemoryHandler(10, target=target, flushOnClose=False))
forgiven = [Raises(OSError("forgiven")), Raises(ValueError("forgiven too"))]
log.warning("kept in memory until the end")
print("the program is over")
