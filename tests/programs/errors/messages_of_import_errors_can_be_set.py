error = ImportError('first', name='module', path='/here')
print(error.msg, error.name, error.path, error)
error.msg = 'second'
print(error.msg, error, error.args, repr(error))
error.msg = 3
print(error.msg, error)
del error.msg
print(error.msg, error)
for other in (ImportError(), ImportError('a', 'b'), ImportError(5), ModuleNotFoundError('none', name='x')):
    print(repr(other.msg), other)
    other.msg = 'set'
    print(other, other.args)
try:
    import no_such_module
except ModuleNotFoundError as caught:
    print(caught.msg, caught.name)
    caught.msg += '!'
    print(caught)
    raise
