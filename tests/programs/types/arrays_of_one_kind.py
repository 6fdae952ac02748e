# array.array: what each kind holds and refuses, every method, operator and assignment.
from array import array
import array as A, copy, pickle


def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e)
class I:
    def __init__(s, v): s.v=v
    def __index__(s): return s.v
class F:
    def __float__(s): return 2.5
for c in 'bBhHiIqQ':
    for v in [-2**31,-2**16,-2**15-1,-129,-128,-1,0,127,128,255,256,2**15,2**16,2**31-1,1.5,'x',None,b'a',True,I(5),I(-1),I(7)]:
        t(lambda: (c, v if not isinstance(v,I) else v.v, array(c,[v])))
for c in 'fd':
    for v in [1, 1.5, 'x', None, I(3), F(), 2**2000, 1e300, float('nan'), True, 1j]:
        t(lambda: (c, array(c,[v])))
for c in 'w':
    for v in ['a','ab','',1,None,b'a','\U0001F600']:
        t(lambda: (c, array(c,[v])))
t(lambda: array())
t(lambda: array(1))
t(lambda: array('ab'))
t(lambda: array('z'))
t(lambda: array('i',1))
t(lambda: array('i',None))
t(lambda: array('i',[1],2))
t(lambda: array('i',x=2))
t(lambda: array('i','abc'))
t(lambda: array('i',array('w','abc')))
t(lambda: array('w',array('i',[1])))
t(lambda: array('d',array('i',[1])))
t(lambda: array('i',array('d',[1.5])))
t(lambda: array('w','abc'))
t(lambda: array('i',b'abc'))
t(lambda: array('i',bytearray(b'abcd')))
t(lambda: array('i',memoryview(b'abcd')))
t(lambda: array('i',(1,2)))
t(lambda: array('i',{1,2}))
t(lambda: array('i',(x for x in 'ab')))
a = lambda: array('i',[3,1,2,1])
for expr in ["a[0]","a[-1]","a[4]","a[-5]","a['x']","a[1.5]","a[None]","a[1:3]","a[::-1]","a[::2]","a[1:'x']","a[2**100]","a[I(1)]",
 "a.append(5)","a.append('x')","a.append()","a.append(1,2)","a.extend([1,2])","a.extend(5)","a.extend(array('d',[1]))","a.extend('ab')","a.extend(a)","a.extend(x for x in (1,2,'x'))","a.insert(1,9)","a.insert(-1,9)","a.insert(-100,9)","a.insert(100,9)","a.insert('x',9)","a.insert(1,'x')","a.insert(1)",
 "a.pop()","a.pop(0)","a.pop(9)","a.pop('x')","a.pop(-5)","a.remove(1)","a.remove(7)","a.remove('x')","a.remove()","a.index(1)","a.index(1,2)","a.index(1,-1)","a.index(1,0,1)","a.index(7)","a.index('x')","a.index(1,'x')","a.index()","a.count(1)","a.count('x')","a.count()","a.clear()","a.reverse()","a.tolist()","a.fromlist([5,6])","a.fromlist((5,6))","a.fromlist([5,'x'])","a.fromlist()","a.tobytes()","a.frombytes(b'abcd')","a.frombytes(b'abc')","a.frombytes('abc')","a.frombytes(a)","a.tounicode()","a.fromunicode('a')","a.byteswap()","a.buffer_info()[1]","copy.copy(a)","copy.deepcopy(a)","pickle.loads(pickle.dumps(a))","a.__reduce_ex__(2)","a.__reduce_ex__(1)",
 "len(a)","a+a","a+[1]","a+array('d')","a*2","2*a","a*-1","a*1.5","a*'x'","a*I(2)","a==a","a==[3,1,2,1]","a<array('i',[4])","a<array('i',[3,1])","a<=a","a>array('d',[3.5])","a!=array('d',[3,1,2,1])","a<[1]","hash(a)","1 in a","'x' in a","9 in a","list(a)","list(reversed(a))","repr(a)","bool(array('i'))","repr(array('i'))","type(iter(a)).__name__","a.itemsize","a.typecode","a.x","a.__class__","A.ArrayType is array","A.typecodes","memoryview(a).format","bytes(a)","sorted(a)","sum(a)","max(a)","[*a]","array.__name__","array.__module__","str(array)","a.__doc__ is None","array[int]", "array.__mro__", "a.__copy__()", "array('w','abc').tounicode()", "array('w','abc')[1]","array('w','abc')[1:]","array('w','héllo').tolist()", "array('w','abc')+array('w','d')", "array('w','a').fromunicode(1)","next(iter(array('i')))","a.tofile(1)","a.fromfile(1,1)"]:
    def run():
        b = array('i',[3,1,2,1])
        r = eval(expr, dict(globals(), a=b))
        return expr, r, b
    def run2():
        b = array('i',[3,1,2,1])
        try: return eval(expr, dict(globals(), a=b))
        finally: print(expr, end=' '); print(b, end=' ')
    t(run2)
for st in ["a[0]=5","a[9]=5","a['x']=5","a[0]='x'","a[1:3]=array('i',[7])","a[1:3]=[7]","a[1:3]=array('d',[7])","a[::2]=array('i',[7,8])","a[::2]=array('i',[7])","a[1:3]=a","a[3:1]=array('i',[7])","a[::-1]=a","del a[0]","del a[9]","del a['x']","del a[1:3]","del a[::2]","del a[::-2]","a+=array('i',[1])","a+=[1]","a+=array('d',[1])","a*=2","a*=0","a*=-1","a*='x'","a*=1.5","a.typecode='d'","a.x=1","del a.typecode","a.itemsize=1","array.x=1","m=memoryview(a); a.append(1)","m=memoryview(a); a[0]=1","m=memoryview(a); a.pop()","m=memoryview(a); a.clear()","m=memoryview(a); a*=2","m=memoryview(a); a[:]=array('i')","m=memoryview(a); a+=a","m=memoryview(a); a[1:2]=array('i',[8])","m=memoryview(a); m[0]=99","a.extend(iter(a[:2]))", "a[:0]=a","m=memoryview(a); del a[0]","m=memoryview(a); a.insert(0,1)", "m=memoryview(a); a.frombytes(b'')", "m=memoryview(a);a.extend([])"]:
    b = array('i',[3,1,2,1])
    ns = dict(globals(), a=b)
    try: exec(st, ns); print(st, ns['a'])
    except BaseException as e: print(st, type(e).__name__, '|', e, b)
n = float('nan')
d = array('d',[n, 0.0])
t(lambda: (n in d, d.count(n), d == d, d.index(0), -0.0 in d))
class Sub(array):
    def __init__(self, *a): self.tag = 1
    def total(self): return sum(self)
s = Sub('i',[1,2]); s.y = 3
print(s, s.total(), s.tag, s[:1], type(s[:1]), s+s, type(s*2), copy.copy(s), type(copy.copy(s)), repr(s), s.__dict__, s.__reduce_ex__(2), type(copy.deepcopy(s)))
class Sub2(array):
    def __new__(cls, items): return super().__new__(cls, 'd', items)
print(Sub2([1,2]), list(Sub2((3,))))
import weakref
r = weakref.ref(a()); x = a(); print(weakref.ref(x)() is x)
class E:
    def __eq__(s, o): return o == 2
print(array('i',[1,2]).index(E()), E() in array('i',[2]), array('i',[2,2]).count(E()))
for x in (it := iter(y := array('i',[1,2]))):
    if len(y) < 5: y.append(x+2)
print(y, next(it, 'end')); y.append(9); print(next(it,'end'))
match array('i',[1,2]):
    case [p, q]: print('seq', p, q)
z=array('h',[1,2]); z.byteswap(); print(z)
print(array('d',[1.5]).tobytes(), array('f',[1.1]), array('q',[2**62]), array('Q',[2**64-1])[0])
