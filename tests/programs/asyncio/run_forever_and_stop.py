"""run_forever until stop(); stop before running runs one iteration."""
import asyncio

loop = asyncio.new_event_loop()
count = 0


def tick():
    global count
    count += 1
    print("tick", count, loop.is_running())
    if count == 3:
        loop.stop()
        loop.call_soon(print, "runs only in the next run")
    else:
        loop.call_later(1, tick)


loop.call_soon(tick)
loop.run_forever()
print("stopped", loop.is_running(), loop.time())
loop.stop()
loop.run_forever()
print("again")
loop.close()
for what in (lambda: loop.call_soon(print), lambda: loop.run_forever(), lambda: loop.call_later(1, print)):
    try:
        what()
    except RuntimeError as e:
        print(e)
loop.close()
print(loop.is_closed())
