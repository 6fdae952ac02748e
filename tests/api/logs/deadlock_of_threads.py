import threading
from concurrent.futures import ThreadPoolExecutor

left, right = threading.Lock(), threading.Lock()
both = threading.Barrier(2)

def work(first, second):
    with first:
        both.wait()
        with second:
            print('never')

for name, locks in ('a', (left, right)), ('b', (right, left)):
    thread = threading.Thread(target=work, args=locks, name=name, daemon=True)
    thread.start()
thread.join(1)

pool = ThreadPoolExecutor(1, thread_name_prefix='pool')

def outer():
    inner = pool.submit(print, 'late')
    try:
        inner.result(1)
    except TimeoutError:
        print('too late')

pool.submit(outer).result()
pool.shutdown()
