"""bytes, bytearray, memoryview: methods, formatting, slices, errors."""
b = b"hello \x00\xff world"
for e in ("b", "b[0]", "b[1:4]", "list(b[:3])", "b.hex()", "b'ab'.hex('-')", "bytes.fromhex('68 69')", "bytes([1,2])", "bytes(3)", "bytes('é', 'utf-8')", "b'a' + b'b'", "b'a' * 3", "b'a' in b'abc'", "97 in b'abc'", "b.find(b'w')", "b.split()", "b.upper()", "b'a,b'.split(b',')", "b'-'.join([b'a', b'b'])", "b.decode('latin-1')", "b.decode()", "b.decode('utf-8', 'replace')", "b.decode('utf-8', 'ignore')", "b.decode('utf-8', 'backslashreplace')", "b'abc'.replace(b'b', b'x')", "b'abc'.startswith(b'a')", "b' a '.strip()", "b'%d %s %r %a' % (1, b'x', 'é', 'é')", "b'%x|%5.2f|%c|%c|%%' % (255, 1.5, 65, b'B')", "b'%(a)s' % {b'a': b'v'}", "b'%s' % 'str'", "b'%b' % b'q'", "b'%d' % 'a'", "bytearray(b'abc')", "bytearray(2)", "bytearray(b'abc')[1]", "b'a' == 'a'", "b'a' < b'b'", "b'a' + 'b'", "'a' + b'b'", "b'abc'[5]", "bytes([256])", "bytes('a')", "bytes(-1)", "b'é'", "bytes([1,2,3]) == bytearray([1,2,3])", "hash(b'a') == hash(b'a')", "int.from_bytes(b'\\x01\\x02', 'big')", "b'abc'.isalpha()", "b'ab'.center(6, b'*')", "b'a\\tb'.expandtabs(4)", "b'abc'.translate(None, b'b')", "b'Hi'.swapcase()", "b'x'.zfill(3)", "b'abc'.index(b'z')", "b'abc'.count(b'b')", "b'ab'.partition(b'b')", "repr(b'\\'\"\\n')", "bytes(memoryview(b'abc'))", "memoryview(b'abc')[0]", "memoryview(b'abc')[1:].tobytes()", "len(memoryview(b'abc'))", "list(memoryview(b'abc'))", "memoryview(b'abc').tolist()", "memoryview(b'abc') == b'abc'", "memoryview('a')", "memoryview(bytearray(b'ab')).readonly", "b'abc'.removeprefix(b'a')", "b'a\\nb'.splitlines()", "'héllo'.encode('utf-16')", "'hé'.encode('utf-16-le')", "b'h\\x00i\\x00'.decode('utf-16-le')", "'a'.encode('utf-32')", "b'\\xff\\xfeh\\x00'.decode('utf-16')", "'a'.encode('cp1252')", "'\\N{BULLET}\\N{SNOWMAN}'", "b'abc'.decode(errors='strict', encoding='ascii')"):
    try:
        print(e, "->", repr(eval(e)))
    except SyntaxError as x:
        print(e, "-> SyntaxError", x.msg)
    except Exception as x:
        print(e, "->", type(x).__name__, x)
a = bytearray(b"abc")
for stmt in ("a.append(100)", "a.extend(b'ef')", "a[0] = 65", "a[1:3] = b'XYZ'", "del a[0]", "a += b'!'", "a.insert(0, 48)", "a.pop()", "a.reverse()", "a.remove(48)", "a[0] = 300", "a[0] = 'a'", "a.append('x')", "a.clear()", "a.pop()", "m = memoryview(a)", "b'a'[0] = 1", "a = bytearray(b'12'); m = memoryview(a); m[0] = 57"):
    try:
        exec(stmt)
        print(stmt, "->", a)
    except Exception as x:
        print(stmt, "->", type(x).__name__, x)
