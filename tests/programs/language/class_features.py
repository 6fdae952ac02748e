"""Inheritance, super, MRO, class and static methods, properties, slots, __init_subclass__, descriptors, metaclass."""


class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag
        Base.registry.append(cls.__name__)

    def __init__(self, name):
        self.name = name

    def greet(self):
        return f"I am {self.name}"

    def __repr__(self):
        return f"<{self.__class__.__qualname__} {self.name}>"


class Left(Base, tag="L"):
    def greet(self):
        return "left " + super().greet()


class Right(Base, tag="R"):
    def greet(self):
        return "right " + super().greet()


class Both(Left, Right):
    def greet(self):
        return "both " + super().greet()


print(Both("b").greet(), [c.__name__ for c in Both.__mro__], Base.registry, Left.tag, Both.tag)
print(isinstance(Both(1), Right), issubclass(Both, (int, Left)), Both.__bases__, Base.__subclasses__())


class Celsius:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.name, 0)

    def __set__(self, obj, value):
        if value < -273.15:
            raise ValueError("too cold")
        setattr(obj, self.name, value)


class Sensor:
    temperature = Celsius()
    __slots__ = ("_temperature", "id")

    @property
    def fahrenheit(self):
        """In F."""
        return self.temperature * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, f):
        self.temperature = (f - 32) * 5 / 9


s = Sensor()
s.temperature = 100
print(s.fahrenheit, Sensor.fahrenheit.__doc__)
s.fahrenheit = 32
print(s.temperature)
for bad in (lambda: setattr(s, "temperature", -300), lambda: setattr(s, "other", 1), lambda: s.id, lambda: s.__dict__,
            lambda: delattr(s, "fahrenheit")):
    try:
        bad()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)


class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        ns["made_by"] = mcls.__name__
        return super().__new__(mcls, name, bases, ns)

    def __call__(cls, *args):
        if not hasattr(cls, "instance"):
            cls.instance = super().__call__(*args)
        return cls.instance

    def __len__(cls):
        return 42


class Single(metaclass=Meta):
    def __init__(self, x):
        self.x = x


print(Single(1) is Single(2), Single(3).x, Single.made_by, len(Single), type(Single))
T = type("T", (Base,), {"extra": lambda self: self.name * 2}, tag="dyn")
print(T("ab").extra(), T.tag, T)


class Abstract:
    def method(self):
        raise NotImplementedError

    def other(self): ...


try:
    Abstract().method()
except NotImplementedError as e:
    print(repr(e), Abstract().other())
print(Both.greet, Both("x").greet.__func__ is Both.greet, Both.greet.__qualname__)
class Private:
    __secret = 1
    def get(self): return self.__secret
print(Private().get(), Private._Private__secret, hasattr(Private, "__secret"))
class Cls:
    x: int = 1
    y: str
    def __eq__(self, o): return self.x == o.x
print(Cls.__annotations__, Cls() == Cls(), Cls.__hash__)
try:
    hash(Cls())
except TypeError as e:
    print(e)
