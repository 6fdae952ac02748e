# What interpreters share, how they are called, how they fail. No CPython that the other tests ask has them: what is
# expected stands beside each check, as the reference of concurrent.interpreters (3.14) has it.
from concurrent import interpreters
import threading
import time

counter = 0


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def moved(self, by):
        return Point(self.x + by, self.y + by)


def increment(by=1):
    global counter
    counter += by
    return counter


def where():
    return __name__, interpreters.get_current().id


def fails(text):
    raise ValueError(text)


def doubled(point):
    return Point(point.x * 2, point.y * 2)


def produce(queue, count):
    for i in range(count):
        queue.put({'number': i})
    queue.put(None)


def same(got, want):
    assert got == want, (got, want)


def refused(kind, text, action, *args):
    try:
        action(*args)
    except kind as error:
        assert type(error) is kind and str(error).startswith(text), (type(error), str(error))
        return error
    raise AssertionError(f'not refused: {text}')


def share():
    interp = interpreters.create()
    same(repr(interp), 'Interpreter(1)')
    same((interp.id, interp.whence, interp.is_running()), (1, '_interpreters module', False))
    same(interpreters.list_all(), [interpreters.get_main(), interp])
    assert interpreters.get_current() is interpreters.get_main()
    interp.exec('x = 40; assert __name__ == "__main__"')
    interp.exec('x += 2; assert x == 42')
    assert 'x' not in globals()
    interp.prepare_main(greeting='hello', numbers=(1, 2.5, None, b'bytes'))
    interp.prepare_main({'z': 1}, w=2)
    interp.exec('assert (greeting, numbers, z, w) == ("hello", (1, 2.5, None, b"bytes"), 1, 2)')
    shared = bytearray(b'abc')
    interp.prepare_main(view=memoryview(shared))
    interp.exec('view[0] = 120')
    same(shared, b'xbc')
    refused(interpreters.NotShareableError, '[1] does not support cross-interpreter data', lambda: interp.prepare_main(numbers=[1]))
    refused(interpreters.NotShareableError, '[2] does not', lambda: interp.prepare_main(numbers=(1, [2])))
    refused(ValueError, '', interp.prepare_main)
    same([interpreters.is_shareable(o) for o in (None, 1, 'a', b'b', 1.5, (1,), [1], {}, print, interp)], [True] * 6 + [False] * 4)
    same(interpreters.NotShareableError.__mro__[1], TypeError)


def call():
    interp = interpreters.create()
    interp.exec('greeting = "hello"')
    same([interp.call(increment), interp.call(increment, 5), interp.call(increment, by=4), counter], [1, 6, 10, 0])
    same((where(), interp.call(where)), (('__main__', 0), ('<fake __main__>', interp.id)))
    same(interp.call(lambda a, b: a + b, 1, 2), 3)
    same(interp.call(lambda name: globals()[name], 'greeting'), 'hello')
    same(interp.call(eval, 'greeting * 2'), 'hellohello')
    same(interp.call(max, [3, 1, 2], key=abs), 3)
    interp.call(exec, 'made = 5')
    same((interp.call(eval, 'made'), interp.call(dir)[-2:]), (5, ['greeting', 'made']))
    refused(interpreters.NotShareableError, '', interp.call, globals)
    same(interp.call(Point(1, 2).moved, 10), Point(11, 12))
    same(interp.call(Point, 3, 4), Point(3, 4))
    same(interp.call(doubled, Point(5, 6)), Point(10, 12))
    free = 3
    refused(interpreters.NotShareableError, '', interp.call, lambda: free)
    refused(interpreters.NotShareableError, '', interp.call, lambda: (n for n in [1]))
    interp.exec(produce_nothing)
    refused(ValueError, 'code with args not supported', interp.exec, fails)
    refused(TypeError, '_interpreters.exec() argument 2 must be a string, a function, or a code object, not int', interp.exec, 10)


def produce_nothing():
    import time as made_here


def fail():
    interp = interpreters.create()
    error = refused(interpreters.ExecutionFailed, "NameError: name 'y' is not defined\n\nUncaught in the interpreter:\n\nTraceback",
                    interp.exec, 'print(y)')
    same(error.args, ("NameError: name 'y' is not defined",))
    same((error.excinfo.type.__name__, error.excinfo.msg, error.__context__), ('NameError', "name 'y' is not defined", None))
    error = refused(interpreters.ExecutionFailed, 'ZeroDivisionError: division by zero', interp.exec, 'def f(a):\n    return 1 / a\n\nf(0)\n')
    assert str(error).endswith(', line 4, in <module>\n  File "<script>", line 2, in f\nZeroDivisionError: division by zero'), str(error)
    refused(interpreters.ExecutionFailed, 'SystemExit: 3', interp.exec, 'raise SystemExit(3)')
    error = refused(interpreters.ExecutionFailed, 'ValueError: no', interp.call, fails, 'no')
    assert 'in fails\n    raise ValueError(text)\nValueError: no' in str(error)
    refused(SyntaxError, 'invalid syntax', interp.exec, 'x =')
    busy = threading.Thread(target=interp.exec, args=('import time; time.sleep(0.5)',))
    busy.start()
    time.sleep(0.1)
    assert interp.is_running()
    refused(interpreters.InterpreterError, 'interpreter already running', interp.exec, '1')
    refused(interpreters.InterpreterError, 'interpreter already running', interp.prepare_main, {'a': 1})
    refused(interpreters.InterpreterError, 'interpreter running', interp.close)
    busy.join()
    refused(interpreters.ExecutionFailed, 'concurrent.interpreters.InterpreterError: cannot destroy the current interpreter', interp.exec,
            'from concurrent import interpreters; interpreters.get_current().close()')
    number = interp.id
    interp.close()
    refused(interpreters.InterpreterNotFoundError, f'unrecognized interpreter ID {number}', interp.exec, '1')
    refused(interpreters.InterpreterNotFoundError, f'unrecognized interpreter ID {number}', interp.close)
    refused(interpreters.InterpreterError, 'cannot destroy unrecognized interpreter 0', interpreters.get_main().close)
    refused(interpreters.InterpreterNotFoundError, 'unrecognized interpreter ID 99', interpreters.Interpreter, 99)


def queues():
    interp = interpreters.create()
    queue = interpreters.create_queue()
    thread = interp.call_in_thread(produce, queue, 3)
    got = []
    while (item := queue.get()) is not None:
        got.append(item['number'])
    thread.join()
    same(got, [0, 1, 2])
    same((queue.empty(), queue.qsize(), queue.maxsize, queue.full()), (True, 0, 0, False))
    refused(interpreters.QueueEmpty, f'queue {queue.id} is empty', queue.get_nowait)
    began = time.monotonic()
    refused(interpreters.QueueEmpty, '', lambda: queue.get(timeout=1))
    assert 1 <= time.monotonic() - began < 1.1
    small = interpreters.create_queue(1)
    small.put('one')
    refused(interpreters.QueueFull, f'queue {small.id} is full', small.put_nowait, 'two')
    other = interpreters.create()
    other.prepare_main(queue=queue)
    other.exec('queue.put("left behind")')
    other.close()
    same(repr(queue.get()), 'concurrent.interpreters._queues.UNBOUND')
    original = [1]
    queue.put(original)
    copy = queue.get()
    same((copy, copy is original), ([1], False))


def lost():
    interp = interpreters.create()
    number = interp.id
    del interp
    refused(interpreters.InterpreterNotFoundError, f'unrecognized interpreter ID {number}', interpreters.Interpreter, number)
    same(interpreters.list_all(), [interpreters.get_main()])


if __name__ == '__main__':
    for check in share, call, fail, queues, lost:
        check()
    print('fine')
