import enum
for base in (enum.Flag, enum.IntFlag):
    class P(base):
        R = enum.auto(); W = enum.auto(); ALL = 7
    class Q(base):
        A = 1; B = 8; N = 0
    for C in (P, Q):
        for e in ['P(7)', 'list(P(7))', 'len(P)', 'P(0)', 'P(4)', 'list(P(4))', 'P(6)', 'P(5)', 'list(P(5))', 'reversed(P).__next__()', 'P.__iter__().__next__()', '[p for p in P]', 'P(0) in P(1)', 'len(P(7))', 'len(P(6))', 'P(9)', 'P(1)._sort_order_', 'P(0)._name_', '~P(0)', '~P(1)', 'P(1) ^ P(1)', 'bool(P(0))', 'hash(P(1)) and 1', 'hash(P(6)) and 1']:
            try: print(e, eval(e, {'P': C}))
            except Exception as x: print(e, type(x).__name__, x)
