from concurrent.futures import ThreadPoolExecutor
import threading, time, sys
pool = ThreadPoolExecutor(2)
def slow(n):
    time.sleep(n / 10)
    try: pool.submit(print, 'more')
    except RuntimeError as e: print(e)
pool.submit(slow, 1)
def quick(): print('quick', threading.current_thread().name, threading.current_thread().daemon)
pool.submit(quick)
sys.exit(3)
