"""A pool of processes in a program without `if __name__ == "__main__"`: the children would start children."""
import io
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

sys.stderr = io.StringIO()
with ProcessPoolExecutor(1, get_context("spawn")) as pool:
    try:
        print(pool.submit(abs, -3).result())
    except BrokenProcessPool as error:
        print(error)
    except RuntimeError as error:
        print(str(error).split("\n")[1].strip(), file=sys.__stdout__)
