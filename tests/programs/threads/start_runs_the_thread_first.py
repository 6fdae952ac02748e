"""start() comes back when the new thread waits or has ended."""
import threading
import time

log = []


def work(name):
    log.append(f"{name} begins")
    time.sleep(0.05)
    log.append(f"{name} ends")


def quick():
    log.append("quick")


a = threading.Thread(target=work, args=("a",))
a.start()
log.append("a started")
b = threading.Thread(target=quick)
b.start()
log.append("quick started")
a.join()
print(*log, sep="\n")
