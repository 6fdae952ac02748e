# Streams that cannot be pickled and those that can, what raw streams of a program may answer, repr() of derived streams, line ends seen.
import codecs
import copy
import io
import pickle
import warnings


def tr(text):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


open('/tmp/zzq','w').close()
for k in (lambda: open('/tmp/zzq'), lambda: open('/tmp/zzq','rb'), lambda: open('/tmp/zzq','r+b'), lambda: open('/tmp/zzq','wb'), lambda: open('/tmp/zzq','rb',0)):
    f = k()
    for g in (pickle.dumps, lambda x: pickle.dumps(x, 4), copy.copy, copy.deepcopy):
        try: g(f); print('ok')
        except Exception as e: print(type(e).__name__, e)
class S(io.StringIO): pass
s = S('ab\ncd', '\r\n'); s.foo = 42; s.seek(2)
for p in range(2, 6):
    t = pickle.loads(pickle.dumps(s, p)); print(t.foo, t.tell(), repr(t.getvalue()))
class B(io.BytesIO): pass
b = B(b'ab\ncd'); b.foo = 42; b.seek(2)
t = pickle.loads(pickle.dumps(b)); print(t.foo, t.tell(), repr(t.getvalue()))
print(s.__getstate__(), b.__getstate__())
for f in ["b.__setstate__((b'no error', 0, None))", "b.__setstate__((bytearray(b'no error'), 0, None))", "b.__setstate__((b'', 0, {'spam':3}))", "b.__setstate__((b'', -1, None))", "b.__setstate__(('unicode', 0, None))", "b.__setstate__((b'', 0.0, None))", "b.__setstate__((b'', 0, 5))", "b.__setstate__((b'', 0))", "b.__setstate__(0)", "s.__setstate__(('no error', '\\n', 0, None))", "s.__setstate__(('no error', '', 0, {'spam': 3}))", "s.__setstate__(('', '', -1, None))", "s.__setstate__((b'', '', 0, None))", "s.__setstate__(('', 'f', 0, None))", "s.__setstate__(('', '', 0, 0))", "s.__setstate__(('', '', 0.0, 1))","s.__setstate__(('',))","s.__setstate__(0)", "s.newlines", "s.__setstate__(('a\\r\\nb', '\\r\\n', 1, None))", "s.getvalue()", "io.StringIO('a\\nb\\r\\nc\\rd', newline=None).newlines", "io.StringIO('a\\nb', newline='').newlines", "io.StringIO('a\\nb').newlines", "io.StringIO('a\\rb\\r\\n', newline=None).newlines"]: tr(f)
x = io.StringIO(newline=None); x.write('a\n'); print(repr(x.newlines)); x.write('b\r\n'); print(x.newlines)
x = io.StringIO(newline=''); x.write('a\n'); print(repr(x.newlines)); x.write('b\r'); print(x.newlines)
class T(io.TextIOWrapper): pass
print(repr(T(io.BytesIO()))[-60:])
class F(io.FileIO): pass
f = F('/tmp/zzq'); print(f); del f.name; print(f); f.close(); print(f)
class R(io.BufferedReader): pass
print(R(io.BytesIO()))
t = io.TextIOWrapper(io.BufferedReader(io.BytesIO(b'abc'))); t.buffer.detach(); print(t)
f = io.FileIO('/tmp/zzq')
f.name = 3; print(f.name)
def g(): raise OSError('no')
f.flush = g
try: f.close()
except OSError as e: print(e, f.closed)
class H(io.FileIO):
    def __del__(self):
        print('del'); super().__del__()
    def close(self):
        print('close'); super().close()
    def flush(self):
        print('flush'); super().flush()
h = H('/tmp/zzq', 'wb'); h.write(b'xx'); del h
class M(io.RawIOBase):
    n = 5
    def readable(self): return True
    def readinto(self, b): return self.n
for n in (5, -1, None):
    m = M(); m.n = n; tr("m.read(3)"); tr("io.BufferedReader(m).read(3)"); tr("io.BufferedReader(m).read1(3)"); tr("io.BufferedReader(m).readline()") if n != 2 else 0
class W(io.RawIOBase):
    n = None
    def writable(self): return True
    def write(self, b): return self.n
for n in (None, -3, 200):
    w = W(); w.n = n; v = io.BufferedWriter(w, 8)
    tr("v.write(b'abc')")
    try: v.write(b'12345678')
    except BlockingIOError as e: print(e.args[1:], e.characters_written)
    except Exception as e: print(repr(e))
    w.n = 3
    try: v.close()
    except Exception as e: print(e)
p = io.BufferedRWPair(io.BytesIO(b'abc'), io.BytesIO())
for f in ["p.isatty()", "p.readable(), p.writable(), p.seekable(), p.closed", "p.read(2), p.write(b'x'), p.peek()", "p.tell()", "p.detach()", "p.fileno()", "p.close()", "p.closed", "p.read()"]: tr(f)
r = io.BufferedReader(io.BytesIO(b'abcdefgh'), 4)
for f in ["r.writable()", "r.truncate()", "r.write(b'')", "r.peek()", "r.readinto1(bytearray(2))", "r.readinto1(bytearray(20))", "io.BufferedWriter(io.BytesIO()).readable()", "io.BufferedWriter(io.BytesIO()).read()", "r.seek(1.5)", "f.seek(None)", "io.FileIO('/tmp/zzq').seek(1.5)", "io.FileIO('/tmp/zzq').seek(None)"]: tr(f)
d = io.IncrementalNewlineDecoder(None, True)
for f in ["d.decode('a\\r')", "d.getstate()", "d.decode('\\nb')", "d.newlines", "d.getstate()", "d.setstate((b'', 1))", "d.decode('x')", "d.reset()", "d.newlines"]: tr(f)
d = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder('utf-8')(), True)
for f in ["d.decode(b'a\\r')", "d.getstate()", "d.decode(b'\\xc3')", "d.getstate()", "d.decode(b'\\xa9')"]: tr(f)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    try: open(True, closefd=False)
    except Exception as e: print(e)
    pass
    print([str(x.message) for x in w])
o = io.BufferedReader.__new__(io.BufferedReader)
for f in ["o.read()", "repr(o)", "o.closed", "o.raw"]: tr(f)
try: r.__init__(io.BytesIO(), 0)
except ValueError as e: print(e)
tr("r.read()")
o = io.TextIOWrapper.__new__(io.TextIOWrapper)
for f in ["o.read()", "o.write('')", "o.closed", "o.buffer", "o.encoding"]: tr(f)
for f in ["setattr(io.TextIOWrapper(io.BytesIO()), 'mode', 1)", "setattr(io.StringIO(), 'closed', 1)", ]: tr(f)


class Full(io.RawIOBase):
    def writable(self):
        return True

    def write(self, b):
        raise OSError('disk full')


class Noisy(io.StringIO):
    def close(self):
        print(type(self).__name__, 'closes')
        super().close()


full = io.BufferedWriter(Full())
full.write(b'abc')
del full
noisy = Noisy()
del noisy
