import threading, time

meeting = threading.Barrier(2)

def come(seconds):
    time.sleep(seconds)
    try:
        meeting.wait()
        print('met')
    except threading.BrokenBarrierError:
        print('broken')

threads = [threading.Thread(target=come, args=(n,), name=f'w{n}') for n in (1, 2, 3)]
for thread in threads:
    thread.start()
time.sleep(4)
meeting.abort()
for thread in threads:
    thread.join()
meeting.reset()
