import copy, pickle, types
from types import SimpleNamespace as S
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
a = S(x=1, y=[2])
t(lambda: copy.copy(a)); t(lambda: copy.deepcopy(a)); t(lambda: copy.deepcopy(a).y is a.y); t(lambda: copy.copy(a).y is a.y); t(lambda: copy.replace(a, x=5)); t(lambda: pickle.loads(pickle.dumps(a)) == a)
t(lambda: a.__reduce__()); t(lambda: S({'q': 1}, r=2)); t(lambda: S([('a', 1)])); t(lambda: S(1)); t(lambda: S({1: 2})); t(lambda: S({}, {})); t(lambda: a.__replace__(z=1)); t(lambda: a.__replace__(1))
class Sub(S):
    def hi(self): return self.x
s = Sub(x=3); t(lambda: copy.deepcopy(s)); t(lambda: copy.deepcopy(s).hi()); t(lambda: copy.replace(s, x=4)); t(lambda: s == S(x=3)); t(lambda: a < a); t(lambda: hash(a)); t(lambda: a.nope); del a.x; print(a, vars(a))
a.self = a; print(a)
