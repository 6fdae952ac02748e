"""Carets under a call are left out where it is all of a name's value or of what is returned."""
def f(x): 1 / 0
class A: pass
a = A()
def g1():
    a.x = f(1)
def g2():
    y = f(1)
def g3():
    y = a.x = f(1)
def g4():
    y: int = f(1)
def g5():
    y, z = f(1)
def g6():
    y = a.f(1)
def g7():
    a.y = a.f(1)
def g8():
    a[0] = f(1)
def g9():
    y = f(
        1)
def g10():
    a.y = f(
        1)
def g11():
    *y, = f(1)
def g12():
    global z
    z = f(1)
def g13():
    [y] = f(1)
a.f = f
import traceback
for g in g1, g2, g3, g4, g5, g6, g7, g8, g9, g10, g11, g12, g13:
    try: g()
    except ZeroDivisionError as e: traceback.print_exc()
