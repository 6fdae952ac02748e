"""A task has a copy of the context it was made in."""
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def child(name):
    print(name, "starts with", user.get())
    user.set(name)
    await asyncio.sleep(0)
    print(name, "has", user.get())


async def main():
    user.set("main")
    await asyncio.gather(child("a"), child("b"))
    print("main has", user.get())
    await child("inline")
    print("main has", user.get())
    token = user.set("temporary")
    user.reset(token)
    print(user.get(), token.var is user, token.old_value)
    ctx = contextvars.copy_context()
    print(ctx.run(lambda: (user.set("inside"), user.get())[1]), user.get(), ctx[user])
    asyncio.get_running_loop().call_soon(lambda: print("callback", user.get()))
    await asyncio.sleep(0)
    t = asyncio.create_task(child("in ctx"), context=ctx)
    await t
    print(ctx[user])


asyncio.run(main())
print(user.get())
try:
    contextvars.ContextVar("empty").get()
except LookupError as e:
    print(str(e).split(" at 0x")[0])
