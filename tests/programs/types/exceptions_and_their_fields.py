# What exceptions are made of: their fields, what may be written, what a copy brings along.
import traceback
def tell(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def tb(f):
    try: f()
    except BaseException as e: print(''.join(traceback.format_exception_only(e)), end='')
# SyntaxError constructions
for args in (('bad.py', 1, 2, 'abcdefg'), ('bad.py', 1, 2, 'abcdefg', 1, 7), ('bad.py', 1, 2, 'abcdefg', 1, 3), ('bad.py', 1, 2, 'abcdefg', 1, -2), ('bad.py', 1, 4, 'abcdefg', 1, 2), ('bad.py', 1, -4, 'abcdefg', 1, -2), ('bad.py', 1, -4, 'abcdefg', 1, -5), ('bad.py', 1, 0, 'abcdefg', 1, 0), ('bad.py', 1, 0, 'abcdefg', 1, 5), ('bad.py', 1, 2, 'abcdefg', 1, 100), (None, None, None, None), ('a', 1, None, None), ('a', 1, 2, None), ('f', 2, 1, '   x y\n'), ('f', 2, 5, '\tx y', 2, 6), ('f', 1, 1, ''), ('f', 'x', 2, 't')):
    tb(lambda: (_ for _ in ()).throw(SyntaxError('bad bad', args)))
for a in ((('a',),), (('a',1),), (('a',1,2),), ((1,2,3,4,5),), ((1,2,3,4,5,6),), ((1,2,3,4,5,6,7,8),), (5,), ('abc',), ((1,2,3,4),'x')):
    tell(lambda: SyntaxError('m', *a).args); 
e = SyntaxError('msg', ('f', 1, 2, 'text', 3, 4)); print(e.end_lineno, e.end_offset, e.print_file_and_line, str(e), e.filename)
e.filename = None; print(e); e.lineno = None; print(e); e.msg = 5; print(e)
tell(lambda: str(SyntaxError())); print(SyntaxError().msg, SyntaxError('x').lineno)
# UnicodeErrors
for c in (lambda: UnicodeEncodeError('a', 'b', 1, 2), lambda: UnicodeEncodeError('ascii', 'g\xfcrk', 1, 2, 'ouch'), lambda: UnicodeEncodeError('ascii', 'g\xfcrk', 1, 4, 'ouch'), lambda: UnicodeDecodeError('a', b'g\xfcrk', 1, 2, 'o'), lambda: UnicodeDecodeError('a', bytearray(b'g\xfcrk'), 1, 3, 'o'), lambda: UnicodeDecodeError('a', 'x', 1, 3, 'o'), lambda: UnicodeTranslateError('\u3042', 0, 1, 'o'), lambda: UnicodeEncodeError('a', '\ud800', 0, 1, 'o'), lambda: UnicodeEncodeError('a', '\U00010000', 0, 1, 'o'), lambda: UnicodeEncodeError('a','x',5,9,'o')):
    tell(c)
u = UnicodeDecodeError('a', bytearray(b'x'), 0, 1, 'o'); print(u.object, u.start, u.args)
u = UnicodeEncodeError('a', 'xyz', 0, 1, 'r'); u.start=9; print(u.start, u); u.end=-3; print(u.end); u.reason='why'; print(u)
# NameError / AttributeError / ImportError keywords
print(NameError('a', name='n').name, AttributeError('x', name='y', obj=3).obj, ImportError('m', name='n', path='p').path, repr(ImportError('m', name='n')), 0 )
import pickle, copy
i = ImportError('m', name='n', path='p', name_from='q'); j = pickle.loads(pickle.dumps(i)); print(j.name, j.path, j.name_from, copy.copy(i).name, j.args)
n = copy.copy(NameError('a', name='n')); print(n.name); a = pickle.loads(pickle.dumps(AttributeError('a', name='n', obj=[1]))); print(a.name, a.obj)
tell(lambda: NameError('a', x=1)); tell(lambda: ImportError('m', foo=1)); tell(lambda: ValueError('a', b=1)); tell(lambda: StopIteration(1, x=2))
print(StopIteration(3).value, StopIteration().value, StopIteration(1,2).value, SystemExit(4).code, SystemExit(1,2).code, SystemExit().code)
e = Exception('a'); e.__cause__ = ValueError(); print(e.__suppress_context__); 
def s(): e.__cause__ = 5
tell(s)
def s(): e.__context__ = 5
tell(s)
def s(): e.__traceback__ = 5
tell(s)
def s(): del e.__traceback__
tell(s)
def s(): del e.args
tell(s)
def s(): del e.__cause__
tell(s)
e.args = [1,2]; print(e, repr(e)); e.args='ab'; print(e.args)
e = Exception(); e.add_note('n1'); tell(lambda: e.add_note(5)); print(e.__notes__); e.__notes__ = 5; tell(lambda: e.add_note('x'))
tb_ = None
try: 1/0
except ZeroDivisionError as z: tb_ = z.__traceback__
import types
tell(lambda: types.TracebackType(None, tb_.tb_frame, 1, 2).tb_lineno); tell(lambda: types.TracebackType('x', tb_.tb_frame, 1, 2)); tell(lambda: types.TracebackType(None, 5, 1, 2)); tell(lambda: types.TracebackType(None, tb_.tb_frame, 'a', 2)); tell(lambda: types.TracebackType(None, tb_.tb_frame, 1, None))
def s(): tb_.tb_next = tb_
tell(s)
def s(): tb_.tb_next = 5
tell(s)
def s(): del tb_.tb_next
tell(s)
class BadStr(Exception):
    def __str__(s): raise ValueError('in str')
tb(lambda: (_ for _ in ()).throw(BadStr()))
class BadRepr(Exception):
    def __repr__(s): raise ValueError('in repr')
tell(lambda: repr(BadRepr('x'))); print(BadRepr('x'))
for x in (ImportError('m', name='n', path='p', name_from='q'), ImportError('m'), ImportError('m', name='n'), AttributeError('x', name='y', obj=3), AttributeError('x'), NameError('a', name='n'), ValueError('v'), ModuleNotFoundError('m', name='z')):
    print(type(x).__name__, x.__reduce__()[1:])
    x.note=5
    print(x.__reduce__()[1:])
    print(x.__getstate__() if hasattr(x,'__getstate__') else None)
