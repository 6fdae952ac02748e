"""While the type of an except* clause is asked for, what the clause before has matched is handled"""
import sys


def bad(error=KeyError("type")):
    print("handled:", repr(sys.exception()))
    raise error


def good():
    print("handled:", repr(sys.exception()))
    return TypeError


def chain(error):
    while error is not None:
        print(" ", repr(error))
        error = error.__context__


try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        print("first")
    except* bad():
        print("never")
except KeyError as error:
    chain(error)

try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* bad(KeyError("at once")):
        print("never")
except KeyError as error:
    chain(error)

try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError as e:
        raise RuntimeError("from the clause")
    except* good():
        print("second")
except ExceptionGroup as error:
    print(repr(error))
    for each in error.exceptions:
        chain(each)

try:
    try:
        raise ValueError(3)
    except* (good(), ValueError):
        pass
    except* good():
        print("never")
    print("handled:", repr(sys.exception()))
    raise OSError("after")
except OSError as error:
    chain(error)

for n in range(2):
    try:
        raise ExceptionGroup("g", [ValueError(n)])
    except* ValueError:
        try:
            raise LookupError(n)
        except LookupError:
            print("inside:", repr(sys.exception()))
        print("back:", repr(sys.exception()))
    print("out:", repr(sys.exception()))
