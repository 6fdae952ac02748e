"""What generic classes accept in their brackets, and how they show it."""
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
import typing
class A[T, *Ts]: pass
class B[T, U = int]: pass
class C[T, U, V]: pass
class D[**P]: pass
class E[T, **P]: pass
class F[T, U](typing.Protocol): pass
class G(dict[str, int]): pass
class H[T](list[T]): pass
for K in A, B, C, D, E, F, H:
    for a in (), (int,), (int, str), (int, str, float, bool), ('q',), ([int, str],), (int, [str]), (None,):
        t(lambda: K[a])
        t(lambda: K[a].__args__)
