"""Logging: dictConfig, filters, adapters, formatters, handlers of one's own, rotating files, context ids."""
import asyncio
import contextvars
import io
import json
import logging
import logging.config
import logging.handlers
import sys
import traceback

request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="-")


class JsonFormatter(logging.Formatter):
    def __init__(self, *, keys=("level", "msg"), **kw):
        super().__init__(**kw)
        self.keys = keys
    def format(self, record):
        record.message = record.getMessage()
        d = {"level": record.levelname, "msg": record.message, "logger": record.name, "rid": record.rid, "task": record.taskName, "func": record.funcName}
        if record.exc_info:
            d["exc"] = self.formatException(record.exc_info).splitlines()[-1]
        return json.dumps({k: v for k, v in d.items() if k in self.keys or k == "exc"})


class RequestFilter(logging.Filter):
    def filter(self, record):
        record.rid = request_id.get()
        return "secret" not in record.getMessage()


class ListHandler(logging.Handler):
    def __init__(self, level=logging.NOTSET, limit=3):
        super().__init__(level)
        self.lines, self.limit = [], limit
    def emit(self, record):
        if len(self.lines) >= self.limit:
            try:
                raise OverflowError("list is full")
            except OverflowError:
                self.handleError(record)
        else:
            self.lines.append(self.format(record))


CONFIG = {
    "version": 1, "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)-8s|%(name)s|%(rid)s|%(message)s"}, "json": {"()": JsonFormatter, "keys": ["level", "msg", "rid", "task"]}, "brace": {"format": "{levelname:.1}:{message}", "style": "{", "validate": True}},
    "filters": {"rid": {"()": RequestFilter}},
    "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "plain", "filters": ["rid"]},
                 "json": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json", "level": "WARNING", "filters": ["rid"]},
                 "list": {"()": ListHandler, "limit": 2, "formatter": "brace", "level": "ERROR"},
                 "memory": {"class": "logging.handlers.MemoryHandler", "capacity": 10, "target": "out", "flushLevel": "ERROR"}},
    "loggers": {"app": {"level": "DEBUG", "handlers": ["out"], "propagate": True}, "app.db": {"level": "INFO"}, "app.noisy": {"level": "CRITICAL", "propagate": False}, "mem": {"handlers": ["memory"], "level": "DEBUG", "propagate": False}},
    "root": {"level": "WARNING", "handlers": ["json", "list"]},
}
logging.config.dictConfig(CONFIG)
app, db = logging.getLogger("app"), logging.getLogger("app.db")
app.debug("starting %s", "up"); db.debug("not shown"); db.info("query %(sql)s in %(ms).1f ms", {"sql": "select", "ms": 3.14159})
app.warning("the secret is out"); app.error("%d items", 3)
logging.getLogger("app.noisy").error("silent")
print(db.getEffectiveLevel(), app.isEnabledFor(5), db.parent, app.handlers, logging.getLogger("app.x").hasHandlers(), app.getChild("z").name, sorted(l.name for l in app.getChildren()))
mem = logging.getLogger("mem")
mem.info("kept"); print("nothing yet"); mem.error("flush")
try:
    1 / 0
except ZeroDivisionError:
    app.exception("failed with %r", "args", stack_info=False)
log = logging.LoggerAdapter(app, {"user": "ann"}, merge_extra=True)
log.info("adapted %s", 1, extra={"x": 2})


class Adapter(logging.LoggerAdapter):
    def process(self, msg, kwargs): return f"[{self.extra['conn']}] {msg}", kwargs
Adapter(db, {"conn": 7}).warning("via adapter")
app.info("bad args %d", "x")
app.info("too many", 1, 2)
try:
    app.info("x", extra={"message": 1})
except KeyError as error:
    print(error)


async def handle(i):
    request_id.set(f"r{i}")
    app.info("begin")
    await asyncio.sleep(0.1 * (3 - i))
    db.warning("slow %d", i)
    app.log(logging.INFO + 5, "odd level")


async def main():
    await asyncio.gather(*(asyncio.create_task(handle(i), name=f"req-{i}") for i in range(2)))
    logging.getLogger().warning("root")
asyncio.run(main())
logging.addLevelName(25, "NOTICE")
app.log(25, "named"); print(logging.getLevelName(25), logging.getLevelName("NOTICE"), logging.getLevelName(7), logging.getLevelNamesMapping()["WARN"])
for bad in (lambda: app.setLevel("LOUD"), lambda: logging.config.dictConfig({"version": 2}), lambda: logging.config.dictConfig({"version": 1, "handlers": {"h": {"class": "no.such.Handler"}}}), lambda: logging.config.dictConfig({"version": 1, "root": {"handlers": ["zz"]}}),
            lambda: logging.Formatter("{x", style="{"), lambda: logging.Formatter("%(message)", style="%"), lambda: logging.Formatter("x", style="?"), lambda: logging.basicConfig(filename="a", stream=sys.stdout), lambda: logging.basicConfig(nope=1), lambda: app.log("INFO", "x"), lambda: logging.getLogger(3), lambda: logging.Formatter("nothing")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error, "|", error.__cause__)
h = logging.handlers.RotatingFileHandler("app.log", maxBytes=60, backupCount=2)
h.setFormatter(logging.Formatter("%(levelname)s:%(message)s"))
app.addHandler(h)
for i in range(6): app.debug("line number %d of the file", i)
h.close(); app.removeHandler(h)
import pathlib
for p in sorted(pathlib.Path().glob("app.log*")): print(p, p.read_text().splitlines())
logging.captureWarnings(True)
import warnings
warnings.warn("captured")
logging.captureWarnings(False)
logging.disable(logging.ERROR)
app.error("disabled"); app.critical("not disabled", stack_info=True)
logging.disable(logging.NOTSET)
stream = io.StringIO()
logging.basicConfig(force=True, stream=stream, level="INFO", format="%(asctime)s %(msecs)03d %(process)d|%(levelno)s %(module)s.%(lineno)d %(pathname)s %(threadName)s", datefmt="%H")
logging.info("x")
print(stream.getvalue().split("|")[1])
record = logging.makeLogRecord({"name": "n", "msg": "m %s", "args": ("a",), "levelno": 30, "levelname": "WARNING"})
print(record, record.getMessage(), logging.BufferingFormatter().format([record, record]))
q = logging.handlers.BufferingHandler(2)
q.emit(record); print(q.buffer, q.shouldFlush(record))
print(logging.root, logging.getLogger("zz"), logging.StreamHandler(), logging.NullHandler(), logging.FileHandler("f.log", delay=True).mode, logging.lastResort)
db.critical("last words")
logging.shutdown()
