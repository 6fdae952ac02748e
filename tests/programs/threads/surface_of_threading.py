"""threading: the names that the other programs here do without, the deprecated ones with their warnings."""
import sys
import threading
import warnings

print(threading.get_ident() == threading.main_thread().ident, threading.TIMEOUT_MAX > 1e6, threading.gettrace(), threading.getprofile())
print(threading.stack_size() >= 0, issubclass(threading.ThreadError, RuntimeError))
warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print("   ", category.__name__, message)

thread = threading.Thread(target=print, args=("in the thread",))
thread.setName("renamed")
print(thread.getName(), thread.isDaemon())
thread.setDaemon(True)
print(thread.daemon)
timer = threading.Timer(0.01, print, ("timer",))
timer.setName("timer")
print(timer.getName(), timer.isDaemon(), timer.ident, timer.is_alive())
timer.setDaemon(False)
timer.start()
timer.join()
print(timer.is_alive(), timer.ident is not None)
timer = threading.Timer(10, print, ["never"])
timer.start()
timer.cancel()
timer.join()


class Twice(threading.Timer):
    def run(self):
        super().run()
        self.function(*self.args, **self.kwargs)


timer = Twice(0.01, print, ["twice"], {"end": ";\n"})
timer.start()
timer.join()
print(timer.interval, timer.finished.is_set())
event = threading.Event()
print(event.isSet())
condition = threading.Condition()
with condition:
    condition.notifyAll()
print(threading.currentThread() is threading.main_thread(), threading.activeCount())
lock = threading.Lock()
print(lock.acquire_lock(), lock.locked_lock(), lock.release_lock())


def hook(args):
    print("hook", isinstance(args, threading.ExceptHookArgs), args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


def fails():
    raise ValueError("in a thread")


threading.excepthook = hook
thread = threading.Thread(target=fails, name="failing")
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__
made = threading.ExceptHookArgs((KeyError, KeyError("k"), None, None))
print(made.exc_type, made.exc_value, made.exc_traceback, made.thread)


def gone():
    sys.exit(3)


thread = threading.Thread(target=gone)
thread.start()
thread.join()
for wrong in (lambda: threading.Thread(group=1), lambda: thread.start(), lambda: threading.current_thread().join(), lambda: lock.release(),
              lambda: threading.Semaphore(-1), lambda: threading.Condition().notify(),
              lambda: threading.RLock().release(), lambda: threading.BoundedSemaphore(1).release()):
    try:
        wrong()
        print("no error")
    except (RuntimeError, ValueError, AssertionError) as error:
        print(type(error).__name__, error)
