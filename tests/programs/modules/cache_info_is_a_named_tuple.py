import functools, pickle, copy
@functools.lru_cache(maxsize=3)
def f(x): return x
f(1); f(2); f(1)
i=f.cache_info()
print(i, type(i), i._fields, i._asdict(), i._replace(hits=5), i.hits, i[0], isinstance(i, tuple), i==(1,2,3,2))
print(pickle.loads(pickle.dumps(f)) is f, copy.deepcopy(f) is f, f.__reduce__())
h,m,s,c=i
print(h,m,s,c)
match i:
    case (hits, misses, *_): print(hits, misses)
@functools.total_ordering
class A:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(A.__gt__.__name__, A.__gt__.__qualname__, A.__ge__.__qualname__, A.__module__)
print(A(1)>A(2), A(1)>=A(1), A(1)<=A(0), pickle.loads(pickle.dumps(A.__gt__)) is A.__gt__)
@functools.total_ordering
class B:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __ge__(s,o): return s.v>=o.v
print(B.__gt__.__qualname__, B.__lt__.__qualname__, B.__le__.__qualname__)
