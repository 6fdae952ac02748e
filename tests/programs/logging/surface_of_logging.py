"""logging: handlers, formatters, filters, adapters and loggers, with the methods that programs seldom call."""
import io
import logging
import sys

print(logging.BASIC_FORMAT, logging.raiseExceptions, logging.fatal is logging.critical or logging.fatal.__name__)


class Kept(logging.Handler):
    def __init__(self):
        super().__init__(logging.INFO)
        self.lines = []

    def emit(self, record):
        self.acquire()
        try:
            self.lines.append(self.format(record))
        finally:
            self.release()


kept = Kept()
kept.set_name("kept")
print(kept.get_name(), kept.name, kept.level, repr(kept), logging.getHandlerByName("kept") is kept)
kept.setFormatter(logging.Formatter("%(name)s %(levelname)s %(funcName)s %(message)s"))
log = logging.getLogger("surface")
log.propagate = False
log.addHandler(kept)
log.setLevel(logging.DEBUG)
log.info("one %d", 1)
log.warn("deprecated")
log.fatal("fatal %s", "x")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("caught")
print([line.split("\n")[0] for line in kept.lines])
print(kept.lines[-1].split("\n")[-1])
record = log.makeRecord("made", logging.ERROR, "file.py", 7, "message %s", ("arg",), None, func="f", extra={"more": 1})
print(record.name, record.levelname, record.getMessage(), record.filename, record.lineno, record.funcName, record.more, record.module)
log.handle(record)
log.callHandlers(record)
print(len(kept.lines), log.hasHandlers(), log.getEffectiveLevel(), log.isEnabledFor(10), log.manager is logging.Logger.manager)
print(log.findCaller()[2], log.getChild("below").name, [child.name for child in log.getChildren()])


def even(record):
    return record.lineno % 2 == 0


class Changes(logging.Filter):
    def filter(self, record):
        record.msg = 'changed: ' + record.msg
        return True


log.addFilter(even)
print(log.filter(record))
log.removeFilter(even)
kept.addFilter(Changes())
print(kept.filter(record) is not False, record.msg)
kept.removeFilter(kept.filters[0])
print(kept.handle(record) is not False)
kept.flush()
kept.close()
kept.createLock()

out = io.StringIO()
stream = logging.StreamHandler(out)
print(stream.terminator == "\n", stream.setStream(out), stream.level)
stream.terminator = "|"
stream.emit(record)
stream.handle(record)
stream.flush()
print(out.getvalue())
other = io.StringIO()
print(stream.setStream(other) is out)
stream.acquire()
stream.release()
stream.createLock()
null = logging.NullHandler()
null.set_name("null")
print(null.handle(record), null.emit(record), null.get_name(), null.createLock(), null.flush(), null.close())

formatter = logging.Formatter("{levelname}:{message}", style="{", defaults={"extra": "none"})
print(formatter.format(record), formatter.usesTime(), formatter.default_time_format, formatter.default_msec_format)
record.created = 0.5
record.msecs = 500.0
formatter.converter = __import__("time").gmtime
print(formatter.formatTime(record), formatter.formatTime(record, "%H:%M"), formatter.formatMessage(record), formatter.formatStack("stack"))
try:
    [][1]
except IndexError:
    print(formatter.formatException(sys.exc_info()).split("\n")[-1])
buffering = logging.BufferingFormatter(formatter)
print(buffering.formatHeader([record]) == "", buffering.formatFooter([record]) == "", buffering.format([record, record]))

adapter = logging.LoggerAdapter(log, {"who": "me"})
adapter.setLevel(logging.DEBUG)
for name in ("debug", "info", "warning", "error", "critical"):
    getattr(adapter, name)("by %s", name)
try:
    {}["x"]
except KeyError:
    adapter.exception("with trace")
adapter.log(logging.INFO, "log")
print(adapter.isEnabledFor(10), adapter.getEffectiveLevel(), adapter.hasHandlers(), adapter.name, adapter.manager is log.manager, repr(adapter))
print(adapter.process("m", {}))
print([line.split("\n")[0] for line in kept.lines[4:]])


class Bad(logging.Handler):
    def emit(self, record):
        raise ValueError("emit failed")

    def handleError(self, record):
        print("handleError", record.getMessage(), sys.exc_info()[0].__name__)


log.addHandler(Bad())
try:
    log.error("to a bad handler")
except ValueError as error:
    print("raised", error)
