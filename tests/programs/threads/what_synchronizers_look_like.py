# What the objects of threading print as.
import re
import threading


def show(thing):
    print(re.sub(r'0x[0-9a-f]+', '0x', repr(thing)))


barrier = threading.Barrier(2)
show(barrier)
waiter = threading.Thread(target=barrier.wait)
waiter.start()
while barrier.n_waiting == 0:
    pass
show(barrier)
barrier.wait()
waiter.join()
show(barrier)
barrier.abort()
show(barrier)

bounded = threading.BoundedSemaphore(3)
bounded.acquire()
show(bounded)
show(threading.Semaphore(3))
show(threading.Lock())
show(threading.Event())
