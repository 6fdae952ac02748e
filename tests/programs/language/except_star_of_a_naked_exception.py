"""A naked exception that except* catches is raised again in a group whose traceback begins at the clause."""
import traceback, sys
def f():
    raise ValueError(1)
def g():
    try:
        f()
    except* ValueError as many:
        raise
def h():
    try:
        f()
    except* (TypeError,
             ValueError) as many:
        print(many, many.__traceback__.tb_lineno, many.__traceback__.tb_next)
        traceback.print_exception(many, file=sys.stdout)
        raise KeyError(2)
def i():
    try:
        f()
    except* TypeError as many:
        pass
    except* ValueError as many:
        x = 1
        raise many
def j():
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* KeyError:
        pass
    except* ValueError as many:
        raise
for each in g, h, i, j:
    try:
        each()
    except BaseException as e:
        traceback.print_exception(e, file=sys.stdout)
g()
