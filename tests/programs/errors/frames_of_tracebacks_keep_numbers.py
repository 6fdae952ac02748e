import traceback


def level(n, scale=1.5):
    half = n / 2
    if n == 3:
        raise ValueError(half)
    try:
        return level(n + 1)
    finally:
        done = n * 10


def cause(n):
    try:
        level(n)
    except ValueError as error:
        raise LookupError(n) from error


def shown(function, *args):
    try:
        function(*args)
    except Exception as error:
        return error


for function in (level, cause):
    error = shown(function, 2)
    while error:
        entry = error.__traceback__.tb_next
        while entry:
            print(entry.tb_frame.f_code.co_name, entry.tb_frame.f_locals)
            entry = entry.tb_next
        error = error.__cause__
print(''.join(traceback.TracebackException.from_exception(shown(cause, 3), capture_locals=True).format()))
