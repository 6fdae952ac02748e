# Alarms and interval timers send SIGALRM when their time is over: a handler may raise, the loop may take it, and by default it ends the program.
import signal, time, asyncio

def handler(number, frame):
    print('signal', number, signal.Signals(number).name, frame.f_code.co_name, round(time.monotonic() - start, 1))
    raise TimeoutError('too long')
signal.signal(signal.SIGALRM, handler)
start = time.monotonic()
print(signal.alarm(5), signal.alarm(2), signal.getitimer(signal.ITIMER_REAL)[1])

def slow():
    time.sleep(10)
try:
    slow()
except TimeoutError as e:
    print(e, round(time.monotonic() - start, 1))
print(signal.alarm(0), signal.getitimer(signal.ITIMER_REAL))
signal.alarm(3)
print(signal.alarm(0))
time.sleep(4)
print('no alarm')
ticks = []
signal.signal(signal.SIGALRM, lambda *a: ticks.append(round(time.monotonic() - start, 1)))
print(signal.setitimer(signal.ITIMER_REAL, 0.5, 0.25))
t = time.monotonic()
while len(ticks) < 3:
    time.sleep(1)
print(len(ticks) >= 3, signal.setitimer(signal.ITIMER_REAL, 0)[1], ticks[1] - ticks[0] > 0.2)

async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    loop.add_signal_handler(signal.SIGALRM, lambda: (print('in loop', round(loop.time() - t0, 1)), done.set()))
    t0 = loop.time()
    signal.alarm(2)
    await done.wait()
    loop.remove_signal_handler(signal.SIGALRM)
asyncio.run(main())
for bad in (lambda: signal.alarm('x'), lambda: signal.alarm(1.5), lambda: signal.setitimer(9, 1), lambda: signal.setitimer(0, -1)):
    try:
        bad()
    except (TypeError, OSError) as e:
        print(type(e).__name__, e)
signal.signal(signal.SIGALRM, handler)
start = time.monotonic()
signal.alarm(1)
try:
    n = 0
    while True:
        n += 1
except TimeoutError as e:
    print('busy', e)
signal.signal(signal.SIGALRM, signal.SIG_DFL)
signal.alarm(1)
time.sleep(3)
print('never')
