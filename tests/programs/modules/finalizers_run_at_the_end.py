import atexit
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def fails():
    print('fails')
    raise ValueError('in a finalizer')


def makes_another():
    weakref.finalize(first, print, 'made at the end')


atexit.register(print, 'registered before')
first, second, ring = Thing('first'), Thing('second'), [Thing('in a ring')]
ring.append(ring)
of_first = weakref.finalize(first, print, 'finalizer of first', sep='|')
not_at_exit = weakref.finalize(second, print, 'never')
not_at_exit.atexit = False
weakref.finalize(ring[0], print, 'finalizer in a ring')
weakref.finalize(first, fails)
weakref.finalize(first, makes_another)
gone = weakref.finalize(Thing('gone'), print, 'finalizer of gone')
print(gone.alive, gone.atexit, str(gone).split(';')[1], str(of_first).split(' at ')[0], of_first.atexit, not_at_exit.atexit, of_first.alive)
detached = weakref.finalize(first, print, 'detached')
print(detached.peek()[1:], detached.detach()[2], detached.peek(), detached())
atexit.register(print, 'registered after')
