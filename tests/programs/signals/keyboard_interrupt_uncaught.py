"""An uncaught KeyboardInterrupt."""
import signal
import time

print("before")
signal.raise_signal(signal.SIGINT)
time.sleep(1)
print("never")
