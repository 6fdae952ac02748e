class Animal:
    kind = "animal"
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self):
        return f"{self.name} makes a sound"

    @property
    def loud(self):
        return self.name.upper()

    @loud.setter
    def loud(self, value):
        self.name = value.lower()

    @staticmethod
    def helper(x):
        return x * 2

    @classmethod
    def make(cls, name):
        return cls(name)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Dog(Animal):
    kind = "dog"

    def speak(self):
        return super().speak() + " like a dog"


d = Dog.make("Rex")
print(d, d.speak(), d.kind, Animal.kind, Animal.count)
d.loud = "FIDO"
print(d.name, d.loud, Dog.helper(4), d.helper(3))
print(isinstance(d, Animal), issubclass(Dog, Animal), Dog.__mro__, Dog.__bases__)


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, o):
        return Vector(self.x + o.x, self.y + o.y)

    def __radd__(self, o):
        return self if o == 0 else NotImplemented

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __eq__(self, o):
        return isinstance(o, Vector) and (self.x, self.y) == (o.x, o.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __iter__(self):
        return iter((self.x, self.y))

    def __contains__(self, v):
        return v in (self.x, self.y)

    def __bool__(self):
        return bool(self.x or self.y)

    def __call__(self, *a):
        return ("called", a)

    def __str__(self):
        return f"<{self.x}, {self.y}>"

    def __format__(self, spec):
        return f"V[{spec}]"

    def __lt__(self, o):
        return self.x < o.x

    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *a):
        print("exit", a[0])
        return True


v, w = Vector(1, 2), Vector(3, 4)
print(v + w, sum([v, w]), v * 3, 3 * v, -v, v == Vector(1, 2), v != w, len(v), v[1], list(v), 2 in v, bool(Vector(0, 0)))
print(v(1, 2), f"{v:abc}", f"{v}", sorted([w, v])[0], max([v, w]), {v: 1}[Vector(1, 2)], v < w, v > w)
a, b = v
print(a, b)
with v as inside:
    raise ValueError("swallowed")
try:
    v + 1
except AttributeError as error:
    print(error)
try:
    v - w
except TypeError as error:
    print(error)


class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag


class Child(Base, tag="t"):
    pass


print(Child.tag)


class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        ns["added"] = name.lower()
        return super().__new__(m, name, bases, ns)

    def __call__(cls, *a):
        print("making", cls.__name__)
        return super().__call__(*a)


class WithMeta(metaclass=Meta):
    def __init__(self, x=0):
        self.x = x


print(WithMeta(5).x, WithMeta.added, type(WithMeta).__name__)


class Slots:
    __slots__ = ("a", "b")


s = Slots()
s.a = 1
print(s.a)
for do in (lambda: s.b, lambda: setattr(s, "c", 1), lambda: Animal(), lambda: Animal("a").nothing, lambda: Dog.nothing, lambda: object().x):
    try:
        do()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class D:
    def __get__(self, obj, owner):
        return (obj is None, owner.__name__)

    def __set__(self, obj, value):
        print("set", value)

    def __set_name__(self, owner, name):
        print("named", name)


class HasD:
    d = D()


print(HasD.d, HasD().d)
HasD().d = 5


class Dyn:
    def __getattr__(self, name):
        if name.startswith("x"):
            return name * 2
        raise AttributeError(name)

    def __setattr__(self, name, value):
        super().__setattr__(name, value + 1)


y = Dyn()
y.v = 1
print(y.v, y.xy, hasattr(y, "nope"), getattr(y, "q", "default"), vars(y), y.__dict__)
del y.v
print(y.__dict__)


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class E(B, C):
    def who(self):
        return ["E"] + super().who()


print(E().who(), [k.__name__ for k in E.__mro__])
print(type("Made", (A,), {"z": 3})().z)


class L(list):
    def total(self):
        return sum(self)


class MyInt(int):
    def __repr__(self):
        return f"MyInt({int(self)})"


class MyError(ValueError):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


print(L([1, 2, 3]).total(), len(L("abc")), MyInt(3) + 4, MyInt(7), MyInt(5) == 5)
try:
    raise MyError(7)
except ValueError as error:
    print(error, error.code, repr(error), error.args)
