# _thread: threads as threading itself starts them, with locks of their own, and what happens to their errors.
import _thread
import sys
import threading
import time

lock = _thread.allocate_lock()
done = _thread.allocate_lock()
done.acquire()
results = []


def work(number, *, times=1):
    for _ in range(times):
        time.sleep(0.01 * number)
        with lock:
            results.append(number)
            if len(results) == 4:
                done.release()


print(type(_thread.start_new_thread(work, (1,))) is int)
_thread.start_new_thread(work, (2,), {'times': 3})
done.acquire()
print(sorted(results), lock.locked(), type(lock).__name__, _thread.LockType is type(lock), lock.acquire(False), lock.release())


def leaves():
    _thread.exit()
    print('never')


def fails(what):
    raise ValueError(what)


seen = []
sys.unraisablehook = lambda problem: seen.append((problem.err_msg.partition(' at ')[0], problem.object, repr(problem.exc_value)))
_thread.start_new_thread(leaves, ())
_thread.start_new_thread(fails, ('nobody sees it',))
time.sleep(0.1)
print(seen)
for arguments in ((work,), ()):
    try:
        _thread.start_new_thread(*arguments)
    except TypeError as error:
        print(error)
print(_thread.get_ident() == threading.get_ident() == threading.main_thread().ident, _thread.error is RuntimeError, _thread.TIMEOUT_MAX > 1e9)
print(isinstance(_thread.RLock(), type(threading.RLock())), _thread._count(), _thread.stack_size())
try:
    lock.release()
except RuntimeError as error:
    print(error)
