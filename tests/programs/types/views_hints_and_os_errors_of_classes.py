def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d={1:2}
t(lambda: d.keys().mapping); t(lambda: d.values().mapping[1]); t(lambda: d.items().mapping)
for s in ('1_0+2_0j','1__0','_1','1_','1_j', '1_0.0_1', '1e1_0'): t(lambda: complex(s))
class Items:
    def __getitem__(self,k):
        if k>2: raise IndexError
        return k
    def __len__(self): return 3
i=iter(Items()); t(lambda: i.__length_hint__()); next(i); t(lambda: i.__length_hint__())
class O(OSError):
    def __init__(self, *a): super().__init__('fixed')
t(lambda: str(O(1,2))); t(lambda: O(1,2).errno)
class P(OSError): pass
t(lambda: str(P(1,2)));
t(lambda: b'a'.rjust(8, b'ab')); t(lambda: b'a'.center(8, 3))
b=bytearray(5); m=memoryview(b)
def f(): del b[5:0:2]
t(f)
