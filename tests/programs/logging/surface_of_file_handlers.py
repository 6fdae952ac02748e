"""logging.FileHandler: every method, on a file of the run."""
import logging
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "log.txt")
handler = logging.FileHandler(path, mode="w", encoding="utf-8", delay=False)
handler.set_name("file")
handler.setLevel(logging.INFO)
handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
print(handler.get_name(), handler.name, handler.level, handler.terminator == "\n", os.path.basename(handler.baseFilename), handler.mode)


def short(record):
    return len(record.getMessage()) < 20


handler.addFilter(short)
log = logging.getLogger("files")
log.propagate = False
log.addHandler(handler)
log.setLevel(logging.DEBUG)
for text in ("one", "two", "this one is far too long to be kept"):
    log.warning(text)
log.debug("below the level")
handler.removeFilter(short)
record = log.makeRecord("files", logging.ERROR, "f.py", 3, "by hand", (), None)
print(handler.filter(record) is record or handler.filter(record), handler.format(record))
handler.emit(record)
handler.handle(record)
handler.acquire()
handler.release()
handler.createLock()
handler.flush()
print(open(path).read().splitlines())
other = tempfile.TemporaryFile("w+")
old = handler.setStream(other)
log.error("to the other")
handler.setStream(old).seek(0)
print(other.read())
other.close()


class Broken:
    def __str__(self):
        raise ValueError("no text")


logging.raiseExceptions = False
handler.handleError(record)
log.error("%s", Broken())
logging.raiseExceptions = True
handler.close()
print(handler.stream)
with open(path, encoding="utf-8") as file:
    print(len(file.readlines()))
