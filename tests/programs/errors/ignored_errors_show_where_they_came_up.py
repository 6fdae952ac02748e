def deaf():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def leaves():
    kept = deaf()
    next(kept)


leaves()
kept = deaf()
next(kept)
del kept
kept = deaf()
next(kept)
kept = None
for _ in map(next, [deaf()]):
    pass
print([next(deaf()) for _ in range(1)])
