"""RotatingFileHandler, TimedRotatingFileHandler, WatchedFileHandler, basicConfig with a file."""
import logging
import logging.handlers
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "app.log")
log = logging.getLogger("app")
log.setLevel(logging.INFO)
log.propagate = False
handler = logging.handlers.RotatingFileHandler(path, maxBytes=40, backupCount=2)
handler.setFormatter(logging.Formatter("%(message)s"))
log.addHandler(handler)
for n in range(12):
    log.info("message number %d", n)
handler.close()
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name)) as file:
        print(name, file.read().split("\n"))
log.removeHandler(handler)

for wrong in ("x", "W7", "W12"):
    try:
        logging.handlers.TimedRotatingFileHandler(path, when=wrong)
    except ValueError as error:
        print(error)
timed = logging.handlers.TimedRotatingFileHandler(os.path.join(folder, "timed.log"), when="S", interval=5, backupCount=1, utc=True)
print(timed.computeRollover(1000), timed.interval, timed.suffix, timed.backupCount)
midnight = logging.handlers.TimedRotatingFileHandler(os.path.join(folder, "m.log"), when="midnight", utc=True, delay=True)
print(midnight.computeRollover(86400 * 3 + 5), midnight.stream)
weekly = logging.handlers.TimedRotatingFileHandler(os.path.join(folder, "w.log"), when="W0", utc=True, delay=True)
print(weekly.computeRollover(86400 * 3 + 5))
timed.close()

watched = logging.handlers.WatchedFileHandler(os.path.join(folder, "watched.log"))
log.addHandler(watched)
log.info("first")
os.remove(watched.baseFilename)
log.info("second")
watched.close()
print(open(watched.baseFilename).read())
log.removeHandler(watched)

own = os.path.join(folder, "root.log")
logging.basicConfig(filename=own, filemode="w", level=logging.INFO, format="%(levelname)s:%(message)s")
logging.info("to the file")
logging.shutdown()
print(open(own).read(), type(logging.getLogger().handlers[0]).__name__)
