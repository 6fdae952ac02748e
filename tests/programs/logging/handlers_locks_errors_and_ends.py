"""What handlers do besides handling: their locks, what they do with errors, how they end; NullHandler as a handler like others."""
import io
import logging
import os
import sys
import threading
import warnings


def free(handler):
    return not handler.lock.locked()


class Broken:
    def write(self, text):
        raise OSError("cannot write")

    def flush(self):
        pass


record = logging.LogRecord("name", logging.WARNING, "file.py", 3, "said %s", ("it",), None)
for kind in (logging.Handler, logging.StreamHandler, lambda: logging.FileHandler("locks.log", delay=True)):
    handler = kind()
    before = handler.lock
    handler.createLock()
    print(type(handler).__name__, handler.lock is before, handler.lock is not None, free(handler), end=" ")
    handler.acquire()
    print(free(handler), end=" ")
    handler.release()
    print(free(handler))
    told, sys.stderr = sys.stderr, io.StringIO()
    try:
        raise OSError("as if while it was emitted")
    except OSError:
        handler.handleError(record)
    text, sys.stderr = sys.stderr.getvalue(), told
    lines = text.splitlines()
    print(lines[0], [line for line in lines if line.startswith(("OSError", "Message", "Arguments"))])
    handler.set_name("known")
    print(logging.getHandlerByName("known") is handler, handler.close(), logging.getHandlerByName("known"))

try:
    logging.Handler().emit(record)
except NotImplementedError as error:
    print("NotImplementedError", error)
print(logging.Handler().flush())

told, sys.stderr = sys.stderr, io.StringIO()
logging.StreamHandler(Broken()).emit(record)
logging.raiseExceptions = False
logging.StreamHandler(Broken()).emit(record)
logging.raiseExceptions = True
text, sys.stderr = sys.stderr.getvalue(), told
print(text.count("--- Logging error ---"), "cannot write" in text)

null = logging.NullHandler(logging.ERROR)
print(null.level, null.lock, null.acquire(), null.release(), null.handle(record), null.emit(record), null.flush())
print(null.createLock(), null.lock)
null.setLevel("WARNING")
null.setFormatter(logging.Formatter("<%(message)s>"))
print(null.level, null.format(record))


def refuses(record):
    return False


null.addFilter(refuses)
print(null.filters == [refuses], null.filter(record))
null.removeFilter(refuses)
print(null.filters, bool(null.filter(record)))
null.lock = threading.RLock()
null.acquire()
print(free(null))
null.release()
print(free(null))
told, sys.stderr = sys.stderr, io.StringIO()
try:
    [][0]
except IndexError:
    null.handleError(record)
text, sys.stderr = sys.stderr.getvalue(), told
print(text.splitlines()[0])
null.set_name("null")
null.close()
print(logging.getHandlerByName("null"))

log = logging.getLogger("ends")
log.propagate = False
out = io.StringIO()
handler = logging.StreamHandler(out)
log.addHandler(handler)
log.warning("first")
log.removeHandler(handler)
log.addHandler(logging.NullHandler())
log.warning("second")
print(out.getvalue(), log.handlers, log.root is logging.getLogger(), logging.Logger.root is logging.root)

handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
adapter = logging.LoggerAdapter(log, None)
log.addHandler(handler)
adapter.debug("not yet")
adapter.setLevel(logging.DEBUG)
adapter.debug("debug %d", 1)
print(log.level, repr(out.getvalue()))
warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print("   ", category.__name__, message)
adapter.warn("warned")
print(repr(out.getvalue()))

logging.basicConfig(stream=out, level=logging.DEBUG, format="root %(levelname)s %(message)s")
logging.debug("by the root %s", "logger")
logging.warn("warned too")
print(out.getvalue().splitlines()[-2:])


class Ends(logging.Handler):
    def flush(self):
        print("flush")

    def close(self):
        print("close")
        super().close()

    def emit(self, record):
        print("emit", record.getMessage())


ends = Ends()
logging.getLogger().handlers[:] = [ends]
logging.info("last words")
logging.shutdown([lambda: ends])
file = logging.FileHandler("ends.log", mode="w")
file.emit(record)
file.close()
print(file.stream, open("ends.log").read())
file.acquire()
file.release()
os.remove("ends.log")
