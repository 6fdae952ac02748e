import threading


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except BaseException as error:
        print(f'{type(error).__name__}: {error}')


for lock in threading.Lock(), threading.RLock():
    show(lock.acquire, False, 1)
    show(lock.acquire, True, -2)
    show(lock.acquire, timeout=threading.TIMEOUT_MAX * 2)
    show(lock.acquire, timeout=float('nan'))
    show(lock.acquire, timeout='x')
    show(lock.acquire, True, threading.TIMEOUT_MAX)
    show(lock.release)
    show(lock.release)
lock = threading.RLock()
lock.acquire()
lock.acquire()
print(lock._recursion_count())
condition = threading.Condition()
show(condition.notify)
show(condition.wait)
show(lambda: condition._release_save())


class Careless(threading.Thread):
    def __init__(self):
        pass


thread = Careless()
show(thread.start)
show(thread.join)
show(thread.is_alive)
show(lambda: thread.name)
show(lambda: thread.daemon)
show(lambda: thread.ident)
show(setattr, thread, 'daemon', True)
show(repr, thread)
show(threading.stack_size, -5)
show(threading.stack_size, 1000)
show(threading.stack_size, 262144)
show(threading.stack_size, 0)
show(threading.excepthook, 1)
print(threading.ExceptHookArgs((1, 2, 3, 4)), threading.ExceptHookArgs)
show(threading.ExceptHookArgs, (1,))
old, threading.excepthook = threading.excepthook, None
show(threading.Thread)
threading.excepthook = old
