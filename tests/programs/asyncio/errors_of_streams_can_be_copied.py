import asyncio, pickle, copy
for e in asyncio.IncompleteReadError(b'abc', 10), asyncio.LimitOverrunError('message', 10), asyncio.IncompleteReadError(b'x', None):
    for p in range(2, pickle.HIGHEST_PROTOCOL + 1):
        e2 = pickle.loads(pickle.dumps(e, protocol=p))
        print(str(e) == str(e2), vars(e2) == vars(e), e2.args)
    c = copy.copy(e)
    print(repr(c), vars(c))
