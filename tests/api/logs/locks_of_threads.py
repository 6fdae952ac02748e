import threading, time

lock = threading.Lock()

def work(seconds):
    with lock:
        time.sleep(seconds)

def hurry():
    print(lock.acquire(timeout=0.5), lock.acquire(blocking=False))

threads = [threading.Thread(target=work, args=(n,), name=f'w{n}') for n in (1, 2)]
threads.append(threading.Thread(target=hurry, name='h'))
for thread in threads:
    thread.start()
with lock:
    print('mine')
for thread in threads:
    thread.join()
