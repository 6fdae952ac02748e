import threading, time

go = threading.Event()

def wait(timeout):
    print(go.wait(timeout))

for timeout in None, 0.5:
    threading.Thread(target=wait, args=(timeout,), name=f'w{timeout}').start()
time.sleep(1)
go.set()
go.set()
time.sleep(1)
go.clear()
print(go.is_set())
