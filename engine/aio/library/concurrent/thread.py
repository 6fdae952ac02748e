"""concurrent.futures.thread: the pool of threads by the name of its module."""
from concurrent.futures import BrokenThreadPool, ThreadPoolExecutor
