import threading, time

places = threading.BoundedSemaphore(2)

def work(seconds):
    with places:
        time.sleep(seconds)

threads = [threading.Thread(target=work, args=(n,), name=f'w{n}') for n in (1, 2, 3)]
for thread in threads:
    thread.start()
print(places.acquire(timeout=0.5))
for thread in threads:
    thread.join()
open_places = threading.Semaphore(0)
open_places.release(2)
print(open_places.acquire())
