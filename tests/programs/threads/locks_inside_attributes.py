"""Threads that take one lock in getters, __len__, __getitem__ and __next__, and wait while they have it: each gets its turn."""
import asyncio
import threading
import time


class Account:
    def __init__(self):
        self.lock = threading.Lock()
        self.amount = 0

    @property
    def balance(self):
        with self.lock:
            time.sleep(0.01)
            return self.amount

    @balance.setter
    def balance(self, amount):
        with self.lock:
            before = self.amount
            time.sleep(0.01)
            self.amount = before + amount

    def __len__(self):
        with self.lock:
            time.sleep(0.01)
            return 2

    def __getitem__(self, key):
        with self.lock:
            time.sleep(0.01)
            return key * 2


class Counter:
    """Items for many threads, one after the other."""

    def __init__(self, items):
        self.items, self.lock = items, threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.items)


def slowly(n):
    for i in range(n):
        time.sleep(0.005)
        yield i


account, counter, seen = Account(), Counter(slowly(30)), []


def job():
    for n in range(3):
        account.balance = 10
        seen.append((len(account), account[n], account.balance >= 10))
    while (item := next(counter, None)) is not None:
        seen.append(item)


threads = [threading.Thread(target=job) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(account.amount, sorted(item for item in seen if isinstance(item, int)))
print(sorted(item for item in seen if isinstance(item, tuple)))


async def main():
    """The loop goes on while threads wait so."""
    turns = 0

    async def tick():
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0.005)

    ticker = asyncio.create_task(tick())
    print(await asyncio.gather(*(asyncio.to_thread(lambda: account.balance) for _ in range(3))), turns >= 5)
    ticker.cancel()


asyncio.run(main())
