"""itertools, operator, heapq, bisect, copy, string, contextlib, types, abc, weakref, io, warnings."""
import itertools, operator, heapq, bisect, copy, string, contextlib, types, abc, weakref, io, warnings

print(list(itertools.chain([1], "ab")), list(itertools.combinations_with_replacement("ab", 2)), list(itertools.product([1, 2], repeat=2)), list(itertools.accumulate([3, 1, 2], max, initial=0)), list(itertools.islice("abcdef", 1, None, 2)), [list(t) for t in itertools.tee([1, 2])])
print(operator.itemgetter(1)([5, 6]), operator.itemgetter(0, 2)("abc"), operator.attrgetter("real", "imag")(3), operator.methodcaller("upper")("a"), operator.add(1, 2), operator.contains([1], 1), operator.truth([]), operator.mul(2, "a"))
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)
print(h, heapq.heappop(h), heapq.nlargest(2, h), heapq.nsmallest(1, h), heapq.heapreplace(h, 9), heapq.heappushpop(h, 0), list(heapq.merge([1, 4], [2, 3])), h)
l = [1, 3, 5]
bisect.insort(l, 4)
print(l, bisect.bisect(l, 3), bisect.bisect_left(l, 3), bisect.bisect_right([1, 2, 2], 2), bisect.bisect(["a", "bb"], 1, key=len))
x = [1, [2, 3], {"k": (4,)}]
y, z = copy.copy(x), copy.deepcopy(x)
x[1].append(9)
print(y, z, copy.copy(5), copy.deepcopy({1: {2}}))
print(string.ascii_letters, string.digits, string.punctuation, string.capwords("a bc"), string.Template("$a ${b}").substitute(a=1, b=2), repr(string.whitespace))


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ValueError as e:
        print("swallowed", e)
    finally:
        print(f"</{name}>")


with tag("a") as n:
    print(n)
    raise ValueError("v")
with contextlib.suppress(ZeroDivisionError):
    1 / 0
buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    print("captured")
print(repr(buffer.getvalue()))
with contextlib.ExitStack() as stack:
    stack.enter_context(tag("x"))
    stack.callback(print, "callback")
with contextlib.nullcontext(5) as five, contextlib.closing(io.StringIO("t")) as s:
    print(five, s.read())


@contextlib.contextmanager
def nothing():
    if False:
        yield


try:
    with nothing():
        pass
except RuntimeError as e:
    print(e)


class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...

    @abc.abstractmethod
    def draw(self): ...


class Sq(Shape):
    area = 4


for cls in (Shape, Sq):
    try:
        cls()
    except TypeError as e:
        print(e)
ns = types.SimpleNamespace(a=1, b="x")
ns.c = 3
print(ns, ns == types.SimpleNamespace(a=1, b="x", c=3), types.FunctionType, isinstance(print, types.BuiltinFunctionType), types.MappingProxyType({"a": 1}))


class Obj: pass


o = Obj()
r = weakref.ref(o, lambda r: print("gone"))
print(r() is o)
del o
print(r())
wd = weakref.WeakValueDictionary()
k = Obj()
wd["k"] = k
print(len(wd), wd["k"] is k)
del k
print(len(wd))
warnings.warn("careful")
warnings.warn("old", DeprecationWarning)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error")
    except UserWarning as e:
        print(repr(e))
f = io.StringIO("a\nb\n")
print(f.readline(), list(f), f.getvalue(), io.BytesIO(b"xy").read(1))
