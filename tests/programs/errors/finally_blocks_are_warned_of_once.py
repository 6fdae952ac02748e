"""A finally block is compiled for each way out of it; the way of exceptions warns of nothing again."""
def f():
    try:
        return 1
    finally:
        print("a"())
def g():
    try:
        for x in y:
            if x: return 1
            if y: return 2
            if z: break
        1/0
    except E: return 3
    finally:
        print("b"()); print("b2"())
def h():
    try:
        pass
    finally:
        try:
            return_ = "d"()
        finally:
            print("c"())
def i():
    while 1:
        try:
            if x: break
            else: continue
        finally:
            print("e"())
def j():
    try:
        print("f" ())
    finally:
        assert (1, "x")
        [1]["a"]
        1 is 1
