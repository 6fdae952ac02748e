"""Every list and tuple method, slices, comparison, sorting, errors."""
l = [3, 1, 2]
for e in ("l.append(4)", "l.extend('ab')", "l", "l.insert(1, 'x')", "l.insert(-100, 0)", "l.insert(100, 'end')", "l", "l.pop()", "l.pop(0)", "l.remove('x')", "l", "l.index(1)", "l.count(1)", "l.reverse()", "l", "l.copy() is l", "l.clear()", "l", "l.pop()", "l.remove(5)", "l.index(5)", "l.pop('a')", "[1,2].pop(5)", "[3,1,2].sort()", "sorted([3,1,2], reverse=True)", "sorted('bAc', key=str.lower)", "sorted([(1,'b'),(1,'a'),(0,'c')])", "sorted([(1,'b'),(1,'a')], key=lambda t: t[0])", "[1,'a'].sort()", "sorted([1, None])", "sorted([{}, {}])", "[1,2]+[3]", "[1]*3", "[[0]*2]*2", "[1,2]==[1,2]", "[1,2]<[1,3]", "[1,2]<[1,2,0]", "(1,2)<(1,3)", "[1]<(1,)", "[1,2,3][::-1]", "[1,2,3][-2:]", "[1,2,3][10:]", "[1,2,3][True]", "[1,2,3]['a']", "[1,2,3][1.5]", "[1,2,3][5]", "(1,2)[5]", "(1,2)['a']", "(1,2).index(2)", "(1,2).index(5)", "(1,1,2).count(1)", "(1,)", "()", "(1,2)+(3,)", "(1,)*2", "tuple('ab')", "list((1,2))", "list({1:2})", "[*(1,2), *[3]]", "1 in [1]", "[] == ()", "not []", "len([1,[2,3]])", "min([2,1])", "max(['a','b'])", "[x for x in [1,2,3] if x%2]", "list(map(str,[1,2]))", "list(filter(None,[0,1,'',2]))", "list(zip([1,2],'ab'))", "list(reversed([1,2]))", "dict(zip('ab',[1,2]))", "[1,2,3].index(3,0,2)", "hash((1,2))==hash((1,2))", "hash(([],))", "[].sort(key=5)", "[1].append(1,2)", "[1].foo", "(1).append", "[1,2]['0']", "[1]+(2,)", "[1]+1", "[1]*'a'", "(1,)+[1]", "list(5)", "tuple(5)", "[1,2,3].__len__()", "[[1,2],[3]][0][1]", "sum([[1],[2]],[])", "any([0,1]), all([1,0])", "[1,2,3,4,5][1:4:2]", "[1,2][::0]", "[i for i in range(10)][::-3]", "[1,2,3].sort(reverse='a')", "sorted([3,1,2], cmp=5)", "list('abc').index('z')", "repr([1,'a',None,[2]])", "[1,(2,[3,{4:5}])]", "[...]", "[None]*2", "[1,2]>[1]", "max([])", "max([], default=0)", "[1] is [1]", "isinstance([], list)"):
    try:
        print(e, "->", repr(eval(e)))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
a = list(range(10))
for stmt in ("a[2:5] = ['x']", "a[::2] = [0]*4", "del a[1:3]", "a[1:1] = [7,8]", "a[0] = 'first'", "del a[-1]", "a[:] = [1,2,3]", "a += [4]", "a *= 2", "a[100] = 1", "del a[100]", "a['x'] = 1", "a[::2] = [1]", "a[1:2] = 5", "a[0], a[1] = a[1], a[0]", "a += 5", "a += 'xy'", "(1,2)[0] = 5", "t = (1,[2]); t[1].append(3); a = list(t)", "t = (1,[2]); t[1] += [3]", "del (1,2)[0]", "a = [1]; a.append(a)", "x = a = []; x.append(1)"):
    try:
        exec(stmt)
        print(stmt, "->", a)
    except Exception as x:
        print(stmt, "->", type(x).__name__, x)
m = [[0] * 3 for _ in range(2)]
m[0][1] = 5
print(m, [list(r) for r in zip(*m)], [c for r in m for c in r])
people = [("Bob", 25), ("alice", 30), ("Carl", 25)]
print(sorted(people, key=lambda p: (p[1], p[0].lower())), sorted(people, key=lambda p: -p[1]), max(people, key=lambda p: p[1]))
people.sort(key=lambda p: p[0].lower(), reverse=True)
print(people)
