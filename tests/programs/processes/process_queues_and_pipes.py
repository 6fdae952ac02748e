"""What goes between processes: queues, pipes, locks, shared numbers, events."""
import time
from multiprocessing import (Array, Barrier, Condition, Event, JoinableQueue, Lock, Pipe, Process, Queue, RLock, Semaphore, SimpleQueue, Value,
                             set_start_method)
from queue import Empty, Full


def producer(q, n):
    for i in range(n):
        q.put({'i': i})
    q.put(None)


def add(v, lock, n):
    for _ in range(n):
        with lock:
            v.value += 1


def fill(arr):
    for i in range(len(arr)):
        arr[i] = i * i


def talk(conn):
    while True:
        try:
            message = conn.recv()
        except EOFError:
            break
        conn.send(message * 2)
    conn.close()


def work(tasks, results):
    while True:
        n = tasks.get()
        if n is None:
            tasks.task_done()
            return
        results.put(n * n)
        tasks.task_done()


def wait_for(event, out):
    out.put(event.wait(5))


def say(barrier, q):
    barrier.wait()
    q.put('through')


def main():
    q = Queue()
    p = Process(target=producer, args=(q, 3))
    p.start()
    while (item := q.get()) is not None:
        print(item)
    p.join()
    try:
        q.get_nowait()
    except Empty:
        print('empty', q.empty())
    try:
        q.get(timeout=0.05)
    except Empty:
        print('empty')
    small = Queue(1)
    small.put(1)
    try:
        small.put(2, timeout=0.05)
    except Full:
        print('full', small.full(), small.qsize(), small.get())
    small.close()
    try:
        small.put(1)
    except ValueError as error:
        print(str(error).partition(' at ')[2].partition('> ')[2] or error)
    value, lock = Value('i', 0), Lock()
    many = [Process(target=add, args=(value, lock, 50)) for _ in range(3)]
    for p in many:
        p.start()
    for p in many:
        p.join()
    print(value.value, value, lock)
    with value.get_lock():
        value.value = 2 ** 31
    print(value.value, Value('d', 1.5).value, Value('c', b'x').value, Value('b', 200).value, Value('f', 0.1).value)
    numbers, text = Array('d', 5), Array('c', b'hello')
    p = Process(target=fill, args=(numbers,))
    p.start()
    p.join()
    print(numbers[:], list(numbers), len(numbers), numbers[1:3], text.value, text[:])
    numbers[0:2] = [7, 8]
    print(numbers[:], list(Array('i', [1, 2, 3], lock=False)))
    ours, theirs = Pipe()
    p = Process(target=talk, args=(theirs,))
    p.start()
    theirs.close()
    ours.send([1, 2])
    print(ours.recv(), ours.poll(), theirs.closed)
    ours.close()
    p.join()
    reader, writer = Pipe(duplex=False)
    writer.send_bytes(b'bytes')
    print(reader.poll(1), reader.recv_bytes(), reader.readable, reader.writable, writer.writable)
    try:
        reader.send(1)
    except OSError as error:
        print(error)
    writer.close()
    try:
        reader.recv()
    except EOFError as error:
        print(repr(error))
    tasks, results = JoinableQueue(), Queue()
    many = [Process(target=work, args=(tasks, results)) for _ in range(2)]
    for p in many:
        p.start()
    for n in [*range(6), None, None]:
        tasks.put(n)
    tasks.join()
    print(sorted(results.get() for _ in range(6)))
    for p in many:
        p.join()
    event, simple = Event(), SimpleQueue()
    p = Process(target=wait_for, args=(event, simple))
    p.start()
    event.set()
    print(simple.get(), event.is_set())
    p.join()
    barrier, out = Barrier(2), Queue()
    p = Process(target=say, args=(barrier, out))
    p.start()
    barrier.wait()
    print(out.get())
    p.join()
    s, r = Semaphore(2), RLock()
    print(s, s.acquire(), s.acquire(), s.acquire(False), s, r)
    with r, r:
        print(r, lock.acquire(), lock, lock.acquire(timeout=0.01))
    lock.release()
    for wrong in (lock.release, r.release, Condition().notify):
        try:
            wrong()
        except (ValueError, AssertionError) as error:
            print(error)
    for shared in (Queue(), lock, value):
        try:
            import pickle
            pickle.dumps(shared)
        except RuntimeError as error:
            print(error)


if __name__ == '__main__':
    set_start_method('spawn')
    main()
