import _thread, threading, time

def work(seconds):
    time.sleep(seconds)

first = threading.Thread(target=work, args=(2,), name='first')
first.start()
second = threading.Thread(target=first.join, name='second')
second.start()
first.join(1)
second.join()
second.join()
lock = _thread.allocate_lock()
lock.acquire()
_thread.start_new_thread(lock.release, ())
lock.acquire()
