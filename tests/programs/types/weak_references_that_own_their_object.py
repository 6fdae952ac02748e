import weakref
class C: pass
class MyRef(weakref.ref): pass
called = []
def callback(w): called.append(w)
o = C()
r1 = MyRef(o, callback)
r1.o = o
del o
del r1
print(called)
o = C()
r1 = MyRef(o, callback)
r2 = MyRef(o, callback)
r1.r = r2
r2.o = o
del o
del r2
del r1
print(called)
o = C()
print(weakref.ref(o) is weakref.ref(o))
a = weakref.ref(o); b = weakref.ref(o)
print(a is b, weakref.getweakrefcount(o))
c = weakref.ref(o, callback)
print(weakref.getweakrefcount(o), c is a, weakref.ref(o) is a, weakref.ref(o, None) is a)
d = MyRef(o)
print(d is a, MyRef(o) is d, weakref.getweakrefcount(o))
print(weakref.getweakrefs(o)[0] is a)
