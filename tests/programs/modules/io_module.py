"""io.StringIO and BytesIO."""
import io, sys, contextlib
s=io.StringIO(); print('a',1,file=s); s.write('x\ny'); print(repr(s.getvalue()), s.tell()); s.seek(0); print(s.readline(), s.read(2), list(s)); s.seek(2); s.write('ZZ'); print(repr(s.getvalue()))
f=io.StringIO()
with contextlib.redirect_stdout(f): print('captured')
print(f.getvalue().strip()); b=io.BytesIO(b'ab\ncd'); print(b.readline(), b.read()); b.write(b'!'); print(b.getvalue())
with io.StringIO('p\nq') as g:
    for l in g: print(repr(l))
try: g.read()
except ValueError as e: print(e)
try: s.write(1)
except TypeError as e: print(e)
