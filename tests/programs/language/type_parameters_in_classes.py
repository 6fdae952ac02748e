class Foo[__T]:
    param = __T

    def meth[__U](self, arg: __T, arg2: __U):
        return __T, __U
    type Alias[__V] = (__T, __V)

    def deeper(self):
        return [__T for _ in range(1)], (lambda: __T)()


print(Foo.__type_params__[0].__name__, Foo.meth.__type_params__, Foo.meth.__annotations__, Foo().meth(1, 2), Foo.Alias.__value__)
print(Foo().deeper())

x = 'global'


def bound_in_class():
    x = 'nonlocal'

    class Cls:
        type Alias = x
        val = Alias.__value__

        def meth[T: x](self, arg: x): ...
        bound = meth.__type_params__[0].__bound__
        annotation = meth.__annotations__['arg']
        x = 'class'
    return Cls.val, Cls.bound, Cls.annotation, Cls.Alias.__value__


def declared_global():
    x = 'nonlocal'

    class Cls:
        global x
        type Alias = x
    Cls.x = 'class'
    return Cls.Alias.__value__


def neither():
    x = 'nonlocal'

    class Cls:
        type Alias = x
    return Cls.Alias.__value__


print(bound_in_class(), declared_global(), neither())
