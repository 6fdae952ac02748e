"""logging.config.dictConfig."""
import logging
import logging.config

old = logging.getLogger("old")
kept = logging.getLogger("app.kept")


class Short(logging.Formatter):
    def format(self, record):
        return record.levelname[0] + " " + record.getMessage()


class Named:
    def __init__(self, word):
        self.word = word

    def filter(self, record):
        return self.word not in record.getMessage()


logging.config.dictConfig({
    "version": 1,
    "formatters": {
        "plain": {"format": "%(levelname)s %(name)s: %(message)s"},
        "braces": {"format": "{name}|{message}", "style": "{"},
        "short": {"()": Short},
    },
    "filters": {"no_x": {"()": Named, "word": "x"}, "app": {"name": "app"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "plain", "level": "INFO"},
        "braced": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "braces", "filters": ["no_x"]},
        "short": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "short", "filters": ["app"]},
    },
    "loggers": {"app": {"level": "DEBUG", "handlers": ["braced"], "propagate": False}, "other": {"handlers": ["short"]}},
    "root": {"level": "WARNING", "handlers": ["out"]},
})
logging.getLogger("app").debug("debug")
logging.getLogger("app.child").info("x is filtered")
logging.getLogger("app.child").info("child")
kept.info("kept: below app")
old.error("disabled")
logging.warning("root")
logging.info("not root")
logging.getLogger("other").error("short's filter wants app")
print(sorted(logging.getHandlerNames()), old.disabled, kept.disabled)
for config in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "logging.Nonsense"}}}):
    try:
        logging.config.dictConfig(config)
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
logging.config.dictConfig({"version": 1, "incremental": True, "root": {"level": "INFO"}})
logging.info("incremental")
