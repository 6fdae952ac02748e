def recurse(n):
    if n == 0:
        raise KeyError("bottom")
    return recurse(n - 1) + 1


recurse(20)
