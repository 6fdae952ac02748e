"""What is thrown into a coroutine is not raised there: what is handled around is no context of it."""
import asyncio
async def main(n):
    asyncio.create_task(asyncio.sleep(n), name="a").add_done_callback(lambda t: print(repr(t._make_cancelled_error().__context__)))
    await asyncio.sleep(0)
    1 / 0
for n in 0, 1:
    try: asyncio.run(main(n))
    except ZeroDivisionError: print("--")
async def deep(n): await asyncio.sleep(n)
async def main(n):
    asyncio.create_task(deep(n), name="a").add_done_callback(lambda t: print(repr(t._make_cancelled_error().__context__)))
    await asyncio.sleep(0)
    1 / 0
for n in 0, 1:
    try: asyncio.run(main(n))
    except ZeroDivisionError: print("--")
async def main(n):
    asyncio.create_task(deep(n), name="a").add_done_callback(lambda t: print(repr(t._make_cancelled_error().__context__)))
    1 / 0
for n in 0, 1:
    try: asyncio.run(main(n))
    except ZeroDivisionError: print("--")
def t(x):
    try: 1/0
    except ZeroDivisionError:
        try: x.throw(ValueError("v"))
        except ValueError as e: print(repr(e.__context__))
loop = asyncio.new_event_loop()
t(asyncio.sleep(0)); t(asyncio.sleep(1)); t(loop.create_future().__await__()); c = asyncio.sleep(0); c.send(None); t(c)
t((x for x in ()))
async def y(): c = asyncio.sleep(1); c.send(None); t(c)
loop.run_until_complete(y())
