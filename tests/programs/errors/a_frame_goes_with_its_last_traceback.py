import gc, sys
gc.disable()
class Noisy(Exception):
    def __del__(self): print("del", self.args)
def f(e):
    try:
        try:
            raise Noisy("inner")
        except Noisy as x:
            x = ValueError(1)
            raise ExceptionGroup('g', [e, x])
    except* ValueError as many:
        print("values", len(many.exceptions))
def g(e):
    try:
        try:
            raise Noisy("inner")
        except Noisy as x:
            x = ValueError(1)
            raise ExceptionGroup('g', [e, x])
    except* Noisy as many:
        print("values", len(many.exceptions))
def h(e):
    try:
        try:
            raise Noisy("inner")
        except Noisy as x:
            x = ValueError(1)
            raise ExceptionGroup('g', [e, x])
    except* ZeroDivisionError as many:
        print("values", len(many.exceptions))
for k in f, g, h:
    try:
        k(Noisy(k.__name__))
    except BaseException as e:
        print(repr(e))
    print("end of", k.__name__)
