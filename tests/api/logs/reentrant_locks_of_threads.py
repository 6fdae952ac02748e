from threading import RLock, Thread
import time

class Account:
    def __init__(self):
        self.guard = RLock()

    def take(self):
        with self.guard:
            with self.guard:
                time.sleep(1)

account = Account()
thread = Thread(target=account.take, name='w')
thread.start()
account.take()
thread.join()
