"""Threads that are switched as often as can be: no wake-up is lost, nothing is handed to two, whatever is half done meanwhile."""
import asyncio
import heapq
import queue
import sys
import threading
from collections import Counter, OrderedDict
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import lru_cache

for seconds in (0.0123456789, 3, 1.5e-6, 1e-9):
    sys.setswitchinterval(seconds)
    print(seconds, sys.getswitchinterval())


def run(count, work):
    threads = [threading.Thread(target=work, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


async def jobs():
    return sum([await asyncio.to_thread(abs, -n) for n in range(500)])

for microseconds in range(1, 6):
    sys.setswitchinterval(microseconds / 1e6)
    print('to_thread', asyncio.run(jobs()), asyncio.run(jobs()))

turns, inside, most = threading.Semaphore(2), [], Counter()


def enter(n):
    for _ in range(300):
        with turns:
            inside.append(n)
            most[len(inside) > 2] += 1
            inside.remove(n)

run(4, enter)
print('semaphore', dict(most))

lock, total = threading.Lock(), 0


def add(n):
    global total
    for _ in range(500):
        with lock:
            seen = total
            sorted([n])
            total = seen + 1

run(4, add)
print('lock', total)

again, depth = threading.RLock(), Counter()


def nest(n):
    for _ in range(200):
        with again:
            with again:
                depth['in'] += 1

run(3, nest)
print('rlock', dict(depth))

items, taken = queue.Queue(3), []


def produce(n):
    for i in range(300):
        items.put((n, i))
    items.put(None)


def consume():
    ends = 0
    while ends < 3:
        item = items.get()
        if item is None:
            ends += 1
        else:
            taken.append(item)
        items.task_done()

consumer = threading.Thread(target=consume)
consumer.start()
run(3, produce)
items.join()
consumer.join()
print('queue', len(taken), len(set(taken)), [item for item in taken if item[0] == 1] == [(1, i) for i in range(300)])

meeting, rounds = threading.Barrier(3), []


def meet(n):
    for i in range(100):
        if meeting.wait() == 0:
            rounds.append(i)

run(3, meet)
print('barrier', rounds == list(range(100)))

ball, turn = threading.Condition(), 0


def play(n):
    global turn
    for _ in range(200):
        with ball:
            ball.wait_for(lambda: turn % 2 == n)
            turn += 1
            ball.notify_all()

run(2, play)
print('condition', turn)

flags = [threading.Event() for _ in range(300)]


def pass_on(n):
    for i, flag in enumerate(flags):
        if i % 2 == n:
            flag.set()
        else:
            flag.wait()

run(2, pass_on)
print('events', all(flag.is_set() for flag in flags))

heap, tables = [], OrderedDict()


@lru_cache(maxsize=10)
def square(n):
    return n * n


def disturb(n):
    for i in range(200):
        heapq.heappush(heap, (i * 7 % 50, n))
        tables[i % 20] = n
        tables.move_to_end(i % 20)
        square(i % 15)

run(3, disturb)
print('heap', [heapq.heappop(heap)[0] for _ in range(len(heap))] == sorted(i * 7 % 50 for i in range(200) for _ in range(3)))
print('order', sorted(tables) == list(range(20)), square.cache_info().currsize)

with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(pow, n, 2) for n in range(300)]
    print('pool', sum(future.result() for future in as_completed(futures)), sum(pool.map(abs, range(300))))
