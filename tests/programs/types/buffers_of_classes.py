"""Classes of the program that are buffers: what reads them asks __buffer__, and says when it is done by __release_buffer__."""
import array
import collections.abc
import inspect
import io


class Text:
    def __init__(self, text):
        self.data = bytearray(text.encode())

    def __buffer__(self, flags):
        print('asked', bool(flags & inspect.BufferFlags.WRITABLE))
        return memoryview(self.data)

    def __release_buffer__(self, view):
        print('released', type(view).__name__, view.tobytes())
        view.release()


def show(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


t = Text('hello')
with memoryview(t) as view:
    print(view.tobytes(), view.readonly, view.format, type(view.obj).__name__)
    view[0] = ord('J')
    part = view[1:3]
    print(bytes(part))
    try:
        t.data.append(1)
    except BufferError as error:
        print(error)
print('left')
part.release()
print('released all')
t.data.append(33)
for text in ['bytes(t)', 'bytearray(t)', 'b"a" + t', 'b", ".join([t, b"x"])', 'bytearray(b"xy").__iadd__(t)', 'io.BytesIO(t).getvalue()',
             'b"Jello!" == t', 't == b"Jello!"', 'b"..Jello!..".replace(t, b"")',
             'b"xJello!x".split(t)', 't in b"Jello!"', 'int.from_bytes(t, "big")', 'str(t, "ascii")', 'io.BytesIO().write(t)', 'array.array("b", b"12").frombytes(t)']:
    show(text)
b = bytearray(b'abc')
b.extend(t)
b[1:2] = t
print(b)


class Bad:
    def __init__(self, answer):
        self.answer = answer

    def __buffer__(self, flags):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


for answer in 42, b'hello', None, RuntimeError('no buffer today'):
    bad = Bad(answer)
    for text in ['memoryview(bad)', 'bytes(bad)', 'b"" + bad', 'b"".join([bad])']:
        show(text)


class Arity:
    def __buffer__(self):
        return memoryview(b'')


show('memoryview(Arity())')


class Fails:
    def __buffer__(self, flags):
        return memoryview(b'fine')

    def __release_buffer__(self, view):
        raise ValueError('cannot release')


show('memoryview(Fails()).tobytes()')


class Counted(bytearray):
    def __buffer__(self, flags):
        print('Counted is asked')
        return super().__buffer__(flags)

    def __release_buffer__(self, view):
        print('Counted is let go')
        super().__release_buffer__(view)


c = Counted(b'counted')
with memoryview(c) as view:
    print(view.tobytes())
c.clear()


class Late(bytearray):
    def __release_buffer__(self, view):
        for text in ['memoryview(view)', 'view.cast("b")', 'view.toreadonly()', 'view[:1]', 'view.__buffer__(0)', 'view.tobytes()', 'view[0]']:
            try:
                print(text, '->', eval(text))
            except Exception as error:
                print(text, type(error).__name__, error)
        self.kept = view
        super().__release_buffer__(view)


late = Late(b'late')
with memoryview(late) as view:
    print(view.obj is late)
late.clear()
show('late.kept.tobytes()')
for value in b'', bytearray(), memoryview(b''), array.array('b'):
    print(type(value).__name__, hasattr(value, '__buffer__'), hasattr(value, '__release_buffer__'), isinstance(value, collections.abc.Buffer))
print(issubclass(Text, collections.abc.Buffer), issubclass(str, collections.abc.Buffer), isinstance(t, collections.abc.Buffer))
data = bytearray(b'data')
view = data.__buffer__(0)
print(view.obj is data, view.tobytes())
for text in ['data.__release_buffer__(memoryview(b""))', 'data.__release_buffer__(b"")', 'data.__release_buffer__(view)', 'data.__release_buffer__(view)',
             'view.tobytes()', 'data.__buffer__(2**70)', 'data.__buffer__(-2**70)', 'data.__buffer__("x")', 'b"abc".__buffer__(1)', 'b"abc".__buffer__(0).tobytes()',
             'memoryview._from_flags(b"abc", 1)', 'memoryview._from_flags(bytearray(b"abc"), inspect.BufferFlags.WRITABLE).readonly', 'memoryview(b"abc").__buffer__(1)',
             'memoryview._from_flags(t, inspect.BufferFlags.SIMPLE).tobytes()', 'list(inspect.BufferFlags)', 'inspect.BufferFlags.FULL_RO', 'inspect.BufferFlags.CONTIG | 0', 'collections.abc.Buffer.__abstractmethods__']:
    show(text)
