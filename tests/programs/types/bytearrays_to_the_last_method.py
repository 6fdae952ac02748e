# bytes and bytearray: every method with arguments that fit and that do not; operators, slices, assignments.
class I:
    def __init__(s, v): s.v=v
    def __index__(s): return s.v
names = sorted(n for n in dir(bytearray) if not n.startswith('__'))
print(names)
args = [(), (1,), ('a',), (b'a',), (None,), (5, b'-'), (b'a', 1), ([98, 99],), (b'a', 'x'), (b'bc', 1, 'x'), (I(98),)]
for cls in (bytearray, bytes):
    for n in names:
        if not hasattr(cls, n): continue
        for a in args:
            v = cls(b'Hello abc')
            try: r = getattr(v, n)(*a)
            except BaseException as x: r = f'{type(x).__name__}: {x}'
            print(cls.__name__, n, a if not any(isinstance(x, I) for x in a) else 'I', '->', r, v if type(v) is bytearray else '')
import copy, pickle
class S(bytearray): pass
class B(bytes): pass
for e in ["v[0]","v[9]","v['x']","v[1.5]","v[1:3]","v[::-1]","v+b'x'","v+'x'","v+[1]","v*2","2*v","v*'x'","v*1.5","v*I(2)","v%()","v%1","v==b'abc'","v=='abc'","v<'a'","v<b'b'","hash(v)","97 in v","300 in v","'a' in v","b'b' in v","None in v","list(v)","repr(v)","str(v)","bytes(v)","list(reversed(v))","len(v)","copy.copy(v)","copy.deepcopy(v)","pickle.loads(pickle.dumps(v))","v.__reduce_ex__(4)","bytearray(5)","bytearray('x')","bytearray('x','ascii')","bytearray('é','ascii')","bytearray('x','zz')","bytearray(None)","bytearray([1,300])","bytearray([1,'x'])","bytearray(-1)","bytearray(1.5)","bytearray(b'a','x')","bytearray(b'a',errors='x')","bytearray(x=1)","bytearray(1,2,3,4)","bytearray(source=b'a')","bytearray(2**70)","bytearray(I(3))","bytearray(iter([1,2]))","bytearray('x', encoding=1)","bytearray('x', errors='strict')","bytearray(memoryview(b'ab'))","type(S(b'a')+b'b')","type(S(b'a')[:1])","type(S(b'a').copy())","S(b'ab').upper().__class__","B(b'a')+b'c'","type(B(b'a')[:])","repr(S(b'q'))","repr(B(b'q'))","bytes.fromhex('zz')","bytes.fromhex('a')","bytes.fromhex(1)","bytearray.fromhex('61 62')","S.fromhex('61')","B.fromhex('61')","bytes.fromhex(b'6162')","v.hex(':')","v.hex(':',2)","v.hex('::')","v.hex(1)","v.hex('é')","v.hex(sep=':',bytes_per_sep=-2)","b'%d %s %a %b %x %c' % (1,b'x','é',b'y',255,65)","b'%s' % 'x'","b'%d' % 'x'","b'%c' % 300","b'%z' % 1","b'%s'","b'%(a)s' % {b'a': b'1'}","b'a' % 1", "v.__mod__(1)","iter(v).__length_hint__()","bytearray.maketrans(b'a',b'b')[97]","bytearray.maketrans(b'a',b'')","memoryview(v).obj is v","v.__init__(b'zz')","v.__class_getitem__","bytes.join(b',',[b'a','x'])","b','.join(5)","b','.join(b'abc')","bytearray(b'x').join([b'a',bytearray(b'b')])", "v.take_bytes()", "bytes(v,'x')","bytes('a')","bytes(5.5)","bytes([256])","bytes(-1)"]:
    v = bytearray(b'abc')
    try: r = eval(e)
    except BaseException as x: r = f'{type(x).__name__}: {x}'
    print(e, '->', r, v)
for st in ["v[0]=5","v[0]=300","v[0]=-1","v[0]='x'","v[0]=b'x'","v[9]=1","v['x']=1","v[1:2]=b'xyz'","v[1:2]='xyz'","v[1:2]=5","v[1:2]=[1,2]","v[1:2]=[300]","v[::2]=b'x'","v[::2]=b'xy'","v[::2]=b''","del v[0]","del v[9]","del v[1:]","del v[::2]","del v['x']","v+=b'x'","v+='x'","v+=[1]","v+=5","v*=2","v*='x'","v*=0","v*=-1","v.x=1","m=memoryview(v); v.append(1)","m=memoryview(v); v[0]=1","m=memoryview(v); del v[0]","m=memoryview(v); v.clear()","m=memoryview(v); v.extend(b'')","v+=v","v[1:1]=v","v[:]=v[::-1]","v.extend(v)","v.insert(1,I(65))","v[1]=I(66)","bytearray.x=1","b'abc'[0]=1","del b'abc'[0]","v.extend([1,'x'])","v.extend(['x'])","v[0:0]=iter([1,2])","v[0:0]=None"]:
    ns = dict(globals(), v=bytearray(b'abc'))
    try: exec(st, ns); print(st, ns['v'])
    except BaseException as x: print(st, type(x).__name__, x, ns['v'])
