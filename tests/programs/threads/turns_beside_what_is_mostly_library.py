"""A thread that is nearly always in the library when its turn is over gives the others theirs."""
import asyncio
import queue
import threading


def nothing():
    pass


def spin(extra, use):
    while not done:
        use()
        for _ in range(extra):
            nothing()


def count():
    global done
    for _ in range(300):
        lock.acquire()
        lock.release()
    done = True


lock, items = threading.Lock(), queue.SimpleQueue()
semaphore, event = threading.Semaphore(), threading.Event()


def with_semaphore():
    with semaphore:
        pass


def through_queue():
    items.put(1)
    items.get()


for name, use in [('lock', lock.locked), ('semaphore', with_semaphore), ('queue', through_queue),
                  ('event', event.set), ('enumerate', threading.enumerate), ('thread', threading.current_thread)]:
    for extra in range(6):
        done = False
        spinner, counter = threading.Thread(target=spin, args=(extra, use)), threading.Thread(target=count)
        spinner.start()
        counter.start()
        spinner.join()
        counter.join()
    print(name, done)


async def wait():
    while not done:
        await asyncio.sleep(0)

done = False
counter = threading.Thread(target=count)
counter.start()
asyncio.run(wait())
counter.join()
print('loop', done)
