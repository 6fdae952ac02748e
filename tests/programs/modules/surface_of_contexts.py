"""contextvars and contextlib: every name."""
import asyncio
import contextlib
import contextvars
import io
import sys

var = contextvars.ContextVar("var", default=1)
other = contextvars.ContextVar("other")
print(var.name, var.get(), other.get("given"))
try:
    other.get()
except LookupError as error:
    print(error.args[0] is other)
token = var.set(2)
print(isinstance(token, contextvars.Token), token.var is var, token.old_value is contextvars.Token.MISSING, repr(contextvars.Token.MISSING))
second = var.set(3)
print(second.old_value)
var.reset(second)
with var.set(9) as entered:
    print(var.get(), entered.old_value)
print(var.get())
var.reset(token)
try:
    var.reset(token)
except RuntimeError as error:
    print(str(error).split("at 0x")[0], str(error).split("> ")[-1])
context = contextvars.copy_context()
context.run(other.set, "there")
copied = context.copy()
copied.run(other.set, "elsewhere")
print(context[other], copied[other], context.get(var), context.get(var, "none"), other in context, var in context, len(context))
print([v.name for v in context], [v.name for v in context.keys()], list(context.values()), [(v.name, x) for v, x in context.items()])
print(context == context.copy(), context == copied, isinstance(contextvars.Context(), contextvars.Context), len(contextvars.Context()))
for wrong in (lambda: context["x"], lambda: context.run(context.run, print), lambda: contextvars.copy_context()[other]):
    try:
        wrong()
    except (TypeError, RuntimeError, KeyError) as error:
        print(type(error).__name__)


class Note(contextlib.AbstractContextManager):
    def __init__(self, name):
        self.name = name

    def __exit__(self, *error):
        print("exit", self.name, error[0] and error[0].__name__)


class AsyncNote(contextlib.AbstractAsyncContextManager):
    async def __aexit__(self, *error):
        print("aexit", error[0])


class Decorator(contextlib.ContextDecorator):
    def __enter__(self):
        print("enter")

    def __exit__(self, *error):
        print("leave")


class AsyncDecorator(contextlib.AsyncContextDecorator):
    async def __aenter__(self):
        print("aenter")

    async def __aexit__(self, *error):
        print("aleave")


@Decorator()
def decorated():
    print("inside")


@AsyncDecorator()
async def async_decorated():
    print("inside")


with Note("plain") as note:
    print(note.name)
decorated()
with contextlib.ExitStack() as stack:
    stack.enter_context(Note("first"))
    stack.callback(print, "callback", end="!\n")
    stack.push(Note("pushed"))
    stack.push(lambda *error: print("exit function", error))
    moved = stack.pop_all()
    print("nothing left")
moved.close()
with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
    print("to out")
    print("to err", file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()))
with contextlib.suppress(KeyError, ValueError):
    {}["x"]
with contextlib.nullcontext(5) as five:
    print(five)
with contextlib.closing(io.StringIO()) as closed:
    pass
print(closed.closed)


@contextlib.contextmanager
def manager(x):
    try:
        yield x
    except ZeroDivisionError:
        print("swallowed")


with manager(3) as x:
    1 / 0


@manager(4)
def by_decorator():
    print("called")


by_decorator()
by_decorator()


@contextlib.asynccontextmanager
async def async_manager(x):
    print("before")
    yield x
    print("after")


async def numbers():
    try:
        yield 1
    finally:
        print("numbers closed")


async def main():
    async with AsyncNote() as note:
        print(type(note).__name__)
    await async_decorated()
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(async_manager(7)), stack.enter_context(Note("sync")).name)
        stack.push_async_exit(AsyncNote())
        stack.push(Note("pushed"))
        stack.callback(print, "sync callback")

        async def later(word):
            print("async callback", word)

        stack.push_async_callback(later, "word")
        kept = stack.pop_all()
    print("kept")
    await kept.aclose()
    async with contextlib.aclosing(numbers()) as generator:
        print(await anext(generator))
    async with contextlib.nullcontext(6) as six:
        print(six)


asyncio.run(main())
