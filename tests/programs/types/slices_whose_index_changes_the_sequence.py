# A bound's __index__ may empty the very sequence that is cut: what is there afterwards is what counts.
from array import array


class Index:
    def __init__(self, number, effect):
        self.number, self.effect = number, effect

    def __index__(self):
        effect, self.effect = self.effect, len  # the first time alone: how often it is asked is another matter
        effect(sequence)
        return self.number


def empty(sequence):
    del sequence[:]


def fill(sequence):
    sequence.extend([7] * 50)


CUTS = ['s[:i]', 's[0:10:i]', 's[i:8:2]', 's[i]', 's[::-i]']
CHANGES = ['s[0:10:i] = []', 's[:i] = [1, 2]', 's[i:6:2] = [1, 2, 3]', 's[i] = 1', 'del s[i]', 'del s[i:8]', 'del s[i:8:2]',
           's.insert(i, 1)', 's.pop(i)', 's *= i', 's[i:3] = s']
for make in (list, bytearray, lambda items: array('b', items)):
    for effect in (empty, fill):
        for statement in CUTS + CHANGES:
            sequence = s = make(range(9))
            if isinstance(s, array):
                statement = statement.replace('[1, 2, 3]', "array('b', [1, 2, 3])").replace('[1, 2]', "array('b', [1, 2])")
            i = Index(2, effect)
            try:
                if statement in CUTS:
                    print(type(s).__name__, effect.__name__, statement, eval(statement))
                else:
                    exec(statement)
                    print(type(s).__name__, effect.__name__, statement, len(s), list(s[:12]))
            except Exception as error:
                print(type(s).__name__, effect.__name__, statement, type(error).__name__, error)

for call in ('s.find(b"\\x05", i)', 's.find(i)', 's.rfind(4, 0, i)', 's.count(i)', 's.startswith(b"a", i)',
             's.extend([i, i])', 's.append(i)', 's[1] = i'):
    sequence = s = bytearray(range(9))
    i = Index(2, empty)
    try:
        exec(f'print({call!r}, {call}, len(s))' if '=' not in call else call)
    except Exception as error:
        print(call, type(error).__name__, error)
print(b'\x02' in b'\x01\x02', Index(2, len) in b'\x01\x02', Index(5, len) in b'\x01\x02')
