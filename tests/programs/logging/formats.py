"""basicConfig and Formatter: format, datefmt, the three styles, all that a record knows, defaults."""
import asyncio
import logging
import sys
import time

logging.basicConfig(format="%(asctime)s %(levelname)-8s [%(name)s] %(message)s", level="INFO", stream=sys.stdout)
logger = logging.getLogger("lesson")
logger.info("with the time")
time.sleep(1.25)
logger.warning("later")
for options in (
    {"format": "%(asctime)s|%(message)s", "datefmt": "%H:%M:%S"},
    {"format": "{levelname:>10}|{name}|{message}", "style": "{"},
    {"format": "$levelname ${message} $$", "style": "$"},
    {"format": "{asctime} {message}", "style": "{", "datefmt": "%d.%m.%Y"},
    {"style": "{"},
    {"format": "%(levelno)s %(filename)s %(module)s %(lineno)d %(funcName)s %(threadName)s %(processName)s %(taskName)s %(message)s"},
    {"format": "%(created).2f %(msecs)03d %(pathname).3s %(message)s"},
):
    logging.basicConfig(**options, force=True, level=logging.INFO, stream=sys.stdout)
    logger.info("options: %s", sorted(options))


async def main():
    logging.basicConfig(format="%(taskName)s %(funcName)s %(message)s", force=True, level=logging.INFO, stream=sys.stdout)
    logger.info("inside a task")

    async def other():
        logger.info("inside another")
    await asyncio.create_task(other(), name="other")
    asyncio.get_running_loop().call_soon(lambda: logger.info("inside a callback"))
    await asyncio.sleep(0)


asyncio.run(main())
record = logging.LogRecord("name", logging.ERROR, "/a/b/c.py", 12, "%s-%s", (1, 2), None, "function")
print(record, record.getMessage(), record.filename, record.module)
print(logging.Formatter().format(record), logging.Formatter("%(levelname)s %(extra)s", defaults={"extra": "default"}).format(record))
formatter = logging.Formatter("%(asctime)s")
formatter.default_msec_format = None
formatter.converter = time.gmtime
record.created = 0
print(formatter.format(record), formatter.usesTime(), formatter.datefmt)
for fmt, style in (("no fields", "%"), ("no fields", "{"), ("no fields", "$"), ("%(message)s", "{"), ("{message", "{"), ("x", "!")):
    try:
        print(logging.Formatter(fmt, style=style)._fmt)
    except ValueError as error:
        print(repr(fmt), style, error)
try:
    logging.Formatter("%(missing)s").format(record)
except ValueError as error:
    print(error)
for options in ({"nonsense": 1}, {"stream": sys.stdout, "handlers": []}, {"format": "x"}, {"style": "?"}):
    try:
        logging.basicConfig(**options, force=True)
    except ValueError as error:
        print(error)
