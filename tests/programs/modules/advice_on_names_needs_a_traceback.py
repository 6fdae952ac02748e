import traceback


def area():
    length = 5
    return lenght * 2


try:
    area()
except NameError as error:
    print(traceback.format_exception_only(error), traceback.format_exception_only(type(error), error))
    print(traceback.format_exception(error)[-1], traceback.format_exception(type(error), error, None))
    print(''.join(traceback.TracebackException(type(error), error, error.__traceback__).format_exception_only()))
for wrong in ('rand.x', 'random.x', 'traceback.format_exceptions', 'from traceback import print_exce'):
    try:
        exec(wrong)
    except Exception as error:
        print(traceback.format_exception_only(error))
