import gc, re, weakref
class Outer:
    class C:
        def m(self): return 'm'
        def n(self): return 'n'
        def __len__(self): return 3
        def __getitem__(self,i): return i
        def __reversed__(self): return iter('cba')
        def __bytes__(self): return b'bytes'
C=Outer.C
def norm(s): return re.sub('0x[0-9a-f]+','0x',s)
c=C(); r=weakref.ref(c)
print(norm(repr(r)), norm(repr(weakref.ref(C))), norm(repr(weakref.ref(norm))), norm(repr(weakref.ref({1,2}))))
p=weakref.proxy(c)
print(norm(repr(p)), ''.join(reversed(p)), bytes(p), [*p][:0] if 0 else 1)
from collections import OrderedDict, deque
o=OrderedDict(); print(norm(repr(weakref.ref(o))), norm(repr(weakref.proxy(o))))
import fractions
f=fractions.Fraction(1); 
class F(fractions.Fraction): pass
print(norm(repr(weakref.ref(F(1)))))
calls=[]
class D:
    def some(self): return 4
d=D(); w=weakref.WeakMethod(d.some, calls.append)
w2=weakref.WeakMethod(d.some); e=D(); w3=weakref.WeakMethod(e.some)
print(w==w2, w!=w2, w==w3, hash(w)==hash(w2), w()(), w==5)
del D.some; print(w(), calls==[w], w==w2, w==w)
del d; gc.collect(); print(len(calls))
