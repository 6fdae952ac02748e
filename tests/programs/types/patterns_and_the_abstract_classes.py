# Which objects mapping and sequence patterns accept: what is derived from the abstract classes, or registered with them.
from collections.abc import Sequence, Mapping
import collections, array
class A(dict, Sequence): 
    def __getitem__(s,i): raise IndexError
class S1(collections.UserList): pass
class L(list, Mapping): pass
class Reg: 
    def __len__(s): return 0
Sequence.register(Reg)
def f(x):
    match x:
        case {}: return 'map'
        case [*_]: return 'seq'
        case _: return 'no'
class R2:
    def __len__(s): return 0
print(f({}), f([]), f(array.array('i')), f(S1()), f(collections.deque()), f(range(3)), f(memoryview(b'')), f(b''), f('s'), f(collections.OrderedDict()), f(collections.ChainMap()))
print(f(Reg()))
class Sub(R2): pass
Sequence.register(R2)
print(f(R2()), f(Sub()))
class M1(collections.UserDict, Sequence): pass
class M2(Sequence, Mapping):
    def __getitem__(s,k): raise IndexError
    def __len__(s): return 0
    def __iter__(s): return iter(())
class M3(Mapping, Sequence):
    def __getitem__(s,k): raise IndexError
    def __len__(s): return 0
    def __iter__(s): return iter(())
print(f(M1()), f(M2()), f(M3()))
