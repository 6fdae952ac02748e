"""A manager's pool is made in the manager's process; what the program has are proxies of it and of its results."""
import multiprocessing
import os


def work(n):
    return n * n


def fails(n):
    raise KeyError(n)


def child_of(_):
    return os.getppid()


if __name__ == '__main__':
    with multiprocessing.Manager() as manager:
        pool = manager.Pool(2)
        print(type(pool).__name__, repr(pool).split(' object')[0], str(pool).split(' ')[0])
        print(pool.map(work, [1, 2, 3]), pool.starmap(pow, [(2, 3), (3, 2)]))
        result = pool.apply_async(work, (5,))
        print(type(result).__name__, result.get(), result.get(5), result.ready(), result.successful())
        print(pool.map_async(work, range(3)).get(), pool.starmap_async(pow, [(1, 2)]).get())
        items = pool.imap(work, [7, 8])
        print(type(items).__name__, list(items), sorted(pool.imap_unordered(work, [1, 4])))
        print(pool.apply(work, (9,)), pool.apply(os.getpid) != os.getpid(), pool.apply(child_of, (0,)) != os.getpid())
        for call in (lambda: pool.apply(fails, (1,)), lambda: pool.apply_async(fails, (2,)).get()):
            try:
                call()
            except KeyError as error:
                print('KeyError', error)
        with manager.Pool(1) as other:
            print(other.map(work, [6]))
        try:
            other.map(work, [6])
        except ValueError as error:
            print(error)
        pool.close()
        pool.join()
        try:
            pool.apply(work, (1,))
        except ValueError as error:
            print(error)
    print('over')
