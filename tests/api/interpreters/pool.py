# A pool of interpreters: its workers share nothing; errors come back as they were, from what the interpreter said of them.
import asyncio
import logging
import threading
import time
from concurrent import interpreters
from concurrent.futures import InterpreterPoolExecutor, as_completed
from concurrent.futures.interpreter import BrokenInterpreterPool

counter = 0


def increment(by=1):
    global counter
    counter += by
    return counter


def slow(n):
    time.sleep(n)
    return n, threading.current_thread().name, interpreters.get_current() is not interpreters.get_main()


def fails(text):
    raise ValueError(text)


class Unsendable(Exception):
    def __reduce__(self):
        raise RuntimeError('stays')


def fails_with_what_stays():
    raise Unsendable('here')


def main():
    began = time.monotonic()
    with InterpreterPoolExecutor(max_workers=3, initializer=increment, initargs=(100,)) as pool:
        assert list(pool.map(slow, [0.3, 0.1, 0.2])) == [(0.3, 'MainThread', True), (0.1, 'MainThread', True), (0.2, 'MainThread', True)]
        assert 0.3 <= time.monotonic() - began < 0.5  # each worker has its own lane
        assert all(n > 100 for n in pool.map(increment, [1] * 6)) and counter == 0
        futures = [pool.submit(fails, 'a'), pool.submit(slow, 0.1)]
        done = {future: future.exception() for future in as_completed(futures)}
        error = done[futures[0]]
        assert type(error) is ValueError and error.args == ('a',) and done[futures[1]] is None
        assert type(error.__cause__) is interpreters.ExecutionFailed and error.__cause__.excinfo.formatted == 'ValueError: a'
        try:
            pool.submit('print(1)')
        except TypeError as refusal:
            assert str(refusal) == 'scripts not supported'
        stays = pool.submit(fails_with_what_stays).exception()
        assert type(stays) is interpreters.ExecutionFailed, stays
    assert interpreters.list_all() == [interpreters.get_main()]
    logging.disable(logging.CRITICAL)
    with InterpreterPoolExecutor(1, initializer=fails, initargs=('begin',)) as pool:
        assert type(pool.submit(increment).exception()) is BrokenInterpreterPool


async def in_a_loop():
    loop = asyncio.get_running_loop()
    with InterpreterPoolExecutor(2) as pool:
        assert len(await asyncio.gather(*(loop.run_in_executor(pool, increment, n) for n in (1, 2, 3)))) == 3
        try:
            await loop.run_in_executor(pool, fails, 'inside')
        except ValueError as error:
            assert type(error.__cause__) is interpreters.ExecutionFailed


if __name__ == '__main__':
    main()
    asyncio.run(in_a_loop())
    print('fine')
