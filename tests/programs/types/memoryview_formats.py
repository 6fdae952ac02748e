def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(range(1, 17))
view = memoryview(data)
for code in 'BbchHiIqQfd@xlzZ':
    for text in (code, '@' + code):
        if text.strip('@') in ('', 'l'):
            continue  # the width of a long is the machine's
        attempt(lambda: (view.cast(text).format, view.cast(text).itemsize, view.cast(text).shape, view.cast(text).strides, view.cast(text).nbytes))
        attempt(lambda: view.cast(text).tolist())
whole = view.cast('i')
print(whole[0], whole[-1], len(whole), whole[1:3].tolist(), whole[::2].tolist(), whole[::-1].tobytes())
attempt(lambda: whole[4])
attempt(lambda: whole.__setitem__(0, -2))
attempt(lambda: whole.__setitem__(0, 2**31))
attempt(lambda: whole.__setitem__(0, 1.5))
attempt(lambda: whole.__setitem__(slice(1, 3), whole[2:4]))
attempt(lambda: whole.__setitem__(slice(1, 3), b'12345678'))
attempt(lambda: whole.__setitem__(slice(1, 3), whole[:1]))
print(data)
big = view.cast('Q')
attempt(lambda: big.__setitem__(0, 2**64 - 1))
attempt(lambda: big.__setitem__(0, 2**64))
attempt(lambda: big.__setitem__(0, -1))
print(data, big[0], view.cast('q')[0])
real = view.cast('d')
real[0] = 2.5
attempt(lambda: real.__setitem__(0, 'x'))
attempt(lambda: real.__setitem__(1, 7))
print(real.tolist(), view.cast('B') == view, real == view.cast('d'), real == view, real != [1])
print(memoryview(b'\0\1').cast('?').tolist())
letters = view.cast('c')
letters[0] = b'z'
attempt(lambda: letters.__setitem__(0, b'zz'))
attempt(lambda: letters.__setitem__(0, 65))
print(letters[:3].tolist(), view.count(0), letters.count(b'z'))
attempt(lambda: whole.cast('h'))
attempt(lambda: view[1:].cast('i'))
attempt(lambda: view[::2].cast('h'))
attempt(lambda: view.cast('i', [4]).tolist() == whole.tolist())
attempt(lambda: view.cast('i', [3]))
attempt(lambda: view.cast('i', 3))
attempt(lambda: view.cast(3))
attempt(lambda: view.cast())
print(view.contiguous, view[::2].contiguous, view.c_contiguous, view.f_contiguous, view.suboffsets, whole.hex())
fixed = view.toreadonly()
attempt(lambda: fixed.__setitem__(0, 1))
data[0] = 99
print(fixed[0], fixed.readonly, view.readonly, fixed.obj is data)
attempt(lambda: hash(view))
attempt(lambda: hash(memoryview(b'abcd').cast('i')))
print(hash(memoryview(b'abcd')) == hash(b'abcd'), memoryview(b'ab') == b'ab', memoryview(b'ab') == 'ab', [n for n in memoryview(b'\1\2').cast('H')])
attempt(lambda: data.append(1))
attempt(lambda: data.__delitem__(slice(0, 0, 2)))
other = memoryview(b'x')
other.release()
print(other == memoryview(b'x'), other == other, other != b'x')
for name in ('cast', 'contiguous', 'itemsize', 'tolist'):
    attempt(lambda: getattr(other, name)('B') if name == 'cast' else getattr(other, name)() if name == 'tolist' else getattr(other, name))
