"""Logging as services set it up: handlers, filters, formatters, adapters, dictConfig, context in records, exceptions, queue listener, memory handler."""
import asyncio, contextvars, io, json, logging, logging.config, logging.handlers, queue, sys, traceback, warnings, time
request_id = contextvars.ContextVar("request_id", default="-")
class ContextFilter(logging.Filter):
    def filter(self, record): record.rid = request_id.get(); record.short = record.name.rsplit(".", 1)[-1]; return True
class JsonFormatter(logging.Formatter):
    std = set(vars(logging.makeLogRecord({})))
    def format(self, r):
        d = {"lvl": r.levelname, "msg": r.getMessage(), "log": r.name, **{k: v for k, v in vars(r).items() if k not in self.std and k not in ("message", "asctime", "rid", "short")}}
        if r.exc_info: d["exc"] = self.formatException(r.exc_info).splitlines()[-1]
        if r.stack_info: d["stack"] = r.stack_info.count("\n") > 0
        return json.dumps(d, default=repr)
class Indent(logging.LoggerAdapter):
    depth = 0
    def process(self, msg, kwargs): return f"{'  ' * self.depth}{msg}", {**kwargs, "extra": {**self.extra, **kwargs.get("extra", {})}}
class ListHandler(logging.Handler):
    def __init__(self, limit=3, **kw): super().__init__(**kw); self.seen, self.limit = [], limit
    def emit(self, record):
        try:
            if len(self.seen) >= self.limit: raise OverflowError("full")
            self.seen.append(self.format(record))
        except OverflowError: self.handleError(record)
    def handleError(self, record): print("handleError:", type(sys.exception()).__name__, record.getMessage())
logging.addLevelName(15, "TRACE"); logging.TRACE = 15
config = {
    "version": 1, "disable_existing_loggers": False,
    "formatters": {"brief": {"format": "{levelname:<8}|{short}|{rid}|{message}", "style": "{"}, "json": {"()": "__main__.JsonFormatter"},
                   "dollar": {"format": "$levelname:$name:$message [$where]", "style": "$", "defaults": {"where": "nowhere"}}, "percent": {"format": "%(asctime)s %(levelname).1s %(message)-20s|", "datefmt": "%H:%M"}},
    "filters": {"ctx": {"()": ContextFilter}, "only_db": {"name": "app.db"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "brief", "filters": ["ctx"], "level": "TRACE"},
        "json": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json", "level": "ERROR"},
        "db": {"()": ListHandler, "limit": 2, "formatter": "dollar", "filters": ["only_db"]},
        "mem": {"class": "logging.handlers.MemoryHandler", "capacity": 3, "flushLevel": "CRITICAL", "target": "db"}},
    "loggers": {"app": {"level": "DEBUG", "handlers": ["out", "json"], "propagate": False}, "app.db": {"handlers": ["db"], "level": "TRACE"}, "app.quiet": {"level": "ERROR"}, "mem": {"handlers": ["mem"], "level": 0, "propagate": False}},
    "root": {"level": "WARNING", "handlers": ["out"]},
}
logging.config.dictConfig(config)
app, db = logging.getLogger("app"), logging.getLogger("app.db")
app.info("start %s", "now"); app.log(15, "traced %(a)d %(b)r", {"a": 1, "b": "x"}); app.log(5, "never"); db.debug("not"); db.log(15, "q1"); db.warning("q2", extra={"where": "here"}); db.error("q3 %d%%", 50)
print([h for h in logging.getHandlerByName("db").seen], db.handlers, sorted(logging.getHandlerNames()))
logging.getLogger("app.quiet.child").warning("no"); logging.getLogger("other.x").warning("root gets %s", [1]); logging.info("no")
print(logging.getLogger("app.quiet.child").getEffectiveLevel(), db.isEnabledFor(10), logging.getLogger("app.quiet.child").parent, app.getChild("db") is db, sorted(l.name for l in app.getChildren()))
try: {}["k"]
except KeyError: app.exception("caught", extra={"user": "u1"}); app.critical("without stack", exc_info=False)
try: app.info("x", extra={"message": 1})
except KeyError as e: print(e)
ad = Indent(app, {"user": "ann"}); ad.depth = 2; ad.error("deep %s", 1, extra={"x": 2}); print(ad, ad.isEnabledFor(50), ad.name)
async def handle(n):
    token = request_id.set(f"req{n}")
    app.info("begin"); await asyncio.sleep(0.1 * (3 - n)); app.info("end"); request_id.reset(token); app.info("after")
async def main(): await asyncio.gather(*(handle(i) for i in range(3)))
asyncio.run(main())
mem = logging.getLogger("mem")
for i in range(4): mem.info("m%d", i)
mem.critical("flush"); print(logging.getHandlerByName("mem").buffer)
q = queue.SimpleQueue(); target = ListHandler(5); target.setFormatter(logging.Formatter("%(message)s <%(processName)s>"))
ql = logging.getLogger("q"); ql.addHandler(logging.handlers.QueueHandler(q)); ql.propagate = False; ql.setLevel("INFO"); ql.info("queued %s", {1}); ql.error("two", exc_info=ValueError("v")); print(q.qsize(), (r := q.get()).msg, r.args, r.message, q.get().exc_text)
logging.captureWarnings(True); warnings.warn("careful", UserWarning); logging.captureWarnings(False)
buf = io.StringIO(); h = logging.StreamHandler(buf); h.setFormatter(logging.Formatter("%(levelno)s %(lineno)d %(funcName)s %(module)s %(msg)s %(args)s %(threadName)s %(taskName)s")); logging.getLogger("o").addHandler(h); logging.getLogger("o").propagate = False
def wrapper(): logging.getLogger("o").warning("lvl", stacklevel=2)
def f(): wrapper()
f(); logging.getLogger("o").warning("%s", "tuple"); print(buf.getvalue(), h, h.terminator == "\n")
h2 = logging.StreamHandler(sys.stderr); bad = logging.getLogger("bad"); bad.addHandler(h2); bad.propagate = False; bad.warning("%d items", "three"); bad.warning("a %s", 1, 2)
for spec in ({"version": 2}, {"version": 1, "handlers": {"h": {"class": "no.Such"}}}, {"version": 1, "root": {"handlers": ["nope"]}}, {"version": 1, "formatters": {"f": {"format": "%(bad"}}}, {"version": 1, "loggers": {"l": {"level": "LOUD"}}}):
    try: logging.config.dictConfig({**spec, "disable_existing_loggers": False}); print("accepted")
    except Exception as e: print(type(e).__name__, e, "|", repr(e.__cause__))
for bad_call in (lambda: logging.Formatter("{x", style="{"), lambda: logging.Formatter("%(x)q"), lambda: logging.Formatter("$", style="$"), lambda: logging.getLogger(3), lambda: app.setLevel("LOUD"), lambda: app.log("x", "m"), lambda: logging.Formatter("x", style="?"), lambda: logging.basicConfig(foo=1), lambda: logging.basicConfig(handlers=[], stream=sys.stdout)):
    try: bad_call(); print("fine")
    except Exception as e: print(type(e).__name__, e)
print(logging.getLevelName(15), logging.getLevelName("TRACE"), logging.getLevelName(33), logging.getLevelNamesMapping()["TRACE"], logging.root, app.manager.disable, logging.getLogger().handlers)
logging.disable(logging.ERROR); app.error("hidden"); app.critical("seen"); logging.disable(logging.NOTSET); app.disabled = True; app.critical("off"); app.disabled = False
logging.shutdown(); app.info("still")
raise SystemExit(app.hasHandlers() + 2)
