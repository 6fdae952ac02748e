"""Pools of processes and of threads, their results, errors and ends; managers and their proxies."""
import multiprocessing
import os
from multiprocessing import Manager, Pool, Process, TimeoutError, current_process
from multiprocessing.managers import BaseManager
from multiprocessing.pool import ThreadPool
import time


def square(x):
    return x * x


def scale(a, b):
    return a * b


def init(x):
    global base
    base = x


def use(x):
    return base + x


def slow(x):
    time.sleep(x)
    return x


def bad(x):
    if x == 2:
        raise KeyError(x)
    return x


def name(_):
    return current_process().name.rstrip('0123456789'), current_process().daemon


def fill(table, row, i):
    table[i] = i * 2
    row.append(i)


class Counter:
    def __init__(self, start=0):
        self.n = start

    def up(self, by=1):
        self.n += by
        return self.n


class MyManager(BaseManager):
    pass


MyManager.register('Counter', Counter)


def count(counter):
    counter.up(10)


def main():
    with Pool(3) as pool:
        print(pool.map(square, range(10)), pool.apply(scale, (7, 2)), pool.starmap(scale, [(8, 2), (9, 3)]))
        result = pool.apply_async(square, (5,))
        print(result.get(timeout=5), result.ready(), result.successful())
        print(list(pool.imap(square, range(5))), sorted(pool.imap_unordered(square, range(5))), list(pool.imap(square, range(5), chunksize=2)))
        for attempt in (lambda: pool.apply(bad, (2,)), lambda: pool.map(bad, [1, 2, 3])):
            try:
                attempt()
            except KeyError as error:
                print(repr(error), type(error.__cause__).__name__)
        got = []
        pool.map_async(square, [1, 2, 3], callback=got.extend).wait()
        failed = []
        pool.apply_async(bad, (2,), error_callback=failed.append).wait()
        print(got, failed)
        try:
            pool.apply_async(slow, (1,)).get(timeout=0.05)
        except TimeoutError as error:
            print(type(error).__name__)
        print(set(pool.map(name, range(4))))
    with Pool(2, initializer=init, initargs=(100,)) as pool:
        print(pool.map(use, [1, 2]))
    pool = Pool(2)
    print(pool.map(square, [3]), pool.map(square, []))
    pool.close()
    pool.join()
    try:
        pool.map(square, [1])
    except ValueError as error:
        print(error, pool)
    with ThreadPool(2) as pool:
        print(pool.map(lambda x: x + 1, range(4)))
    with Manager() as manager:
        table, row = manager.dict(), manager.list([9])
        children = [Process(target=fill, args=(table, row, i)) for i in range(3)]
        for p in children:
            p.start()
            p.join()
        print(table, row, dict(table), len(row), table.items(), 1 in table, list(row), row[1:], repr(table).partition(' at ')[0])
        for attempt in (lambda: table['no'], lambda: row[10]):
            try:
                attempt()
            except (KeyError, IndexError) as error:
                print(repr(error))
        space = manager.Namespace()
        space.x = 5
        print(space.x, space, manager.Value('i', 3), manager.Value('i', 4).value)
        lock, queue = manager.Lock(), manager.Queue()
        with lock:
            queue.put('through')
        print(queue.get(), queue.empty())
    with MyManager() as manager:
        counter = manager.Counter(5)
        p = Process(target=count, args=(counter,))
        p.start()
        p.join()
        print(counter.up(), repr(counter).partition(' at ')[0])
    try:
        multiprocessing.get_context('no')
    except ValueError as error:
        print(error)
    print(multiprocessing.get_start_method(), multiprocessing.cpu_count() == os.cpu_count(), multiprocessing.active_children())


if __name__ == '__main__':
    multiprocessing.freeze_support()
    multiprocessing.set_start_method('spawn')
    main()
