"""What dies with the name of a handled error is reported at the last statement of its clause."""


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


def handled():
    generator = stubborn()
    next(generator)
    try:
        raise ValueError(generator)
    except ValueError as error:
        del generator
        print('handled')
    print('over')


def returned():
    generator = stubborn()
    next(generator)
    try:
        raise ValueError(generator)
    except ValueError as error:
        del generator
        print('still there')
        return 'returned'


import sys
sys.unraisablehook = lambda args: print(args.exc_value, 'at line', args.exc_traceback.tb_lineno, 'of', args.exc_traceback.tb_frame.f_code.co_name)
handled()
print(returned())
generator = stubborn()
next(generator)
try:
    raise ValueError(generator)
except ValueError as error:
    del generator
    print('module')
