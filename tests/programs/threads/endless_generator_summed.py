"""A sum that would never end leaves other threads their turns."""
import threading


def endless():
    while not stop:
        yield 1


stop = False


def ends():
    global stop
    stop = True


timer = threading.Timer(0.02, ends)
timer.start()
print(sum(endless()) > 0)
