import queue, threading

stack = queue.LifoQueue()
smallest = queue.PriorityQueue()
simple = queue.SimpleQueue()
for n in 2, 1, 3:
    stack.put(n)
    smallest.put((n, 'job'))
print(stack.get(), smallest.get())

def work():
    print(simple.get())

worker = threading.Thread(target=work, name='w')
worker.start()
simple.put('done')
worker.join()
try:
    simple.get(timeout=0.5)
except queue.Empty:
    print('empty')
