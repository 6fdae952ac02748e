class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def scope():
    a = Noisy("a")
    b = Noisy("b")
    print("in scope")


scope()
x = Noisy("x")
x = Noisy("y")
print("rebound")
Noisy("temporary")
l = [Noisy("l0"), Noisy("l1")]
l.pop()
print("popped")
del l
c = Noisy("cycle")
c.me = c
del c
import gc
gc.collect()
print("end")
