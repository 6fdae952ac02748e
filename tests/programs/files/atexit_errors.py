"""An error in a function given to atexit is reported and the others still run."""
import atexit


@atexit.register
def last():
    print('last', flush=True)


@atexit.register
def fails():
    raise ValueError('in atexit')


@atexit.register
def leaves():
    raise SystemExit(5)


atexit.register(print, 'first')
print('end')
