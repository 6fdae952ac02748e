"""What a beginner does first: the module's functions, basicConfig once, levels."""
import logging

logging.debug("not shown")
logging.warning("shown %s", "before basicConfig")
logging.basicConfig(level=logging.DEBUG)
logging.info("the handler is there already, the level stays")
logging.getLogger().setLevel(logging.INFO)
logging.info("now it is shown: %d, %r", 7, "seven")
logging.debug("this is not")
logging.error("%(a)s and %(b)s", {"a": 1, "b": 2})
logging.critical("100%")
logging.log(25, "a level of its own")
logging.log(logging.WARNING, "by number")
logging.addLevelName(25, "NOTICE")
logging.log(25, "a level with a name")
print(logging.getLevelName(25), logging.getLevelName("NOTICE"), logging.getLevelName(10), logging.getLevelName(11), logging.getLevelName("x"))
try:
    1 / 0
except ZeroDivisionError:
    logging.exception("with a traceback")
    logging.error("the same", exc_info=True)
    logging.warning("without")
logging.error("given", exc_info=ValueError("never raised"))
logging.error("nothing to show", exc_info=True)
logging.disable(logging.ERROR)
logging.error("disabled")
logging.critical("not disabled")
logging.disable(logging.NOTSET)
logging.warning("back again")
for level in ("nonsense", 1.5):
    try:
        logging.getLogger().setLevel(level)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(logging.getLogger(), logging.getLogger("a.b"), logging.getLogger().handlers)
