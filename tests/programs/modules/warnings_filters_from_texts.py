"""The functions with which command lines and test runners read filters."""
import warnings

print([warnings._getaction(text) for text in ('', 'all', 'e', 'err', 'ign', 'once', 'default')])
for text in ('nonsense', 'x'):
    try:
        warnings._getaction(text)
    except warnings._OptionError as error:
        print(type(error).__name__, error)
print(warnings._getcategory(''), warnings._getcategory('UserWarning'), warnings._getcategory('builtins.BytesWarning'))
for text in ('NoSuchWarning', 'no_such_module.W', 'ValueError'):
    try:
        warnings._getcategory(text)
    except warnings._OptionError as error:
        print(error)

warnings.resetwarnings()
warnings._setoption('error::DeprecationWarning')
warnings._setoption('ignore:a.b:UserWarning::7')
warnings._setoption('default')
print([(row[0], row[1] and row[1].pattern, row[2].__name__, row[3], row[4]) for row in warnings.filters])
for text in ('a:b:c:d:e:f', 'error::::-1', 'error::::x'):
    try:
        warnings._setoption(text)
    except warnings._OptionError as error:
        print(error)
