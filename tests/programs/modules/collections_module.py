"""collections: Counter, defaultdict, OrderedDict, namedtuple, ChainMap, UserDict."""
import copy
from collections import *
c=Counter('mississippi'); print(c, c.most_common(2), c['z'], sum(c.values()), list(c.elements())[:4], c+Counter('mi'), c-Counter('miss'), c&Counter('ssx'), c|Counter('zz'), c.total(), c==Counter('mississippi'), +c); c.subtract('mm'); print(c, dict(c)); del c['m']; c.update('zz',a=5); print(c)
dd=defaultdict(int); dd['a']+=1; print(dd, dd['b'], dict(dd)); dl=defaultdict(list); dl[1].append(2); print(dl, dl.copy()); print(defaultdict(lambda: 5)['x'])
try: defaultdict(5)
except TypeError as e: print(e)
od=OrderedDict([('a',1),('b',2),('c',3)]); od.move_to_end('a'); print(od, list(od)); od.move_to_end('c',last=False); print(od, od.popitem(), od.popitem(last=False)); print(OrderedDict(a=1)==OrderedDict(a=1), OrderedDict([(1,1),(2,2)])==OrderedDict([(2,2),(1,1)]), od=={'b':2}, OrderedDict())
P=namedtuple('P',['x','y']); p=P(1,y=2); print(p, p.x, p[1], p._replace(x=5), P._make([3,4]), p==(1,2), *p, P.__doc__, P.x.__doc__, p._asdict(), isinstance(p,tuple), hash(p)==hash((1,2)), P.__name__, P)
for f in (lambda: P(1), lambda: P(1,2,3), lambda: p.z, lambda: P._make([1]), lambda: p._replace(q=1), lambda: namedtuple('X','a a'), lambda: namedtuple('X','class'), lambda: namedtuple('1X','a'), lambda: setattr(p,'x',3)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(namedtuple('R','a b a', rename=True)._fields, namedtuple('D','a b',defaults=[1])(5), P(1,2)<P(1,3), copy.copy(p), [p._fields])
cm=ChainMap({'a':1},{'a':2,'b':3}); print(cm['a'],cm['b'],dict(cm),len(cm),'b' in cm, cm.new_child({'c':1}), list(cm))
class UD(UserDict):
    def __setitem__(s,k,v): super().__setitem__(k,v*2)
print(UD(a=1), UD({'q':2})['q'])
