import asyncio
for c in (asyncio.Lock, asyncio.Event, asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue, asyncio.Semaphore, asyncio.BoundedSemaphore, asyncio.Condition, asyncio.Barrier, asyncio.TaskGroup, asyncio.Timeout, asyncio.Runner, asyncio.Future, asyncio.Task, asyncio.Handle, asyncio.TimerHandle, asyncio.StreamReader, asyncio.StreamWriter, asyncio.CancelledError, asyncio.QueueEmpty, asyncio.TimeoutError, asyncio.InvalidStateError, asyncio.BrokenBarrierError):
    print(c.__name__, c.__mro__, c.__bases__, c.__module__)

class MyLock(asyncio.Lock): pass
class MyQueue(asyncio.PriorityQueue): pass
for c in (MyLock, MyQueue):
    print(c.__mro__, c.__bases__, c.__base__, c.mro())
print(asyncio.Lock.__base__, asyncio.Queue.__base__, asyncio.TaskGroup.__base__)
