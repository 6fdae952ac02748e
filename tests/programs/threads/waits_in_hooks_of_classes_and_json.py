"""Threads that wait for one lock, and sleep while they have it, in what a class statement, JSON and pickle call."""
import json
import pickle
import threading
import time

lock = threading.Lock()
seen = []


def work(n):
    with lock:
        time.sleep(0.01)
        return n


class Named:
    def __set_name__(self, owner, name):
        seen.append(work((owner.__name__, name)))


class Base:
    def __init_subclass__(cls, **options):
        super().__init_subclass__()
        cls.options = work(options)


class Meta(type):
    def __new__(meta, name, bases, namespace, **options):
        made = super().__new__(meta, name, bases, namespace)
        made.new = work(options)
        return made

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        cls.init = work(name)


class Refuses:
    def __set_name__(self, owner, name):
        raise KeyError(work(name))


def classes():
    class Made(Base, one=1):
        a, b = Named(), Named()

        def me(self):
            return __class__

    class Child(Made, two=2):
        c = Named()

    other = type("Other", (Base,), {"d": Named()})
    return Made.options, Child.options, Child().me().__name__, other.options, other.__mro__[1].__name__


def metaclasses():
    class Made(metaclass=Meta, one=1):
        a = 1

    return Made.new, Made.init, Meta("Other", (), {}).init


def refused():
    try:
        class Made(Base):
            a = 1
            b = Refuses()
    except KeyError as error:
        return repr(error), error.__notes__[0].split(" instance ")[0]


class Point:
    def __init__(self, x):
        self.x = x

    def __reduce__(self):
        return Point, (work(self.x),)


def texts():
    class Encoder(json.JSONEncoder):
        def default(self, o):
            return {"x": work(o.x)}

    return (json.dumps([Point(1), Point(2)], default=lambda o: work(o.x)), json.dumps(Point(3), cls=Encoder),
            json.loads('[{"a": 1}, {"b": {"c": 2}}]', object_hook=lambda made: work(len(made))),
            json.loads('[1.5, 2.5]', parse_float=work))


def pickles():
    return pickle.loads(pickle.dumps(Point(5))).x


def three(job):
    seen.clear()
    results = []
    threads = [threading.Thread(target=lambda: results.append(job())) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(job.__name__, results[0], results[0] == results[1] == results[2], sorted(seen))


for job in (classes, metaclasses, refused, texts, pickles):
    three(job)
