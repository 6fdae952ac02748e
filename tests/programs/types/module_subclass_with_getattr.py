"""A subclass of the module type with __getattr__ finds a module's own names first."""
import types


class Lazy(types.ModuleType):
    def __getattr__(self, name):
        return f'made {name}'


m = Lazy('lazy', 'its doc')
m.value = 5
print(m.__name__, m.__doc__, m.value, m.other, vars(m)['value'], m.__dict__ is vars(m))
del m.value
print(m.value)


class Plain(types.ModuleType):
    x = 1


p = Plain('plain')
print(p.__name__, p.x)
try:
    p.y
except AttributeError as error:
    print(error)
