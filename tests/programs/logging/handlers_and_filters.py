"""Handlers of one's own, filters, adapters, extra fields, factories, errors inside handlers."""
import logging
import sys

logger = logging.getLogger("shop")
logger.setLevel(logging.DEBUG)
logger.propagate = False
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
logger.addHandler(out)
logger.addHandler(logging.NullHandler())
print(out, logger.handlers[1])


class Collect(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.records = []

    def emit(self, record):
        self.records.append((record.levelno, record.getMessage()))


collect = Collect()
logger.addHandler(collect)
logger.info("not collected")
logger.warning("collected %d", 1)
print(collect.records)


class NoSecrets(logging.Filter):
    def filter(self, record):
        return "secret" not in record.getMessage()


def mark(record):
    record.msg = "* " + record.msg
    return True


def replace(record):
    return logging.makeLogRecord({**record.__dict__, "msg": "replaced", "args": ()}) if "bad" in record.msg else True


logger.addFilter(NoSecrets())
logger.info("a secret")
logger.info("nothing hidden")
out.addFilter(mark)
logger.info("marked")
out.removeFilter(mark)
logger.addFilter(replace)
logger.info("bad words")
only = logging.Filter("shop.cart")
out.addFilter(only)
logger.info("not from the cart")
logging.getLogger("shop.cart").info("from the cart")
logging.getLogger("shop.cartoon").info("not from the cart either")
out.removeFilter(only)
out.setFormatter(logging.Formatter("%(user)s: %(message)s"))
logger.info("extra", extra={"user": "ada"})
for key in ("message", "name"):
    try:
        logger.info("overwritten", extra={key: 1})
    except KeyError as error:
        print(error)
adapter = logging.LoggerAdapter(logger, {"user": "bob"})
adapter.info("adapted %s", 1)
adapter.warning("again", extra={"user": "eve"})
merging = logging.LoggerAdapter(logger, {"user": "bob"}, merge_extra=True)
merging.info("merged", extra={"more": 1})
print(adapter, adapter.isEnabledFor(10), adapter.name)


class Numbered(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['user']}] {msg}", {**kwargs, "extra": self.extra}


Numbered(logger, {"user": 7}).error("processed")
made = logging.getLogRecordFactory()


def factory(*args, **kwargs):
    record = made(*args, **kwargs)
    record.user = "factory"
    return record


logging.setLogRecordFactory(factory)
logger.info("from the factory")
logging.setLogRecordFactory(made)
out.setFormatter(logging.Formatter("%(message)s"))
out.setLevel(logging.ERROR)
logger.warning("the handler's level")
out.setLevel("DEBUG")


def helper():
    logger.info("from the caller", stacklevel=2)


out.setFormatter(logging.Formatter("%(funcName)s:%(lineno)d %(message)s"))


def caller():
    helper()
    logger.info("from here")


caller()
logger.info("right")
print(logging.BufferingFormatter().format([logging.makeLogRecord({"msg": "a"}), logging.makeLogRecord({"msg": "b"})]))
try:
    logging.Handler().emit(None)
except NotImplementedError as error:
    print(error)
buffer = logging.StreamHandler()
print(buffer.setStream(sys.stdout) is sys.stderr, buffer.setStream(sys.stdout))
print(logger.warn.__name__, logging.WARN, logging.FATAL)
