"""Handlers run in the main thread, whichever thread sends the signal, and wake it where it waits."""
import os
import signal
import threading
import time


def handler(number, frame):
    print("handler", signal.Signals(number).name, threading.current_thread().name)


def sends(*numbers):
    for number in numbers:
        time.sleep(0.1)
        os.kill(os.getpid(), number)
        time.sleep(0.01)
        print("sent", signal.Signals(number).name)


def waits_for(thread):
    try:
        thread.join()
    except KeyboardInterrupt:
        print("interrupted, alive:", thread.is_alive())
        thread.join()
    print("joined")


def spins(until):
    while not until:
        pass


signal.signal(signal.SIGUSR1, handler)
thread = threading.Thread(target=sends, args=(signal.SIGUSR1, signal.SIGINT))
thread.start()
waits_for(thread)

thread = threading.Thread(target=sends, args=(signal.SIGUSR1,))
thread.start()
time.sleep(0.3)
thread.join()

ends = []
spinning = threading.Thread(target=spins, args=(ends,))
spinning.start()
try:
    threading.Thread(target=os.kill, args=(os.getpid(), signal.SIGINT)).start()
    spinning.join()
except KeyboardInterrupt:
    print("interrupted while another thread computes")
    ends.append(1)
spinning.join()
