from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, TimeoutError, as_completed, wait
import time

def fetch(seconds):
    time.sleep(seconds)
    return seconds

with ThreadPoolExecutor(2, thread_name_prefix='pool') as pool:
    futures = [pool.submit(fetch, seconds) for seconds in (1, 2, 3)]
    try:
        futures[2].result(0.5)
    except TimeoutError:
        print('too late')
    print(futures[2].result())
    print(list(pool.map(fetch, (1, 1))))
    futures = [pool.submit(fetch, seconds) for seconds in (2, 1)]
    print(len(wait(futures, return_when=FIRST_COMPLETED).done))
    print(len(wait(futures).done))
    print([future.result() for future in as_completed([pool.submit(fetch, 1)])])
