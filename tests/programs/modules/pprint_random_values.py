"""pprint: random values in random widths, indents and depths."""
import pprint, random, collections, types, dataclasses
random.seed(5)
@dataclasses.dataclass
class D:
    alpha: object
    beta: object = 3
def gen(d):
    k=random.randrange(16 if d else 5)
    n=random.choice([0,1,1,2,3,6])
    if k==0: return random.randrange(10**random.randrange(1,12))
    if k==1: return ''.join(random.choice('abc defgh \n\t') for _ in range(random.choice([2,10,50,120])))
    if k==2: return bytes(random.randrange(256) for _ in range(random.choice([2,4,8,30,41])))
    if k==3: return bytearray(random.randrange(60,90) for _ in range(random.choice([1,5,8,30,41])))
    if k==4: return random.choice([None,True,1.5,'x'*70])
    if k==5: return [gen(d-1) for _ in range(n)]
    if k==6: return tuple(gen(d-1) for _ in range(n))
    if k==7: return {('k%d'%i)*random.randrange(1,4):gen(d-1) for i in range(n)}
    if k==8: return {i*10**random.randrange(5) for i in range(n*3)}
    if k==9: return frozenset(range(n))
    if k==10: return collections.OrderedDict((i,gen(d-1)) for i in range(n))
    if k==11: return collections.defaultdict(int,{i:gen(d-1) for i in range(n)})
    if k==12: return collections.deque([gen(d-1) for i in range(n)],maxlen=random.choice([None,10]))
    if k==13: return collections.ChainMap(*[{i:gen(d-1)} for i in range(n)])
    if k==14: return types.SimpleNamespace(a=gen(d-1),bb=gen(d-1))
    if k==15: return random.choice([D(gen(d-1)), collections.Counter('abracadabra'*n), collections.UserList([gen(d-1)]*n), types.MappingProxyType({1:gen(d-1)}), collections.UserDict({2:gen(d-1)}), collections.UserString('abc '*40)])
for i in range(120):
    v=gen(3)
    print(i)
    try:
        print(pprint.pformat(v,width=random.choice([10,20,40,80]),indent=random.choice([1,1,2,4]),compact=random.random()<.4,sort_dicts=random.random()<.7,depth=random.choice([None,None,None,1,2]),underscore_numbers=random.random()<.2))
    except Exception as e: print(type(e), e)
