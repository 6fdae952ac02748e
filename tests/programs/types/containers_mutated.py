"""Containers that change while they are looked at, and the errors of containers and builtins."""
class E:
    def __init__(self, v): self.v=v
    def __hash__(self): return 1
    def __eq__(self, o):
        if action: action.pop()()
        return isinstance(o,E) and self.v==o.v
    def __repr__(self): return f'E{self.v}'
action=[]
d={}
for i in range(5): d[E(i)]=i
action=[d.clear]
print(d.get(E(9))); print(d)
for i in range(5): d[E(i)]=i
action=[lambda: [d.__setitem__(E(100+j),j) for j in range(20)]]
print(d.get(E(3))); print(len(d))
s={E(i) for i in range(5)}
action=[s.clear]; s.add(E(7)); print(len(s))
l=[E(i) for i in range(5)]
action=[l.clear]; print(E(3) in l); print(l)
l=[E(i) for i in range(5)]; m=[E(i) for i in range(5)]
action=[l.clear]; print(l==m)
l=[E(i) for i in range(5)]
action=[l.clear]
try: l.remove(E(0)); print('removed', l)
except ValueError as e: print(e)
l=[E(i) for i in range(5)]; action=[l.clear]; print(l.count(E(1)), l)
l=[E(i) for i in range(5)]; action=[l.clear]
try: print(l.index(E(2)))
except ValueError as e: print(e)
class R:
    def __init__(s,l): s.l=l
    def __repr__(s): s.l.clear(); return 'R'
l=[1]; l.append(R(l)); l.append(2); print(l)
d={}; d['a']=R(d); d['b']=1
try: print(d)
except RuntimeError as e: print(e)
x=[]; 
for i in range(100): x=[x]
print(str(x)[:5]); 
l=[1,2,3]
for i in l:
    if len(l)<10: l.append(i)
print(l); l[:]=[]; print(l); l.extend(l); l+=[1,2]; l.extend(l); print(l); l[1:1]=l; print(l); l[::2]=l[1::2]; print(l)
try: l[::2]=[1]
except ValueError as e: print(e)
try: l[0:2]=5
except TypeError as e: print(e)
try: l[::2]=5
except TypeError as e: print(e)
print([1,2,3]<[1,2,4], [1]<[1,2], [2]>[1,5], (1,2)==(1,2.0), [[]]==[[]])
try: [1]<['a']
except TypeError as e: print(e)
d=dict.fromkeys('abc',0); it=iter(d); next(it); d['z']=1
try: next(it)
except RuntimeError as e: print(e)
try: next(it)
except RuntimeError as e: print(e)
d={1:1,2:2}; 
try:
    for k in d: del d[k]; d[k+10]=1
except RuntimeError as e: print(e)
s={1,2,3}
try:
    for k in s: s.add(k+100)
except RuntimeError as e: print(e)
for f in (lambda: {}['x'], lambda: {1:2}[(1,2)], lambda: set().pop(), lambda: {1}.remove(2), lambda: [].index(1), lambda: ().index(1), lambda: {}.popitem(), lambda: {[]}, lambda: {{}:1}, lambda: set([[]]), lambda: [] in {}, lambda: {1}|[2], lambda: {1}<[1], lambda: frozenset().add(1), lambda: list(5), lambda: tuple(5), lambda: dict(5), lambda: set(5), lambda: list(1,2), lambda: [].append(), lambda: [].append(1,2), lambda: {}.get(), lambda: {}.update(1), lambda:{}.update([1]), lambda: range('a'), lambda: range(1.5), lambda: range(), lambda: slice(), lambda: [1,2]['x'], lambda: (1,)[5], lambda: (1,)['a'], lambda: [1][1.5], lambda: [].pop(1), lambda: [1].pop(5), lambda:[1].insert('a',1), lambda: zip(1), lambda: map(1), lambda: list(map(1,[2])), lambda: enumerate(), lambda: enumerate(5), lambda: reversed(5), lambda: reversed({1}), lambda: filter(None), lambda: iter(5), lambda: next(5), lambda: len(5), lambda: sum(5), lambda: max(5), lambda: max(), lambda: min([],default=3), lambda: max(1,2,default=3), lambda: sorted(5), lambda: sorted(), lambda: abs('a'), lambda: hash([]), lambda: isinstance(1,5), lambda: issubclass(1,int), lambda: getattr(1,'foo'), lambda: getattr(1,5), lambda: setattr(1,'a',2), lambda: ord('ab'), lambda: ord(5), lambda: chr('a'), lambda: round('a'), lambda: divmod(1,0), lambda: pow(2,-1,4), lambda: print(foo=1), lambda: print(1,sep=5), lambda: int([]), lambda: any(5), lambda: bin(1.5), lambda: callable(), lambda: vars(1), lambda: eval('1+'), lambda: exec(5), lambda: __import__('nope'), lambda: globals(1), lambda: input(1,2,3), lambda: format(1,'zz'), lambda: format(1,2), lambda: type(), lambda: (1,)+[1], lambda: [1]+(1,), lambda: [1]*[1], lambda: {}+{}, lambda: [1,2,3].sort(1), lambda: {}.fromkeys(), lambda: next(iter([])), lambda: iter(1,2), lambda: zip([1],strict=2,foo=3), lambda: sum([1],[2]), lambda: sum(['a'],''), lambda: list(zip([1,2],[1],strict=True)), lambda: list(zip([1],[1,2],[1],strict=True)), lambda: list(map(lambda a,b:a,[1],[1,2],strict=True))):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
