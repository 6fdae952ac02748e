def f(a, b):
    return a["x"]["y"] + b.value * 2 / (1 - 1)


class B:
    value = 3


f({"x": {"y": 1}}, B())
