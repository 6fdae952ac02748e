import asyncio
import io
import sys
import traceback


def inner(x):
    return 10 / x


def outer(x):
    y = inner(x) + 1
    return y


def keeps(values):
    name = 'text'
    return values + name


def recurse(n):
    if n == 0:
        raise RecursionError('enough')
    return recurse(n - 1) + 1


def caught(f, *args):
    try:
        f(*args)
    except BaseException as e:
        return e


print(sorted(traceback.__all__))
try:
    outer(0)
except ZeroDivisionError as e:
    traceback.print_exc()
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exc(), end='')
    print(traceback.format_exc(limit=1), traceback.format_exc(limit=-1), traceback.format_exc(0))
    print(traceback.format_exception(e))
    print(traceback.format_exception(type(e), e, e.__traceback__) == traceback.format_exception(e))
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    print(traceback.format_tb(e.__traceback__), traceback.extract_tb(e.__traceback__))
    for frame in traceback.extract_tb(e.__traceback__):
        print(frame.filename.rpartition('/')[2], frame.lineno, frame.name, frame.line, frame.end_lineno, frame.colno, frame.end_colno, list(frame)[1:], frame[2], len(frame), frame)
    traceback.print_tb(e.__traceback__, file=sys.stdout)
    traceback.print_exception(e, file=sys.stdout, limit=2)
    print([(f.f_code.co_name, line) for f, line in traceback.walk_tb(e.__traceback__)])

print(traceback.format_exc(), traceback.format_exception(None), traceback.format_exception_only(None))
print(''.join(traceback.format_exception(caught(recurse, 8))))
print(''.join(traceback.format_exception(caught(recurse, 3))))


def chain(kind):
    try:
        outer(0)
    except ZeroDivisionError as e:
        if kind == 'from':
            raise ValueError('second') from e
        if kind == 'none':
            raise ValueError('second') from None
        if kind == 'cause':
            raise ValueError('second') from KeyError('made')
        raise ValueError('second')


for kind in ('from', 'none', 'cause', 'context'):
    e = caught(chain, kind)
    print(''.join(traceback.format_exception(e)), ''.join(traceback.format_exception(e, chain=False)), sep='----\n', end='====\n')


class Own(Exception):
    pass


class Broken(Exception):
    def __str__(self):
        raise ValueError


def throw(e):
    raise e


noted = ValueError('with notes\nsecond line')
noted.add_note('note one')
noted.add_note('note\ntwo')
for e in (Own('a', 1), Own(), Own(''), KeyError('k'), noted, Broken(), SystemExit(3), KeyboardInterrupt(), OSError('gone'), StopIteration(5), ExceptionGroup('g', [ValueError(1), Own('x')]), AttributeError('plain')):
    print(traceback.format_exception_only(e))
    print(''.join(traceback.format_exception(caught(throw, e))))
for source in ('x = = 1', 'def f(:\n  pass', 'print("a', 'a b', '  indent', 'f(**x, *y)', 'x = é$'):
    e = caught(compile, source, 'file.py', 'exec')
    print(traceback.format_exception_only(e))
nested = ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [TypeError('t'), caught(outer, 0)]), noted])
e = caught(throw, nested)
print(''.join(traceback.format_exception(e)))
print(''.join(traceback.format_exception_only(e, show_group=True)))
print(''.join(traceback.format_exception(caught(throw, ExceptionGroup('many', [ValueError(i) for i in range(18)])))))
t = traceback.TracebackException.from_exception(caught(chain, 'context'))
print(t, t.exc_type_str, t.__context__.exc_type_str, t.__cause__, t.__suppress_context__, len(t.stack), t.stack[0].name, t.exceptions)
print(''.join(t.format()) == ''.join(traceback.format_exception(caught(chain, 'context'))), list(t.format_exception_only()))
t.print(file=sys.stdout, chain=False)
t = traceback.TracebackException.from_exception(caught(keeps, [1]), limit=-1, capture_locals=True)
print(''.join(t.format()))
buffer = io.StringIO()
traceback.print_exception(caught(inner, 0), file=buffer)
print(len(buffer.getvalue().splitlines()), buffer.getvalue().splitlines()[-1])
s = traceback.StackSummary.from_list([('a.py', 1, 'f', 'x = 1'), ('b.py', 2, 'g', None), traceback.FrameSummary('c.py', 3, 'h', line='  y  ')])
print(s, s.format(), traceback.format_list([('a.py', 1, 'f', 'x')]), s[0] == ('a.py', 1, 'f', 'x = 1'), s[0] == s[1])
traceback.print_list([('a.py', 1, 'f', 'x')], file=sys.stdout)


def here():
    stack = traceback.extract_stack()
    print([(f.name, f.line) for f in stack[-2:]])
    print(''.join(traceback.format_stack()[-2:]), end='')
    traceback.print_stack(limit=1, file=sys.stdout)
    print([f.f_code.co_name for f, line in traceback.walk_stack(None)][:1])


here()
for bad in (lambda: traceback.format_exception(5), lambda: traceback.print_exception(ValueError, 1), lambda: traceback.format_exception()):
    print(type(caught(bad)).__name__, caught(bad))


async def fail():
    await asyncio.sleep(0.1)
    outer(0)


async def main():
    task = asyncio.create_task(fail())
    try:
        await task
    except ZeroDivisionError:
        print(traceback.format_exc().splitlines()[-1])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            group.create_task(fail())
    except* ZeroDivisionError as e:
        print(traceback.format_exception_only(e), [''.join(traceback.format_exception(x)).count('outer') for x in e.exceptions])


asyncio.run(main())
