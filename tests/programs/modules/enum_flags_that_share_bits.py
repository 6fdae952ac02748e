import enum
def t(s):
    try: print(s, '=>', eval(s))
    except Exception as e: print(s, '=>', type(e).__name__, e)
class P(enum.Flag):
    R = 1; W = 2; X = 4; RW = R | W
class Q(enum.IntFlag):
    R = 1; W = 2; ALL = 7
class N(enum.Flag):
    R = 4; W = 2; NEG = -1
class K(enum.Flag, boundary=enum.KEEP):
    A = 1; B = 8; NO = 0
class O(enum.Flag, boundary=enum.CONFORM):
    A = 3; B = 8
class M(enum.IntFlag, boundary=enum.STRICT):
    A = 1; B = 6
class J(enum.IntFlag, boundary=enum.EJECT):
    A = 4; NEG = -2
for c in 'PQNKOMJ':
    for e in ['list({c})', 'len({c})', 'list({c}.__members__.items())', '{c}._flag_mask_, {c}._singles_mask_, {c}._all_bits_', '{c}(3)', '{c}(0)', '{c}(8)', '{c}(-1)', '{c}(-2)', '{c}(64)', 'list({c}(3))', 'list({c}(7))', 'len({c}(3))', '~{c}(1)', '{c}(1) | 8', '3 in {c}(1)', '{c}(2) in {c}(3)', '{c}(1) | {c}(2)', '{c}(1) ^ {c}(3)', '{c}(3).name', '{c}(9).name', '{c}("R")', '{c}(1.0)', '{c}(None)', 'str({c}(9))', '3 in {c}', '"R" in {c}', '~{c}(0)', '1 | {c}(4)', '{c}(1) & -2', '-{c}(1)', 'int({c}(1))', '{c}(3) | None', '{c}(1) + 1', '{c}(1) < {c}(2)', 'reversed({c}(3))', 'list(reversed({c}))', '{c}["ZZ"]', '{c}(1).NOPE', '{c}.NOPE', '{c}(4) is {c}(4)', '{c}(12)', '{c}(1) & 6', '{c}(5) & {c}(4)', 'bool({c}(0))']:
        t(e.format(c=c))
