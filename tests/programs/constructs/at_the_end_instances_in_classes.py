class C:
    def __init__(self): self.cb = self.m
    def m(self): pass
    def __del__(self): print('C del', type(self).__name__)
c = C(); del c
def rec():
    d = C()
    def inner(): return inner, d
    return None
rec()
class S(C):
    inst = C()
    lst = [C()]
print('end')
