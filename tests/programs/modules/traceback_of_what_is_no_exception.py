import traceback, sys
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: traceback.format_exception_only(5)); t(lambda: traceback.format_exception_only('x')); t(lambda: traceback.format_exception_only(None)); t(lambda: traceback.format_exception_only(ValueError)); t(lambda: traceback.format_exception_only(ValueError, ValueError('q'))); t(lambda: traceback.format_exception_only(ValueError, 5)); t(lambda: traceback.format_exception_only(None, None)); t(lambda: traceback.format_exception_only())
t(lambda: traceback.format_exception(5)); t(lambda: traceback.format_exception(None)); t(lambda: traceback.format_exception(ValueError('a'))); t(lambda: traceback.format_exception(ValueError)); t(lambda: traceback.format_exception(ValueError, ValueError('z'))); t(lambda: traceback.format_exception(ValueError, ValueError('z'), None)); t(lambda: traceback.format_exception(None, None, None))
t(lambda: traceback.format_exc()); t(lambda: traceback.print_exception(5)); t(lambda: traceback.print_exception(None)); t(lambda: traceback.print_exc()); t(lambda: traceback.format_tb(None)); t(lambda: traceback.format_tb(5)); t(lambda: traceback.extract_tb(None)); t(lambda: traceback.extract_tb(5)); t(lambda: traceback.print_tb(None)); t(lambda: traceback.format_list([('f.py', 3, 'fn', 'text')])); t(lambda: traceback.format_list([5])); t(lambda: traceback.format_list([('a',)]))
t(lambda: traceback.TracebackException()); t(lambda: traceback.TracebackException.from_exception(5)); t(lambda: list(traceback.TracebackException(None, None, None).format())); t(lambda: traceback.print_last()); 
def f():
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from e
try: f()
except ValueError as e:
    te = traceback.TracebackException.from_exception(e)
    e2 = e
print(sorted(k for k in vars(te) if not k.startswith('_')))
print(te.exc_type_str, te.exc_type, te._str if 0 else '', te.stack.__class__, len(te.stack), te.__cause__.exc_type_str, te.__context__, te.__suppress_context__, te.__notes__)
print(str(te), te == traceback.TracebackException.from_exception(e2), te == 5, repr(te)[:30])
print(list(te.format_exception_only()))
te.print(file=sys.stdout)
print(list(te.format(chain=False)))
fs = te.stack[0]
print(fs, fs.lineno, fs.end_lineno, fs.colno, fs.end_colno, fs.name, fs.filename, fs.line, fs.locals, list(fs), fs[0], len(fs), fs == fs, fs == ('t5.py', 9, 'x', 'y'))
try: compile('a b', 'zz', 'exec')
except SyntaxError as e:
    s = traceback.TracebackException.from_exception(e)
    print(s.filename, s.lineno, s.end_lineno, s.text, s.offset, s.end_offset, s.msg)
eg = ExceptionGroup('g', [ValueError(1), TypeError(2)])
te = traceback.TracebackException.from_exception(eg); print(len(te.exceptions), te.exceptions[0].exc_type_str, list(te.format_exception_only(show_group=True)), list(te.format_exception_only()))
t(lambda: traceback.StackSummary.from_list([('a', 1, 'b', 'c')])); t(lambda: traceback.StackSummary.extract(5)); t(lambda: traceback.FrameSummary('a', 1, 'b')); t(lambda: traceback.FrameSummary()); t(lambda: traceback.FrameSummary('a', 1, 'b', line='zz').line)


class A(Exception): pass
def chain():
    b = ValueError('b')
    a = A('a'); a.__context__ = b
    e = KeyError('e'); e.__cause__ = a; e.__context__ = b
    return e
te = traceback.TracebackException.from_exception(chain())
print(te.__cause__.__context__, str(te.__context__), te.exc_type_qualname, te.exc_type_module, te.__cause__.exc_type_str)
print(list(te.format()))
te = traceback.TracebackException.from_exception(chain(), compact=True)
print(te.__cause__.__context__, te.__context__)
