import threading

ready = threading.Condition()
guard = threading.Lock()
other = threading.Condition(guard)
items = []

def take():
    with ready:
        ready.wait_for(lambda: items)
        print(items.pop())

threads = [threading.Thread(target=take, name=f'w{n}') for n in (1, 2)]
for thread in threads:
    thread.start()
for n in range(2):
    with ready:
        items.append(n)
        ready.notify()
for thread in threads:
    thread.join()
with other:
    print(other.wait(0.5))
    other.notify_all()
