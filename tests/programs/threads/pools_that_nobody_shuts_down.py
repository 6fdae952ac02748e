import time, gc, weakref, threading
from concurrent.futures import ThreadPoolExecutor
def job(n):
    time.sleep(n / 20); print('job', n)
pool = ThreadPoolExecutor(max_workers=2)
pool.submit(job, 0).result()
for n in range(1, 5): pool.submit(job, n)
threads = list(pool._threads)
del pool
for t in threads: t.join(5)
print([t.is_alive() for t in threads])
pool = ThreadPoolExecutor(max_workers=2)
for n in range(5, 9): pool.submit(job, n)
print('end')
