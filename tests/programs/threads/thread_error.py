"""An exception in a thread prints its traceback; the program goes on."""
import threading


def fails():
    d = {}
    return d["key"]


t = threading.Thread(target=fails, name="bad one")
t.start()
t.join()
print("main goes on", t.is_alive())
