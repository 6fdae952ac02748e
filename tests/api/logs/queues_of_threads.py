from queue import Queue
from threading import Thread
import time

jobs = Queue(maxsize=1)

def work():
    while (job := jobs.get()) is not None:
        time.sleep(1)
        print(job)
        jobs.task_done()

worker = Thread(target=work, name='w')
worker.start()
for job in 'a', 'b', 'c':
    jobs.put(job)
jobs.join()
jobs.put(None)
jobs.shutdown()
worker.join()
