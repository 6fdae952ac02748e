"""Ctrl-C while the exit waits for a thread: the exit goes on without it, and the status is that of the program."""
import atexit
import os
import signal
import sys
import threading
import time


def waits():
    time.sleep(0.2)
    os.kill(os.getpid(), signal.SIGINT)
    threading.Event().wait()
    print("never")


sys.unraisablehook = lambda told: print("ignored:", told.exc_type.__name__)
atexit.register(print, "exit functions run")
threading.Thread(target=waits).start()
print("the main program is over")
