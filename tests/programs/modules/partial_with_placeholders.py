from functools import partial, Placeholder as _
say = partial(lambda *a, **k: (a, k), _, 'b', _, 'd', key=1)
print(say('a', 'c'), say('a', 'c', 'e', key=2))
try:
    say('a')
except TypeError as e:
    print(e)
for f in (lambda: partial(print, 1, _), lambda: partial(print, a=_)):
    try:
        f()
    except TypeError as e:
        print(e)
two = partial(say, 'A')
print(two('C'), two.args, two.func is say.func)
three = partial(say, _, 'C')
print(three('A'))
print(_, type(_).__name__, repr(partial(pow, _, 2)(5)))

class M:
    sq = partial(lambda a, b, c: (type(a).__name__, b, c), _, 2, 3)
print(M().sq())
