"""What a comprehension has named is let go when an error leaves it: no local variable, and no suggestion."""
import traceback
def f(a):
    return [nme for name in a]
def g(a):
    name = 1
    return [nme for name in a]
async def h(a):
    return [1 for name in a if nme]
def k(a):
    return [name + [nme for nmes in a] for name in a]
def l(a):
    return {nme: 1 for name in a}, name
def m(a):
    return [(lambda: nme)() for name in a]
def n(a):
    return list(nme for name in a)
def o(a):
    try: return [name.x for name in a]
    except AttributeError: return nme
def p(a):
    return [[lambda: name, nme] for name in a]
[1 for name in [1]]
for x in f, g, h, k, l, m, n, o, p:
    try:
        r = x([1])
        if x is h: r.send(None)
    except NameError as e:
        t = e.__traceback__
        while t.tb_next: t = t.tb_next
        print(sorted(t.tb_frame.f_locals))
        print(*traceback.format_exception(e)[-1:])
try: [nme for name in [1]]
except NameError as e:
    print(*traceback.format_exception(e)[-1:])
class A:
    try: [nme for name in [1]]
    except NameError as e:
        print(*traceback.format_exception(e)[-1:])
