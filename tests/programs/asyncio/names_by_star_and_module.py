"""The names of asyncio, whichever way a program asks for them."""
from asyncio import *
import asyncio

print(Lock is asyncio.Lock is asyncio.locks.Lock, Queue is asyncio.queues.Queue, TaskGroup is asyncio.taskgroups.TaskGroup)
print(timeout is asyncio.timeouts.timeout, to_thread is asyncio.threads.to_thread, QueueShutDown.__module__)
print([name for name in ('Barrier', 'Timeout', 'PriorityQueue', 'run', 'Semaphore') if name not in dir(asyncio)])
from asyncio.locks import Condition
from asyncio import timeouts, Event
print(Condition is asyncio.Condition, timeouts.Timeout is asyncio.Timeout, Event.__name__)
try:
    asyncio.no_such_name
except AttributeError as error:
    print(error)
try:
    from asyncio import no_such_name
except ImportError as error:
    print(str(error).split(' (')[0])


async def main():
    async with asyncio.timeout(1), asyncio.TaskGroup() as group:
        task = group.create_task(sleep(0, 3))
    print(task.result())


run(main())
