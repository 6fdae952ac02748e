import logging
import logging.config

CONFIG = {
    "version": 1,
    "formatters": {"brief": {"format": "%(levelname)s: %(message)s"}},
    "handlers": {
        "buffer": {"class": "logging.handlers.MemoryHandler", "capacity": 3, "flushLevel": "ERROR", "target": "zconsole"},
        "zconsole": {"class": "logging.StreamHandler", "formatter": "brief", "stream": "ext://sys.stdout"},
        "console": {"class": "logging.StreamHandler", "level": "INFO", "stream": "ext://sys.stdout"},
    },
    "loggers": {"buffered": {"handlers": ["buffer"], "level": "DEBUG", "propagate": False}},
    "root": {"level": "WARNING", "handlers": ["console"]},
}
logging.config.dictConfig(CONFIG)
log = logging.getLogger("buffered")
for i in range(4):
    log.info("number %d", i)
    print("logged", i)
log.error("flush")
print("--")
log.debug("at the end")
for handlers in ({"h": {"class": "logging.Nope"}}, {"h": {"class": "nope.Nope"}},
                 {"h": {"class": "logging.handlers.MemoryHandler", "capacity": 3, "target": "nobody"}}):
    try:
        logging.config.dictConfig({"version": 1, "handlers": handlers})
    except ValueError as e:
        print(e, "|", e.__cause__)
