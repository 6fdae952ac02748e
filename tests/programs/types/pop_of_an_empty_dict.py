# An empty dict has no key, whatever it is: nothing is hashed.
print({}.pop([], 'default'))
try:
    {}.pop({})
except KeyError as error:
    print(repr(error))
try:
    {1: 2}.pop({}, 'default')
except TypeError as error:
    print(error)
