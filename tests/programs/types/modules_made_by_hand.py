# A module that was never initialised has an empty dict; one that is initialised again keeps what was in it.
import types

m = types.ModuleType.__new__(types.ModuleType)
print(m.__dict__, dir(m), m)
for name in ('__name__', 'other'):
    try:
        getattr(m, name)
    except AttributeError as e:
        print(e)
m.x = 1
print(m.x, m.__dict__)

m = types.ModuleType('first', 'its doc')
m.x = 3
m.__init__('second')
print(m, m.x, m.__doc__, sorted(m.__dict__))
m.__dict__['__name__'] = 5
print(m)
del m.__name__
print(m)
