# What a local holds for a thread dies with the thread, and each thread has its own, made as the class says.
import gc
import threading
import weakref


class Loud:
    def __init__(self, name): self.name = name
    def __del__(self): print('gone', self.name)


class Settings(threading.local):
    kind = 'settings'
    made = 0

    def __init__(self, start, *, step=1):
        Settings.made += 1
        self.count = start
        self.step = step

    @property
    def doubled(self):
        return self.count * 2

    @doubled.setter
    def doubled(self, value):
        self.count = value // 2

    def up(self):
        self.count += self.step
        return self.count


here = Settings(10, step=5)
print(here.up(), here.doubled, here.kind, here.__dict__, Settings.made)


def work():
    print(here.count, here.up(), Settings.made)
    here.doubled = 100
    here.loud = Loud('in the thread')
    print(here.__dict__.keys(), here.doubled)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print('joined', here.count, hasattr(here, 'loud'))
here.loud = Loud('in main')
reference = weakref.ref(here)
del here
print(reference())

plain = threading.local()
for wrong in (lambda: plain.x, lambda: delattr(plain, 'x'), lambda: threading.local(1), lambda: setattr(plain, '__dict__', {}),
              lambda: delattr(plain, '__dict__')):
    try:
        wrong()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
plain.x = 1
print(plain.x, vars(plain), dir(plain)[-1])
del plain.x
print(vars(plain))


class Slotted(threading.local):
    __slots__ = ('shared',)


slotted = Slotted()
slotted.shared, slotted.own = 'for all', 'mine'


def look():
    print(slotted.shared, hasattr(slotted, 'own'))


thread = threading.Thread(target=look)
thread.start()
thread.join()
