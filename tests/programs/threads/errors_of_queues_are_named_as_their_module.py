import queue

for wrong in (queue.Queue().get_nowait, queue.SimpleQueue().get_nowait, lambda: queue.Queue().get(timeout=-1)):
    try:
        wrong()
    except Exception as error:
        print(type(error), repr(error), error)
print(queue.Full.__module__, queue.Empty.__qualname__)
queue.PriorityQueue().get_nowait()
