"""pickle: the bytes of every kind of object, and what is read from them."""
import pickle, collections, functools, math, random
class A:
    def __init__(self, x): self.x=x
    def __eq__(self, o): return type(o) is type(self) and self.__dict__==o.__dict__
    __hash__=None
class S:
    __slots__=('a','__p')
    def __init__(self): self.a=4; self.__p=5
    def see(self): return self.a, self.__p
class Err(Exception):
    def __init__(self, code): super().__init__(code, 'text'); self.code=code
    def __reduce__(self): return Err, (self.code,)
Point=collections.namedtuple('Point','x y')
class L(list): pass
class D(dict): pass
class State:
    def __init__(self): self.n=1; self.skip=lambda:0
    def __getstate__(self): return {'n':self.n}
    def __setstate__(self, s): self.n=s['n']+1
def fn(): pass
rec=[1]; rec.append(rec)
recd={}; recd['me']=recd
rect=([],); rect[0].append(rect)
vals=[None,True,False,0,1,255,256,65535,65536,-1,2**31-1,2**31,-2**31,-2**31-1,2**63,-2**63,2**100,-2**100,10**700,0.0,-0.0,1.5,-2.25,1e300,5e-324,math.pi,math.inf,-math.inf,
'', 'abc','ü€😀','x'*300,b'',b'abc',b'z'*300,bytearray(b'hi'),(),(1,),(1,2),(1,2,3),(1,2,3,4),[],[1],[1,2],list(range(1500)),{},{1:2},{1:2,'a':[3]},set(),{1},frozenset(),frozenset([1]),
A(1),A([A(2)]),S(),Err(3),ValueError('x',1),Point(1,2),L([1,2]),D(a=1),State(),fn,len,print,int,A,[].append,collections.OrderedDict(a=1,b=2),collections.Counter('aab'),collections.deque([1,2],5),
collections.defaultdict(list,{1:[2]}),range(5),slice(1,2,3),complex(1,2),type(None),Ellipsis,NotImplemented,type(Ellipsis),rec,recd,rect,['a','a',('b',)*2],{'k':'v','v':'k'}, A('shared')]
for v in vals:
    for p in (5,4,3):
        try:
            data=pickle.dumps(v,p)
        except Exception as e: print('ERR', type(v), p, type(e).__name__, e); continue
        try:
            back=pickle.loads(data)
            ok = back==v if v==v and type(v) not in (S,Err,ValueError,State) and v is not rec and v is not recd and v is not rect else type(back)
        except RecursionError: ok='rec'
        print(p, data if len(data)<300 else (len(data), sum(data)), ok)
print(pickle.loads(pickle.dumps(S())).see(), pickle.loads(pickle.dumps(State())).n)
p=pickle.loads(pickle.dumps(functools.partial(int,base=2))); print(p('101'))
print(list(pickle.loads(pickle.dumps(iter([1,2])))), pickle.loads(pickle.dumps(A.__init__)) is A.__init__)
r=pickle.loads(pickle.dumps(rec)); print(r[1] is r); r=pickle.loads(pickle.dumps(recd)); print(r['me'] is r); r=pickle.loads(pickle.dumps(rect)); print(r[0][0] is r)
e=pickle.loads(pickle.dumps(Err(7))); print(e.code,e.args)
x=A(1); a,b=pickle.loads(pickle.dumps((x,x))); print(a is b)
import io
f=io.BytesIO(); pickle.dump([1,2],f); pickle.dump('x',f); f.seek(0); print(pickle.load(f),pickle.load(f))
class P(pickle.Pickler):
    def persistent_id(self,o): return 'A!' if isinstance(o,A) else None
class U(pickle.Unpickler):
    def persistent_load(self,pid): return ('loaded',pid)
    def find_class(self, m, n): print('find',m,n); return super().find_class(m,n)
f=io.BytesIO(); P(f).dump([A(1),fn]); print(U(io.BytesIO(f.getvalue())).load()[0])
for b in (b'', b'\x80\x05', b'abc', b'\x80\x05cnope\nx\n.', 3, b'\x80\x09.', b'N', b'\xff', b'\x80\x05K', b'.', b'h\x01.', b'e.'):
    try: print(pickle.loads(b))
    except Exception as e: print(type(e), e)
