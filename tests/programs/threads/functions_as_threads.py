import _thread
import threading
import time

lock = _thread.allocate_lock()


def say(name, more=''):
    with lock:
        print(name, more)


for n in range(3):
    print(type(_thread.start_new_thread(say, (n,), {'more': 'more'})).__name__)
    time.sleep(0.05)
print(_thread.get_ident() == threading.get_ident(), _thread.error, _thread.LockType is type(lock), _thread.TIMEOUT_MAX)


def leave():
    _thread.exit()



def look():
    me = threading.current_thread()
    print(me.name.split('-')[0], me.daemon, me is threading.current_thread(), me.is_alive())
    try:
        me.join()
    except RuntimeError as error:
        print(error)


for function in leave, look:
    _thread.start_new_thread(function, ())
    time.sleep(0.05)
for args in ((1, ()), (say, 1), (say, (), 3)):
    try:
        _thread.start_new_thread(*args)
    except TypeError as error:
        print(error)
try:
    _thread.interrupt_main()
    time.sleep(1)
except KeyboardInterrupt:
    print('interrupted')
_thread.start_new_thread(time.sleep, (100,))  # nobody waits for it
print('end')
