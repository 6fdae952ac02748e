import sys
import threading
import time

THIS = sys._getframe().f_code.co_filename
log = []


def tracer(frame, event, arg):
    if frame.f_code.co_filename == THIS:
        log.append((threading.current_thread().name, frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
        return tracer


def profiler(frame, event, arg):
    if frame.f_code.co_filename == THIS and not event.startswith('c_'):
        log.append((threading.current_thread().name, frame.f_code.co_name, event))


def work(n):
    time.sleep(n / 100)
    return n


def show(title):
    threading.settrace(None)
    threading.setprofile(None)
    print('---', title)
    for line in log:
        print(*line)
    log.clear()


def run(*names):
    for i, name in enumerate(names):
        thread = threading.Thread(target=work, args=(i,), name=name)
        thread.start()
        thread.join()


print(threading.gettrace(), threading.getprofile())
threading.settrace(tracer)
print(threading.gettrace() is tracer, sys.gettrace())
run('A', 'B')
work(1)
show('settrace')
threading.setprofile(profiler)
print(threading.getprofile() is profiler, sys.getprofile())
run('C')
show('setprofile')


def loops(stop):
    while not stop.is_set():
        turn()
        time.sleep(0.01)


def turn():
    pass


stop = threading.Event()
thread = threading.Thread(target=loops, args=(stop,), name='D')
thread.start()
time.sleep(0.02)
threading.settrace_all_threads(tracer)
print(sys.gettrace() is tracer, threading.gettrace() is tracer)
time.sleep(0.02)
threading.settrace_all_threads(None)
print(sys.gettrace(), threading.gettrace())
stop.set()
thread.join()
print(any(line[:3] == ('D', 'turn', 'call') for line in log))
