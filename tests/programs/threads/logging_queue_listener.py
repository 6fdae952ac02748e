"""A QueueListener writes from a thread of its own; records know their thread's name."""
import logging
import logging.handlers
import queue
import sys
import threading

out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(threadName)s %(levelname)s %(message)s"))
records = queue.Queue()
logger = logging.getLogger("queued")
logger.setLevel(logging.INFO)
logger.addHandler(logging.handlers.QueueHandler(records))
listener = logging.handlers.QueueListener(records, out)
listener.start()
logger.info("from the main thread")
worker = threading.Thread(target=lambda: logger.warning("from a worker"), name="worker")
worker.start()
worker.join()
listener.stop()
print("stopped")
direct = logging.getLogger("direct")
direct.addHandler(out)
threads = [threading.Thread(target=direct.warning, args=("%d", n), name=f"thread {n}") for n in range(3)]
for thread in threads:
    thread.start()
    thread.join()
