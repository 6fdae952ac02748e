"""An error in a function given to atexit is reported and the others still run; os._exit runs none of them."""
import atexit
import os


@atexit.register
def last():
    print('last', flush=True)
    os._exit(7)


@atexit.register
def fails():
    raise ValueError('in atexit')


@atexit.register
def leaves():
    raise SystemExit(5)


atexit.register(print, 'first')
print('end')
