"""Locks cannot be copied or pickled, nor what holds one; a shallow copy of what holds one has the same"""
import copy
import pickle
import queue
import threading
from concurrent.futures import Future


class Account:
    def __init__(self):
        self.balance = 5
        self.lock = threading.Lock()


class Own(threading.local):
    pass


class Recipe:
    def __init__(self):
        self.lock = threading.Lock()
        self.steps = ["mix", "bake"]

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["lock"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = threading.Lock()


things = (Account(), threading.Lock(), threading.RLock(), threading.Condition(), threading.Event(), threading.Semaphore(2),
          threading.BoundedSemaphore(), threading.Barrier(2), threading.local(), Own(), queue.Queue(), queue.PriorityQueue(),
          queue.SimpleQueue(), Future(), memoryview(b"x"))
for thing in things:
    name = type(thing).__name__
    for way in copy.copy, lambda value: copy.deepcopy([value]), pickle.dumps:
        try:
            print(name, type(way(thing)).__name__)
        except TypeError as error:
            print(name, error)
account = copy.copy(things[0])
print(account.lock is things[0].lock)
recipe = copy.deepcopy(Recipe())
print(recipe.steps, type(recipe.lock).__name__, pickle.loads(pickle.dumps(recipe)).steps)
part = slice(1, [2])
print(copy.copy(part) is part, copy.deepcopy(part) is part, copy.deepcopy(part))
