"""Compiled patterns are pickled as their text and flags."""
import copy
import copyreg
import pickle
import re

for pattern in (re.compile(r'(\w+)-(?P<n>\d+)', re.I | re.X), re.compile(b'a.b', re.S), re.compile('')):
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(pattern, protocol))
        assert again == pattern and again.flags == pattern.flags, again
    print(repr(again), again is pattern, copy.copy(pattern) is pattern, copy.deepcopy([pattern])[0] is pattern)
reduced = copyreg.dispatch_table[re.Pattern](re.compile('x'))
print(reduced[0].__name__, reduced[1])


class Rule:
    def __init__(self, text):
        self.found = re.compile(text)


print(pickle.loads(pickle.dumps(Rule('[ab]+'))).found.findall('xabyb'))
try:
    pickle.dumps(re.match('a', 'a'))
except TypeError as error:
    print(error)
