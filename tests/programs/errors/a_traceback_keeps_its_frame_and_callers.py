import gc
gc.disable()
class Noisy:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
kept = []
def inner():
    here = Noisy("inner")
    try:
        raise ValueError("kept")
    except ValueError as error:
        kept.append(error)
def caller():
    here = Noisy("caller")
    inner()
    print("inner is done")
caller()
print("caller is done")
kept.clear()
print("cleared")
def gen():
    here = Noisy("gen")
    try:
        raise ValueError("kept")
    except ValueError as error:
        kept.append(error)
    yield 1
    yield 2
def drives():
    here = Noisy("drives")
    g = gen()
    next(g)
    print("first")
    for _ in g: pass
    print("gen is done")
drives()
print("drives is done")
kept.clear()
print("cleared")
def dropped():
    here = Noisy("dropped")
    g = gen()
    next(g)
    print("first")
dropped()
print("dropped is done")
kept.clear()
print("cleared")
def returns():
    here = Noisy("returned")
    try:
        1/0
    except ZeroDivisionError as e:
        kept.append(e)
    return here
returns()
print("returned")
kept.clear()
print("cleared")
def key(x):
    try:
        1/0
    except ZeroDivisionError as e:
        kept.append(e)
    return x
def sorts():
    here = Noisy("sorts")
    sorted([2, 1], key=key)
sorts()
print("sorted")
kept.clear()
print("cleared")
