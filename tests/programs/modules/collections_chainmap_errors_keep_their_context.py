from collections import ChainMap


def t(act):
    try:
        act()
    except KeyError as error:
        print(repr(error), repr(error.__context__), error.__cause__, error.__suppress_context__)


c = ChainMap({}, {'b': 2})
t(lambda: c.pop('b'))
t(lambda: c.popitem())
t(lambda: c.__delitem__('b'))
t(lambda: c['zz'])
print(c.pop('b', 3))
