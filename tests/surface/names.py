"""Prints the public names of asyncio and of what surrounds it: one line for each, with its kind."""
import inspect
import sys

MODULES = ("asyncio asyncio.constants asyncio.coroutines asyncio.exceptions asyncio.futures asyncio.graph asyncio.locks asyncio.log "
           "asyncio.protocols asyncio.queues asyncio.runners asyncio.streams asyncio.subprocess asyncio.taskgroups asyncio.tasks asyncio.threads "
           "asyncio.timeouts asyncio.transports concurrent.futures contextlib contextvars logging logging.handlers queue threading").split()
# What these export stands in the list of asyncio already, and the three names of the loop class are one.
PARTS = ("asyncio.", "asyncio.SelectorEventLoop", "asyncio.BaseEventLoop")
ROOMS = ("asyncio", "_asyncio", "_contextvars", "contextvars", "threading", "_thread", "queue", "_queue", "concurrent", "contextlib", "logging", "types")


def kind_of(value):
    if inspect.isclass(value):
        return "exception" if issubclass(value, BaseException) else "class"
    if inspect.ismodule(value):
        return "module"
    if inspect.iscoroutinefunction(value):
        return "coroutine function"
    return "function" if callable(value) else "value"


def listed(label, owner, names):
    for name in sorted(names):
        if name.startswith("_"):
            continue
        try:
            kind = kind_of(getattr(owner, name))
        except NotImplementedError:
            kind = "not there"
        except AttributeError:
            continue
        print(label, name, kind, sep="\t")


def module_names(label, module):
    """What it exports; modules that other modules import are nobody's business, but asyncio's own are."""
    for name in dir(module):
        value = None
        try:
            value = getattr(module, name)
        except NotImplementedError:
            pass
        if not inspect.ismodule(value):
            yield name


def main():
    for label in MODULES:
        try:
            __import__(label)
            module = sys.modules[label]
        except ImportError:
            print(label, "", "not there", sep="\t")
            continue
        names = set(getattr(module, "__all__", ())) | (set(module_names(label, module)) if label == "asyncio" else set())
        listed(label, module, names)
        for name in sorted(names):
            value = getattr(module, name, None) if not name.startswith("_") else None
            if inspect.isclass(value) and not issubclass(value, tuple) and value.__module__.partition(".")[0] in ROOMS and not f"{label}.{name}".startswith(PARTS[1:]) and not label.startswith(PARTS[0]):
                listed(f"{label}.{name}", value, dir(value))


main()
