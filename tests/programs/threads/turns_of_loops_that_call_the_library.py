# A thread that asks an event over and over leaves the others their turns, however many calls a round of its loop has.
import threading


def wait(done, calls):
    global rounds
    while not done.is_set():
        for _ in range(calls):
            done.is_set()
        rounds += 1


for calls in range(6):
    rounds = 0
    done = threading.Event()
    thread = threading.Thread(target=wait, args=(done, calls))
    thread.start()
    while rounds < 100:
        pass
    done.set()
    thread.join()
    print(calls, rounds >= 100)
