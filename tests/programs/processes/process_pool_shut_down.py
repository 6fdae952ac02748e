"""shutdown waits for what was begun, takes back what was not, and nothing is taken after it."""
import concurrent.futures
import time


def sleeps(seconds):
    time.sleep(seconds)
    return seconds


class Executor(concurrent.futures.Executor):
    def submit(self, function, /, *args, **kwargs):
        return function(*args, **kwargs)


if __name__ == "__main__":
    pool = concurrent.futures.ProcessPoolExecutor(1)
    future = pool.submit(sleeps, 0.2)
    print(future.done())
    pool.shutdown()
    print(future.done(), future.result())
    try:
        pool.submit(sleeps, 0)
    except RuntimeError as error:
        print(error)
    with concurrent.futures.ProcessPoolExecutor(1) as pool:
        futures = [pool.submit(sleeps, 0.1) for _ in range(6)]
        futures[0].result()
        pool.shutdown(wait=True, cancel_futures=True)
        print(futures[0].result(), futures[-1].cancelled(), all(each.done() for each in futures))
    print(Executor().shutdown(), Executor().shutdown(wait=False, cancel_futures=True), Executor().submit(sleeps, 0))
