# What is shared by inheritance reaches the workers of a ProcessPoolExecutor by its initializer, and nothing else does.
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Array, Lock, Value

counter = None


def start(value, array, lock):
    global counter, cells, guard
    counter, cells, guard = value, array, lock


def count(number):
    with counter.get_lock():
        counter.value += number
    with guard:
        cells[number] = number * number
    return number


def give(value):
    return value.value


if __name__ == '__main__':
    total, squares = Value('i', 0), Array('i', 5)
    with ProcessPoolExecutor(2, initializer=start, initargs=(total, squares, Lock())) as pool:
        print(sorted(pool.map(count, range(5))))
        print(total.value, list(squares))
        try:
            pool.submit(give, total).result()
        except RuntimeError as error:
            print(error)
