"""Every thread ends by itself, so the program ends, whatever goes wrong inside of one of them."""
import threading
import time

lock, recursive, places, condition = threading.Lock(), threading.RLock(), threading.Semaphore(2), threading.Condition()
counts = {}


def count(name, guard):
    for _ in range(5):
        with guard:
            before = counts.get(name, 0)
            time.sleep(0.001)
            counts[name] = max(before, counts.get(name, 0)) + 1


guards = {"lock": lock, "recursive": recursive, "places": places, "condition": condition}
threads = [threading.Thread(target=count, args=item) for item in guards.items() for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print({name: number for name, number in counts.items() if name != "places"}, lock.locked())
