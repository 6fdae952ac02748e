"""copy, string, operator and itertools."""
import copy, itertools, operator, string
a=[1,[2,3],{'k':(4,[5])}]; b=copy.copy(a); d=copy.deepcopy(a); a[1].append(9); a[2]['k'][1].append(8); print(a,b,d)
class Pt:
    def __init__(s,x): s.x=x; s.l=[x]
x=Pt(1); y=copy.copy(x); z=copy.deepcopy(x); x.l.append(2); print(y.l,z.l,y.x); l=[]; l.append(l); m=copy.deepcopy(l); print(m[0] is m)
print(string.capwords('hello world'), string.Template('$a and ${b} $$').substitute(a=1,b=2), string.Template('$x $y').safe_substitute(x=1), string.digits, string.punctuation)
try: string.Template('$x').substitute()
except KeyError as e: print(e)
print(operator.itemgetter(1)('abc'), operator.itemgetter('a','b')({'a':1,'b':2}), operator.attrgetter('x.real','l')(x), operator.methodcaller('upper')('a'), operator.add(1,2), operator.mul(3,4), operator.contains([1],1), operator.itemgetter(1), operator.neg(3))
print(list(itertools.islice(itertools.count(10,5),3)), list(itertools.islice(itertools.cycle('ab'),5)), list(itertools.repeat('x',3)), list(itertools.product('ab',[1,2])), list(itertools.combinations(range(4),2)), list(itertools.chain.from_iterable(['ab','cd'])), [list(g) for k,g in itertools.groupby([1,1,2])], list(itertools.zip_longest('ab','c',fillvalue='-')), list(itertools.takewhile(lambda x:x<3,range(9))), list(itertools.pairwise('abc')), list(itertools.batched('abcde',2)), list(itertools.starmap(pow,[(2,3)])), [list(t) for t in itertools.tee('ab')], itertools.count(3), itertools.repeat(5,2))
