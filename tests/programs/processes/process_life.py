"""Processes: what they are called, how they end, what they have of the parent's."""
import os
import sys
import time
from multiprocessing import Process, active_children, current_process, parent_process, set_start_method

counter = 0


def hello(name):
    global counter
    counter += 1
    print('hello', name, current_process().name, __name__, counter, os.getpid() != os.getppid(), parent_process().name, flush=True)


def bad():
    raise ValueError('in the child')


def leave(code):
    sys.exit(code)


def forever():
    while True:
        time.sleep(1)


def family():
    child = Process(target=hello, args=('grandchild',))
    child.start()
    child.join()
    print(child.name, child.exitcode, flush=True)


class Worker(Process):
    def __init__(self, number):
        super().__init__(name=f'worker {number}')
        self.number = number

    def run(self):
        print('worker', self.number, self.name, flush=True)


def main():
    p = Process(target=hello, args=('first',))
    print(p.name, p.pid, p.is_alive(), p.exitcode, p.daemon)
    p.start()
    print('started', p.is_alive(), p.pid != os.getpid(), active_children() == [p], flush=True)
    p.join()
    print(p.exitcode, p.is_alive(), counter, active_children(), flush=True)
    for number in range(3):
        p = Process(target=hello, args=(number,))
        p.start()
        p.join()
    p = Process(target=bad)
    p.start()
    p.join()
    print(p.exitcode)
    for code in (0, 3, None, 'a text'):
        p = Process(target=leave, args=(code,))
        p.start()
        p.join()
        print(code, p.exitcode, flush=True)
    p = Process(target=forever)
    p.start()
    p.join(0.2)
    print(p.is_alive(), p.exitcode)
    p.terminate()
    p.join()
    print(p.exitcode, p.is_alive(), repr(p).replace(str(p.pid), 'N').replace(str(os.getpid()), 'M'))
    w = Worker(7)
    w.start()
    w.join()
    p = Process(target=family)
    p.start()
    p.join()
    p.close()
    try:
        p.is_alive()
    except ValueError as error:
        print(error)
    print(repr(Process(target=bad, name='x', daemon=True)).replace(str(os.getpid()), 'M'), current_process())
    for attempt in (lambda: w.start(), lambda: Process(target=bad).join(), lambda: Process(1)):
        try:
            attempt()
        except AssertionError as error:
            print(error)
    d = Process(target=forever, daemon=True)
    d.start()
    print('the end does not wait for', d.name)


if __name__ == '__main__':
    set_start_method('spawn')
    main()
