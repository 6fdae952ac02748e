import contextlib
import io
import re
import sys
import warnings

kept = io.StringIO()
with contextlib.redirect_stderr(kept):
    warnings.warn('look out')

    class Fails:
        def __del__(self):
            raise ValueError('gone')

    Fails()
    try:
        1 / 0
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())
    try:
        raise SyntaxError('bad', ('made.py', 1, 2, 'abcdefg', 1, 4))
    except SyntaxError:
        sys.__excepthook__(*sys.exc_info())
print(re.sub('0x[0-9a-f]+', '0x', kept.getvalue()))
sys.stderr = None
Fails()
sys.stderr = sys.stdout
raise KeyError('last')
