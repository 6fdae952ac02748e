"""Handle and TimerHandle: all they tell and do."""
import asyncio
import contextvars

who = contextvars.ContextVar("who", default="nobody")


def say(*words):
    print(who.get(), *words)


async def main():
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()
    context.run(who.set, "somebody")
    soon = loop.call_soon(say, "soon", context=context)
    print(type(soon) is asyncio.Handle, soon.cancelled(), soon.get_context() is context)
    never = loop.call_soon(say, "never")
    print(never.cancel(), never.cancelled(), never.cancel())
    early, late = loop.call_later(1, say, "early"), loop.call_at(loop.time() + 2, say, "late", context=context)
    print(type(early) is asyncio.TimerHandle, isinstance(early, asyncio.Handle))
    print(round(early.when() - loop.time(), 3), round(late.when() - loop.time(), 3))
    print(early < late, early <= late, early > late, early >= late, early == late, early != late, early == early)
    print(late.get_context() is context, early.get_context().get(who))
    same = loop.call_at(early.when(), say, "early")
    print(early == same, hash(early) == hash(same), early <= same, early >= same)
    same.cancel()
    print(early == same, same.cancelled(), same.when() == early.when())
    for operation in ("__lt__", "__le__", "__gt__", "__ge__", "__eq__"):
        print(operation, getattr(early, operation)(3))
    try:
        early < 3
    except TypeError as error:
        print(error)
    print(repr(never), repr(same))
    await asyncio.sleep(3)
    print(early.cancelled(), early.cancel(), early.cancelled())
    worker = loop.call_soon_threadsafe(say, "threadsafe")
    print(type(worker) is asyncio.Handle)
    await asyncio.sleep(0)


asyncio.run(main())
