"""What sys.unraisablehook is told, and what it prints by default: that error alone, without its chain, markers and notes."""
import re
import sys
import weakref

exec('''
class Fails:
    def __init__(self, error):
        self.error = error

    def __del__(self):
        try:
            {}['key']
        except KeyError:
            raise self.error


def generator():
    try:
        yield
    finally:
        missing


def callback(reference):
    return 1 / 0
''')


def noted():
    error = ValueError('noted')
    error.add_note('a note')
    return error


def lose():
    for error in ValueError(), ValueError('text'), noted(), KeyError('key'), ExceptionGroup('group', [ValueError(1), KeyError(2)]):
        Fails(error)
    going = generator()
    next(going)
    del going
    target = lambda: None
    reference = weakref.ref(target, callback)
    del target


def hook(told):
    message = told.err_msg and re.sub('0x[0-9a-f]+', '0x', told.err_msg)
    print(type(told).__name__, told.exc_type.__name__, repr(told.exc_value), type(told.exc_value.__context__).__name__, message, told.object)
    print(told.exc_traceback.tb_frame.f_code.co_name, len(told), told[0] is told.exc_type)


lose()
sys.unraisablehook = hook
lose()
sys.unraisablehook = sys.__unraisablehook__
Fails(ValueError('again'))
sys.unraisablehook = None
Fails(ValueError('no hook'))
exec('''
def failing_hook(told):
    raise RuntimeError('in the hook')
''')
sys.unraisablehook = failing_hook
Fails(ValueError('lost'))
