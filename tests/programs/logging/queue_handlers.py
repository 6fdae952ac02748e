"""logging.handlers: MemoryHandler and QueueHandler."""
import logging
import logging.handlers
import queue
import sys

out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
logger = logging.getLogger("memory")
logger.setLevel(logging.DEBUG)
memory = logging.handlers.MemoryHandler(3, target=out)
logger.addHandler(memory)
logger.info("one")
logger.info("two")
print("nothing so far")
logger.info("three")
logger.info("four")
logger.error("five flushes")
logger.info("six")
memory.close()
logger.removeHandler(memory)
records = queue.Queue()
logger.addHandler(logging.handlers.QueueHandler(records))
logger.info("queued %d", 1)
try:
    1 / 0
except ZeroDivisionError:
    logger.exception("with a traceback")
while not records.empty():
    record = records.get()
    print(record.levelname, record.args, record.exc_info, record.getMessage())
