"""The tree of loggers: names, parents, levels, propagation, children made before their parents."""
import logging
import sys

deep = logging.getLogger("one.two.three")
print(deep.parent, deep.name, deep.level, deep.getEffectiveLevel())
one = logging.getLogger("one")
print(deep.parent, one.parent, one is logging.getLogger("one"), logging.getLogger("") is logging.getLogger("root") is logging.root)
two = logging.getLogger("one").getChild("two")
print(deep.parent, two.parent, sorted(l.name for l in one.getChildren()))
root = logging.getLogger()


class Named(logging.Handler):
    def __init__(self, name, level=logging.NOTSET):
        super().__init__(level)
        self.set_name(name)

    def emit(self, record):
        print(self.get_name(), record.name, record.levelname, self.format(record))


root.addHandler(Named("root's"))
one.addHandler(Named("one's"))
deep.addHandler(Named("deep's", "ERROR"))
deep.warning("everyone's but deep's")
deep.error("everyone's")
one.propagate = False
deep.error("not root's")
one.setLevel(logging.CRITICAL)
deep.error("not at all: the level is one's")
two.setLevel(logging.DEBUG)
deep.debug("two's level")
print(deep.isEnabledFor(logging.DEBUG), one.isEnabledFor(logging.DEBUG), deep.hasHandlers(), logging.getLogger("x").hasHandlers())
deep.disabled = True
deep.critical("disabled")
deep.disabled = False
try:
    logging.getLogger(5)
except TypeError as error:
    print(error)
try:
    deep.log("INFO", "x")
except TypeError as error:
    print(error)
print(logging.getHandlerByName("one's"), sorted(logging.getHandlerNames()), logging.getHandlerByName("none"))
handler = one.handlers[0]
one.removeHandler(handler)
one.removeHandler(handler)
one.addHandler(handler)
one.addHandler(handler)
print(len(one.handlers), one, two, handler, logging.StreamHandler(sys.stdout).level)


class Mine(logging.Logger):
    def shout(self, msg, *args):
        self._log(logging.ERROR, msg.upper(), args)


logging.setLoggerClass(Mine)
mine = logging.getLogger("mine")
mine.shout("hello")
print(mine, logging.getLoggerClass())
try:
    logging.setLoggerClass(int)
except TypeError as error:
    print(error)
print(logging.getLevelNamesMapping())
