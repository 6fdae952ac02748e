source = '''
class Plain: pass
def f():
    class Inner: pass
    return Inner
Inner = f()
class Named: pass
Named.__qualname__ = 'X.Y'
class Renamed: pass
Renamed.__name__ = 'Other'
out = [Plain, Inner, Named, Renamed]
'''
for names in ({}, {'__name__': 'mod'}, {'__name__': 'builtins'}):
    exec(source, names)
    for cls in names['out']:
        print(cls, cls.__module__, cls.__name__, cls.__qualname__, repr(cls()).split(' at ')[0])
print(int, type({}.keys()), type(None), type(iter([])), type(print), type)
