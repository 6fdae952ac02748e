# collections.deque: every method and operator, with what it refuses; classes below it keep their type.
from collections import deque
import copy
class I:
    def __init__(s, v): s.v=v
    def __index__(s): return s.v
class S(deque): pass
exprs = ["d[0]","d[9]","d[1:2]","d['x']","d[1.5]","d[None]","d[I(1)]","d[2**100]","d.__getitem__(slice(1,2))","d.__getitem__('x')","d.__setitem__(slice(1,2), 3)","d.__delitem__(slice(1,2))","d.__getitem__()","d.__setitem__(0)",
"d.append()","d.append(1,2)","d.append(x=1)","d.appendleft()","d.pop(1)","d.popleft(1)","deque().pop()","deque().popleft()","d.extend()","d.extend(5)","d.extend(None)","d.extendleft(5)","d.clear(1)","d.copy(1)","d.count()","d.count(1,2)","d.index()","d.index(9)","d.index(1,2)","d.index(1,'x')","d.index(1,None)","d.index(1,0,0,0)","d.remove()","d.remove(9)","d.insert()","d.insert(1)","d.insert('x',1)","d.insert(1.5,1)","d.insert(2**100,1)","d.reverse(1)","d.rotate('x')","d.rotate(1.5)","d.rotate(1,2)","d.rotate(2**100)","d.rotate(None)","d.rotate(I(1))","d.maxlen","deque([1,2],1).maxlen",
"deque(5)","deque(None)","deque([1],2,3)","deque(x=1)","deque([1],'x')","deque([1],-1)","deque([1],1.5)","deque([1],None)","deque([1],2**100)","deque(maxlen=True)","deque([1],maxlen=I(2))","deque(iterable=[1])","deque([1],maxlen=2**63)",
"d+[1]","[1]+d","d+deque([4])","d*2","2*d","d*1.5","d*'x'","d*I(2)","d*-1","d*2**100","d==[1,2,3]","d<[1]","d<deque([2])","d==deque([1,2,3])","d<=d","hash(d)","1 in d","len(d)","d.__len__(1)","d.__contains__()","next(iter(d))","d.x","d.__reduce__()","S([1],5).__reduce__()","copy.copy(S([1]))","copy.deepcopy(S([1],3))","S([1])+S([2])","type(S([1])+deque([2]))","type(S([1])*2)","type(S([1]).copy())","type(copy.copy(S([1])))","S([1,2],maxlen=1)","repr(deque([deque()]))","bool(deque())","deque([1,2,3],2)+deque([4])","deque([1,2,3],2)*2","d.__iadd__([9])","d.__iadd__(5)","d.__imul__(2)","d.__imul__('x')","deque.append(1,2)","deque.append([],2)","deque.__init__(d,[5])","d.__init__([7,8],1)","deque.__new__(int)","deque[int]","d.__class_getitem__(int)","str(deque)","deque.__doc__[:30]","d.__sizeof__()>0","d.__reversed__()", "operator.length_hint(iter(d))", "pickle.loads(pickle.dumps(deque([1,2],5)))","max(deque())","deque([3,1,2]).sort()","sorted(d)", "deque([1,[2]])==deque([1,[2]])", "d.index(3,-1)", "d.index(1,-100,100)","d.index(2, 1, -1)"]
import operator, pickle
for e in exprs:
    d = deque([1,2,3])
    try: r = eval(e)
    except BaseException as x: r = f'{type(x).__name__}: {x}'
    print(e, '->', r, d)
for st in ["d[0]=5","d[9]=5","d[1:2]=[5]","d['x']=5","del d[0]","del d[9]","del d[0:1]","del d['x']","d.maxlen=3","del d.maxlen","d.x=1","d+=[4]","d+=5","d*=2","d*=0","d*=1.5","d*='x'","d+=d","d.extend(d)","d.extendleft(d)","deque.x=1","for i in d: d.append(1)","for i in d: d.rotate()","for i in d: d[0]=7","for i in d: d.pop()","for i in reversed(d): d.append(2)","d=deque([1,2,3],3); d.insert(0,1)","d=deque([1,2,3],3); d+=[4,5]","d=deque([1,2,3],3); d*=2","d=deque([1],0); d.append(1)","d.rotate(-1)","d.rotate(4)","a,b=d","a,b,c,e=d","del d[-1]","d[-1]=9","d.insert(-1,9)","d.insert(-9,9)","d.insert(9,9)","assert copy.copy(d)==d", "d=S([1],2); d.z=1; e=copy.copy(d); print(e.z, type(e), e.maxlen)"]:
    ns = dict(globals(), d=deque([1,2,3]))
    try: exec(st, ns); print(st, ns['d'])
    except BaseException as x: print(st, type(x).__name__, x, ns['d'])
