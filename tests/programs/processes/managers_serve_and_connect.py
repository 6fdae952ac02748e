from multiprocessing.managers import BaseManager
import queue
import threading
from multiprocessing import Pipe, Process

class QueueManager(BaseManager): pass

q = queue.Queue()
def get_q(): return q

def server(port_pipe):
    QueueManager.register('get_queue', callable=get_q)
    m = QueueManager(address=('127.0.0.1', 0), authkey=b'abc')
    s = m.get_server()
    port_pipe.send(s.address)
    s.serve_forever()

def client(address):
    class C(BaseManager): pass
    C.register('get_queue')
    m = C(address=address, authkey=b'abc')
    m.connect()
    r = m.get_queue()
    r.put('hello'); r.put({'a': [1, 2]})
    print('client done', r.qsize())

if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=server, args=(b,), daemon=True); p.start()
    address = a.recv()
    print(address[0])
    c = Process(target=client, args=(address,)); c.start(); c.join()
    QueueManager.register('get_queue')
    m = QueueManager(address=address, authkey=b'abc')
    m.connect()
    r = m.get_queue()
    print(r.get(), r.get(), type(r).__name__)
    try:
        bad = QueueManager(address=address, authkey=b'xxx'); bad.connect()
    except Exception as e: print(type(e), e)
    p.terminate(); p.join()
    # server in a thread
    QueueManager.register('q2', callable=lambda: q)
    m = QueueManager(address=('127.0.0.1', 0), authkey=b'abc')
    s = m.get_server()
    t = threading.Thread(target=s.serve_forever, daemon=True); t.start()
    m2 = QueueManager(address=s.address, authkey=b'abc'); m2.connect()
    m2.q2().put(5); print(q.get())
    m3 = QueueManager(address=('127.0.0.1', 1), authkey=b'abc')
    try: m3.connect()
    except Exception as e: print(type(e), e)

