# An exception's traceback, whenever it is asked for, and what its frames keep alive until then.
import gc
import sys
import weakref


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def entries(e):
    at, found = e.__traceback__, []
    while at is not None:
        found.append((at.tb_frame.f_code.co_name, at.tb_lineno - at.tb_frame.f_code.co_firstlineno))
        at = at.tb_next
    return found


def inner(name):
    kept = Loud(name + ' inner')
    raise ValueError(name)


def outer(name):
    kept = Loud(name + ' outer')
    inner(name)


def caught(name):
    try:
        outer(name)
    except ValueError as e:
        return e


def nobody_asks():
    try:
        outer('unasked')
    except ValueError:
        print('handled')
    print('after')


def asked_after_the_frames():
    e = caught('asked')
    print(entries(e), [name for name in e.__traceback__.tb_next.tb_next.tb_frame.f_locals])
    print(e.__traceback__ is e.__traceback__, e.__traceback__.tb_frame.f_code.co_name)
    del e
    print('dropped')


def two_at_once():
    try:
        try:
            outer('first')
        except ValueError as e:
            try:
                outer('second')
            except ValueError as f:
                print(entries(f), entries(e), f.__context__ is e)
                raise f
    except ValueError as g:
        print(entries(g), entries(g.__context__))


def again_in_one_frame():
    e = caught('again')
    for _ in range(2):
        try:
            raise e
        except ValueError:
            pass
    print(entries(e))
    try:
        raise e.with_traceback(None)
    except ValueError:
        print(entries(e))
    e.__traceback__ = None
    print(entries(e))


def one_frame_in_many():
    kept = []
    for i in range(3):
        try:
            try:
                raise KeyError(i)
            finally:
                kept.append(sys.exception())
        except KeyError:
            pass
    print([entries(e) for e in kept])
    for e in kept:
        try:
            raise e
        except KeyError:
            pass
    print([entries(e) for e in kept])


def generator(name):
    kept = Loud(name)
    try:
        yield 1
    finally:
        kept.name += ' closed'


def through_a_generator():
    g = generator('generator')
    next(g)
    try:
        g.throw(RuntimeError('thrown'))
    except RuntimeError as e:
        print(entries(e))
        print('here')
    del g
    print('there')


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, e, traceback):
        print(kind.__name__, traceback is e.__traceback__, sys.exc_info()[2] is traceback, entries(e))
        return True


def managed():
    with Manager():
        inner('managed')
    print('managed')


def deep(n):
    kept = Loud(f'deep {n}')
    if n == 0:
        raise LookupError('deep')
    deep(n - 1)


def in_groups():
    e = caught('grouped')
    group = ExceptionGroup('both', [e, TypeError('bare')])
    try:
        try:
            raise group
        except* ValueError as part:
            print(entries(part), entries(part.exceptions[0]), part.__traceback__ is group.__traceback__)
    except* TypeError as rest:
        print(entries(rest), entries(rest.exceptions[0]))


def cycle(name):
    kept = Loud(name)
    try:
        raise OSError(name)
    except OSError as e:
        kept.error = e


def collected():
    for name in 'abc':
        cycle(name)
    print(gc.collect() > 0)


def seen_by_weakref():
    class Target:
        pass

    def fails():
        target = Target()
        found.append(weakref.ref(target))
        raise ValueError

    found = []
    try:
        fails()
    except ValueError as e:
        print(found[0]() is not None)
        e = None
        print(found[0]() is None)
        print(sys.exception() is not None)
    print(found[0]() is None)


gc.disable()
nobody_asks()
asked_after_the_frames()
two_at_once()
again_in_one_frame()
one_frame_in_many()
through_a_generator()
managed()
try:
    deep(4)
except LookupError as e:
    e.add_note('noted')
    print(e.__notes__)
in_groups()
collected()
seen_by_weakref()
outer('last')
