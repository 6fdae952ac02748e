if 1:
    a: int = 1
else:
    b: str

print(sorted(k for k in globals() if 'ann' in k))
print(__conditional_annotations__)
class C:
    if a:
        x: int
    else:
        y: str
    z: float
    print(sorted(locals()))
    print(__conditional_annotations__)
print(C.__annotations__, sorted(C.__dict__))
class D:
    x: int
    print(sorted(locals()))
print(D.__annotations__)
for i in range(3):
    class E:
        if i == 1:
            p: int
        else:
            q: str
    print(E.__annotations__)
try:
    tt: int = 1/0
except ZeroDivisionError:
    uu: str

while False:
    zz: 3
import contextlib
with contextlib.nullcontext():
    w1: 3

def f():
    k: int
    class Q:
        a: int
        print(locals())
        try:
            b: int
        except: 
            c: int
    print(Q.__annotations__)
f()
print(__annotate__(1))
